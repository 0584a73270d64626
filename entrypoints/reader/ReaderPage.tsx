import { ArticleView } from '../../components/ArticleView.tsx'
import { Icon } from '../../components/Icon.tsx'
import { LibraryClosed } from '../../components/LibraryClosed.tsx'
import { Mark } from '../../components/Mark.tsx'
import { Notice } from '../../components/Notice.tsx'
import { ReadingControls } from '../../components/ReadingControls.tsx'
import { useStrings } from '../../components/strings.ts'
import { TagExplanation } from '../../components/TagExplanation.tsx'
import { Toast } from '../../components/Toast.tsx'
import type { OpenedArticle } from '../wiring/library-access.ts'
import { changeReading, reading } from '../wiring/reading.ts'
import { Highlights } from './Highlights.tsx'
import { OwnTags } from './OwnTags.tsx'
import { ReadAloud } from './ReadAloud.tsx'
import type { Opened, ReaderState } from './state.ts'
import { usePlace } from './use-place.ts'
import { useVerticalScroll } from './use-vertical-scroll.ts'

export function ReaderPage({ state }: { state: ReaderState }) {
  const { t } = useStrings()
  const opened = state.opened.value
  return (
    <>
      <header class="reader__bar">
        <a class="button button--quiet" href="library.html">
          <Mark class="reader__mark" />
          {t('library')}
        </a>
        <div class="reader__tools">
          {opened.status === 'article' && <ReadButton state={state} read={opened.article.record.state === 'read'} />}
          {opened.status === 'article' && (
            <ReadAloud title={opened.article.record.title} language={opened.article.record.language} />
          )}
          {opened.status === 'article' && (
            <Highlights canonicalUrl={opened.article.record.canonicalUrl} language={opened.article.record.language} />
          )}
          <details class="reader__type">
            <summary class="button button--icon" aria-label={t('reading')} title={t('reading')}>
              <Icon name="type" />
            </summary>
            <div class="reader__panel">
              <ReadingControls settings={reading.value} onChange={change => void changeReading(change)} />
            </div>
          </details>
        </div>
      </header>
      <main class="reader__main">
        {opened.status === 'article' && <Reading state={state} opened={opened} />}
        {opened.status !== 'article' && opened.status !== 'opening' && (
          <LibraryClosed reason={opened.status}>
            <a class="button button--primary" href="library.html">
              <Icon name="library" />
              {t('openLibrary')}
            </a>
          </LibraryClosed>
        )}
      </main>
      <Explanation state={state} />
      <CorrectedToast state={state} />
    </>
  )
}

function ReadButton({ state, read }: { state: ReaderState; read: boolean }) {
  const { t } = useStrings()
  return (
    <button type="button" class="button" onClick={() => void state.attempt(() => state.markRead(!read))}>
      <Icon name={read ? 'toRead' : 'check'} />
      <span class="reader__label">{read ? t('markUnread') : t('markRead')}</span>
    </button>
  )
}

function Reading({ state, opened }: { state: ReaderState; opened: Opened & { status: 'article' } }) {
  const { t, formatNumber } = useStrings()
  const { record, html } = opened.article
  const { wanted, stored, failed } = record.pictures
  const progress = usePlace(state)
  useVerticalScroll()
  return (
    <>
      <div class="reader__progress" style={{ '--progress': progress }} aria-hidden="true" />
      <ArticleView
        settings={reading.value}
        article={{ ...record, html }}
        minutes={record.minutes}
        tags={record.tags}
        pictures={opened.pictures}
        onPickTag={tag => void state.explain(tag)}
      >
        <OwnTags state={state} labels={record.labels} />
        {opened.article.damaged && <Damaged article={opened.article} />}
        {failed > 0 && (
          <Notice
            text={t('picturesStored', formatNumber(stored), formatNumber(wanted))}
            action={{
              label: t('retry'),
              onClick: () => void state.attempt(() => state.retryPictures(opened.article.missing)),
            }}
          />
        )}
      </ArticleView>
    </>
  )
}

function Damaged({ article: { record, text } }: { article: OpenedArticle }) {
  const { t } = useStrings()
  return (
    <>
      <Notice
        text={t('bodyDamaged')}
        action={{ label: t('restoreBackup'), onClick: () => location.assign('options.html#backups-title') }}
      />
      <p class="reader__rest" lang={record.language}>
        {text}
      </p>
    </>
  )
}

function Explanation({ state }: { state: ReaderState }) {
  const [explained, opened] = [state.explained.value, state.opened.value]
  if (!explained || opened.status !== 'article') return null
  const { tag, candidates, reasons } = explained
  const close = () => {
    state.explained.value = undefined
  }
  return (
    <TagExplanation
      tag={tag}
      candidates={candidates}
      reasons={reasons}
      article={{ ...opened.article.record, text: opened.article.text }}
      onClose={close}
      onShowAll={() => location.assign(`library.html?district=${tag.code}`)}
      onCorrect={by => {
        close()
        void state.attempt(() => state.correct(tag, by))
      }}
    />
  )
}

function CorrectedToast({ state }: { state: ReaderState }) {
  const { t } = useStrings()
  const corrected = state.corrected.value
  if (state.trouble.value) {
    return (
      <Toast
        message={{ text: t('changeFailed') }}
        onClose={() => {
          state.trouble.value = false
        }}
      />
    )
  }
  return (
    <Toast
      message={
        corrected && {
          text: t('tagCorrected', corrected.tag.name),
          undo: () => void state.attempt(() => state.undoCorrection()),
        }
      }
      onClose={() => {
        state.corrected.value = undefined
      }}
    />
  )
}
