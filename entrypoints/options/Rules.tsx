import { FileButton } from '../../components/FileButton.tsx'
import { useStrings } from '../../components/strings.ts'
import type { RulesState } from './rules.ts'

/** What the reader chose on sites to be their articles' text; to forget, to take along and to bring in. */
export function Rules({ state }: { state: RulesState }) {
  const { t, tn } = useStrings()
  const rules = state.rules.value
  const outcome = state.outcome.value
  return (
    <section aria-labelledby="rules-title">
      <h2 id="rules-title">{t('rules')}</h2>
      <p>{t('rulesText')}</p>
      {rules.length > 0 && (
        <ul class="options__origins" aria-labelledby="rules-title">
          {rules.map(({ host, keep, drop }) => (
            <li key={host}>
              <span>
                <code>{host}</code>
                {keep !== undefined && ` · ${t('rulesKeep')}`}
                {drop.length > 0 && ` · ${tn('rulesDrop', drop.length)}`}
              </span>
              <button
                type="button"
                class="button"
                aria-label={t('rulesForget', host)}
                onClick={() => void state.forget(host)}
              >
                {t('forget')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="options__actions">
        {rules.length > 0 && (
          <button type="button" class="button" onClick={() => void state.save()}>
            {t('rulesExport')}
          </button>
        )}
        <FileButton label={t('rulesImport')} accept=".json,application/json" onFile={file => void state.bring(file)} />
      </div>
      <p role="status">
        {outcome && (outcome.status === 'imported' ? tn('rulesImported', outcome.sites) : t(OUTCOMES[outcome.status]))}
      </p>
    </section>
  )
}

const OUTCOMES = { saved: 'savedAsFile', 'bad-file': 'rulesBadFile', failed: 'changeFailed' } as const
