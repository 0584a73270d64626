import { useStrings } from '../../components/strings.ts'
import type { TaughtState } from './taught.ts'

/** What corrections of districts taught about sites; not there while they taught nothing. */
export function Taught({ state }: { state: TaughtState }) {
  const { t, formatList } = useStrings()
  if (state.sites.value.length === 0) return null
  return (
    <section aria-labelledby="taught-title">
      <h2 id="taught-title">{t('taught')}</h2>
      <p>{t('taughtText')}</p>
      <ul class="options__origins" aria-labelledby="taught-title">
        {state.sites.value.map(({ host, preferred, avoided }) => (
          <li key={host}>
            <span>
              <code>{host}</code>
              {preferred.length > 0 && ` · ${t('taughtPrefers', formatList(preferred))}`}
              {avoided.length > 0 && ` · ${t('taughtAvoids', formatList(avoided))}`}
            </span>
            <button
              type="button"
              class="button"
              aria-label={t('forgetSite', host)}
              onClick={() => void state.forget(host)}
            >
              {t('forget')}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{state.failed.value && t('changeFailed')}</p>
    </section>
  )
}
