import { useStrings } from './strings.ts'

interface Props {
  /** How far it is, in words. */
  text: string
  done: number
  /** Undefined while nobody knows how much it will be. */
  total: number | undefined
  onStop: () => void
}

/** Long work that is under way, and the way to stop it. */
export function Working({ text, done, total, onStop }: Props) {
  const { t } = useStrings()
  return (
    <div class="notice notice--working">
      <p class="notice__text" role="status">
        {text}
      </p>
      <button type="button" class="button" onClick={onStop}>
        {t('stop')}
      </button>
      <progress class="notice__progress" aria-label={text} {...(total !== undefined && { value: done, max: total })} />
    </div>
  )
}
