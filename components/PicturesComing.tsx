import { useStrings } from './strings.ts'
import { Working } from './Working.tsx'

/** Pictures of saved articles are being fetched. */
export function PicturesComing({ stored, wanted, onStop }: { stored: number; wanted: number; onStop: () => void }) {
  const { t, formatNumber } = useStrings()
  const text = t('picturesComing', formatNumber(stored), formatNumber(wanted))
  return <Working text={text} done={stored} total={wanted} onStop={onStop} />
}
