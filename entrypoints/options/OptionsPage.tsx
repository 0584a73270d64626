import type { TargetedKeyboardEvent } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { FileButton } from '../../components/FileButton.tsx'
import { Icon } from '../../components/Icon.tsx'
import { PageBar } from '../../components/PageBar.tsx'
import { ReadingControls } from '../../components/ReadingControls.tsx'
import { useStrings } from '../../components/strings.ts'
import { reading } from '../wiring/reading.ts'
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
          <ReadingControls settings={reading.value} onChange={change => void file.change(change)} />
          <div class="options__actions">
            <button type="button" class="button" onClick={() => void file.reset()}>
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
          <p role="status">{outcome && t(READING_OUTCOMES[outcome])}</p>
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

const READING_OUTCOMES = {
  imported: 'readingImported',
  'bad-file': 'readingBadFile',
  saved: 'savedAsFile',
  reset: 'readingReset',
} as const

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
  const [asking, setAsking] = useState<boolean>()
  const first = useRef<HTMLButtonElement>(null)
  // The question takes the place of the button, and the button that of the question: the keyboard goes with them.
  useLayoutEffect(() => {
    if (asking !== undefined) first.current?.focus()
  }, [asking])
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') setAsking(false)
    // A key that is still down from the first button is no answer.
    if (event.repeat && event.key === 'Enter') event.preventDefault()
  }
  if (!asking) {
    return (
      <button ref={first} type="button" class="button options__danger" onClick={() => setAsking(true)}>
        <Icon name="trash" />
        {t('deleteAll')}
      </button>
    )
  }
  return (
    <fieldset class="options__ask" onKeyDown={onKeyDown}>
      <legend>{t('deleteAllAsk')}</legend>
      <button
        ref={first}
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
