import { Notice } from '../../components/Notice.tsx'
import { type Strings, useStrings } from '../../components/strings.ts'
import type { Damage } from './state.ts'

interface Props {
  damage: Damage
  onRepair: (how: 'rebuild' | 'accept') => void
}

/** What the browser did to the library, and what a person can do about it. */
export function DamageNotice({ damage, onRepair }: Props) {
  const strings = useStrings()
  const { t } = strings
  return (
    <Notice
      text={wordsFor(damage, strings)}
      action={{ label: t('restoreBackup'), onClick: () => location.assign('options.html#backups-title') }}
    >
      {damage.status === 'damaged' && (
        <button type="button" class="button" onClick={() => onRepair('rebuild')}>
          {t('rebuildIndex')}
        </button>
      )}
      {damage.status !== 'unreadable' && (
        <button type="button" class="button button--quiet" onClick={() => onRepair('accept')}>
          {t('acceptLoss')}
        </button>
      )}
    </Notice>
  )
}

function wordsFor(damage: Damage, { t, formatNumber, formatDate }: Strings): string {
  if (damage.status === 'unreadable') return t('libraryUnreadable')
  const { status, articles, expected, since } = damage
  if (status === 'damaged') return t('libraryDamaged')
  if (articles < expected) return t('articlesLost', formatNumber(expected), formatNumber(articles))
  return t('libraryOlder', formatDate(new Date(since).toISOString()))
}
