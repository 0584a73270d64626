import { useState } from 'preact/hooks'
import { FileButton } from '../../components/FileButton.tsx'
import { Icon } from '../../components/Icon.tsx'
import { PageBar } from '../../components/PageBar.tsx'
import { ReadingControls } from '../../components/ReadingControls.tsx'
import { DEFAULT_READING } from '../../components/reading-settings.ts'
import { useStrings } from '../../components/strings.ts'
import { changeReading, reading } from '../wiring/reading.ts'
import { Backups } from './Backups.tsx'
import { megabytes } from './megabytes.ts'
import { Rules } from './Rules.tsx'
import type { ReadingFileState } from './reading-file.ts'
import type { OptionsState } from './state.ts'
import { Taught } from './Taught.tsx'
import '../../components/styles/article.css'

export function OptionsPage({ state }: { state: OptionsState }) {
  const { t } = useStrings()
  return (
    <>
      <PageBar />
      <main class="options">
        <h1 class="options__title">{t('settings')}</h1>
        <Reading file={state.readingFile} />
        <Backups state={state.backups} />
        <Taught state={state.taught} />
        <Rules state={state.rules} />
        <Stored state={state} />
        <Access state={state} />
      </main>
    </>
  )
}

function Reading({ file }: { file: ReadingFileState }) {
  const { t } = useStrings()
  const outcome = file.outcome.value
  return (
    <section aria-labelledby="reading-title">
      <h2 id="reading-title">{t('reading')}</h2>
      <div class="options__reading">
        <div>
          <ReadingControls settings={reading.value} onChange={change => void changeReading(change)} />
          <div class="options__actions">
            <button type="button" class="button" onClick={() => void changeReading(DEFAULT_READING)}>
              <Icon name="undo" />
              {t('resetReading')}
            </button>
            <button type="button" class="button" onClick={() => file.save()}>
              {t('readingExport')}
            </button>
            <FileButton
              label={t('readingImport')}
              accept=".json,application/json"
              onFile={chosen => void file.bring(chosen)}
            />
          </div>
          <p role="status">{outcome && t(outcome === 'imported' ? 'readingImported' : 'readingBadFile')}</p>
        </div>
        <div class="article options__sample">
          <div class="article__body" lang="zh-CN">
            <p>{t('sample')}</p>
            <p>{t('sample')}</p>
          </div>
        </div>
      </div>
    </section>
  )
}

function Stored({ state }: { state: OptionsState }) {
  const { t, tn } = useStrings()
  const stored = state.stored.value
  const outcome = state.outcome.value
  return (
    <section aria-labelledby="stored-title">
      <h2 id="stored-title">{t('stored')}</h2>
      <p>{t('storedText')}</p>
      {stored && (
        <p class="options__figures">
          {tn('storedArticles', stored.articles)} · {t('storedSpace', megabytes(stored.bytes))}
        </p>
      )}
      {stored && <p class="options__figures">{t('storedForGood')}</p>}
      <div class="options__actions">
        <DeleteAll state={state} />
      </div>
      <p role="status">{outcome && t(outcome.status === 'deleted' ? 'deletedAll' : 'changeFailed')}</p>
    </section>
  )
}

function DeleteAll({ state }: { state: OptionsState }) {
  const { t } = useStrings()
  const [asking, setAsking] = useState(false)
  if (!asking) {
    return (
      <button type="button" class="button options__danger" onClick={() => setAsking(true)}>
        <Icon name="trash" />
        {t('deleteAll')}
      </button>
    )
  }
  return (
    <fieldset class="options__ask">
      <legend>{t('deleteAllAsk')}</legend>
      <button
        type="button"
        class="button button--primary"
        onClick={() => {
          setAsking(false)
          void state.deleteAll()
        }}
      >
        {t('deleteAllYes')}
      </button>
      <button type="button" class="button" onClick={() => setAsking(false)}>
        {t('cancel')}
      </button>
    </fieldset>
  )
}

function Access({ state }: { state: OptionsState }) {
  const { t } = useStrings()
  const origins = state.origins.value
  return (
    <section aria-labelledby="access-title">
      <h2 id="access-title">{t('access')}</h2>
      <p>{t('accessText')}</p>
      {origins.length === 0 && <p class="options__figures">{t('accessNone')}</p>}
      <ul class="options__origins">
        {origins.map(origin => (
          <li key={origin}>
            <code>{origin}</code>
            <button type="button" class="button" onClick={() => void state.revoke(origin)}>
              {t('revoke')}
            </button>
          </li>
        ))}
      </ul>
      {origins.length > 0 && <p>{t('revokeEffect')}</p>}
    </section>
  )
}
