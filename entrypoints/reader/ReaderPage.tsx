import { useCallback, useEffect, useState } from 'preact/hooks'
import { ArticleView } from '../../components/ArticleView.tsx'
import { Icon } from '../../components/Icon.tsx'
import { KeyHelp } from '../../components/KeyHelp.tsx'
import { LibraryClosed } from '../../components/LibraryClosed.tsx'
import { type LargePicture, LightBox } from '../../components/LightBox.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Outline } from '../../components/Outline.tsx'
import { PicturesComing } from '../../components/PicturesComing.tsx'
import { PicturesMissingNotice } from '../../components/PicturesMissing.tsx'
import { useStrings } from '../../components/strings.ts'
import { TagExplanation } from '../../components/TagExplanation.tsx'
import { Toast } from '../../components/Toast.tsx'
import { useMedia } from '../../components/use-media.ts'
import type { OpenedArticle } from '../wiring/library-access.ts'
import { reading } from '../wiring/reading.ts'
import { LinkHint } from './LinkHint.tsx'
import { NextArticles } from './NextArticles.tsx'
import { OwnTags } from './OwnTags.tsx'
import { ReaderBar } from './ReaderBar.tsx'
import type { Opened, ReaderState } from './state.ts'
import { goToHeading, useOutline } from './use-outline.ts'
import { usePlace } from './use-place.ts'
import { READER_HELP, useReaderKeys } from './use-reader-keys.ts'
import { useVerticalScroll } from './use-vertical-scroll.ts'
import type { Walk } from './walk.ts'
import type { ReaderWindow } from './window.ts'

interface Props {
  state: ReaderState
  /** Where there is a way to other articles; the panel has none. */
  walk?: Walk
  window?: ReaderWindow
}

export function ReaderPage({ state, walk, window }: Props) {
  const opened = state.opened.value
  const outline = useOutline(opened.status === 'article' ? state.id : undefined)
  const isWide = useMedia('(min-width: 75rem)') && reading.value.writing !== 'vertical'
  useReaderKeys(walk, window)
  return (
    <>
      <ReaderBar state={state} walk={walk} window={window} outline={isWide ? undefined : outline} />
      <main class={`reader__main${isWide && outline.headings.length > 0 ? ' reader__main--outlined' : ''}`}>
        {opened.status === 'article' && isWide && outline.headings.length > 0 && (
          <aside class="reader__aside">
            <Outline {...outline} language={opened.article.record.language} onGo={goToHeading} />
          </aside>
        )}
        {opened.status === 'article' && <Reading key={state.id} state={state} opened={opened} walk={walk} />}
        {opened.status !== 'article' && opened.status !== 'opening' && <Closed reason={opened.status} />}
        <LinkHint />
      </main>
      <Explanation state={state} />
      {walk && <KeyHelp keys={READER_HELP} />}
      {window && <LeaveFocus window={window} />}
      <Messages state={state} walk={walk} />
    </>
  )
}

function Closed({ reason }: { reason: Exclude<Opened['status'], 'article' | 'opening'> }) {
  const { t } = useStrings()
  return (
    <LibraryClosed reason={reason}>
      <a class="button button--primary" href="library.html">
        <Icon name="library" />
        {t('openLibrary')}
      </a>
    </LibraryClosed>
  )
}

function LeaveFocus({ window }: { window: ReaderWindow }) {
  const { t } = useStrings()
  if (!window.focus.value) return null
  return (
    <button
      type="button"
      class="button button--quiet button--icon reader__leave"
      aria-label={t('leaveFocus')}
      title={t('leaveFocus')}
      onClick={() => window.setFocus(false)}
    >
      <Icon name="close" />
    </button>
  )
}

interface ReadingProps {
  state: ReaderState
  opened: Opened & { status: 'article' }
  walk: Walk | undefined
}

function Reading({ state, opened, walk }: ReadingProps) {
  const { record, html } = opened.article
  const { wanted, stored, failed } = record.pictures
  const coming = state.pictures.shown.value
  const progress = usePlace(state)
  const [large, setLarge] = useState<{ pictures: LargePicture[]; start: number }>()
  useVerticalScroll()
  useHeadline(walk)
  const showLarge = useCallback((pictures: LargePicture[], start: number) => setLarge({ pictures, start }), [])
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
        onPicture={showLarge}
      >
        <OwnTags state={state} labels={record.labels} />
        {opened.article.damaged && <Damaged article={opened.article} />}
        {coming && <PicturesComing {...coming} onStop={() => void state.attempt(() => state.stopPictures())} />}
        {failed > 0 && !coming && (
          <PicturesMissingNotice
            {...{ stored, wanted }}
            missing={opened.article.missing}
            page={record.url}
            onRetry={() => void state.attempt(() => state.retryPictures(opened.article.missing))}
          />
        )}
      </ArticleView>
      {walk && <NextArticles walk={walk} />}
      {large && <LightBox {...large} onClose={() => setLarge(undefined)} />}
    </>
  )
}

/** Where an article took the place of another, the keyboard and whoever listens begin at its headline. */
function useHeadline(walk: Walk | undefined): void {
  useEffect(() => {
    const headline = document.querySelector<HTMLElement>('.article__title')
    if (!walk?.hasGone || !headline || document.activeElement !== document.body) return
    headline.tabIndex = -1
    headline.focus({ preventScroll: true })
  }, [])
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

function Messages({ state, walk }: { state: ReaderState; walk: Walk | undefined }) {
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
  if (corrected) {
    const undo = () => void state.attempt(() => state.undoCorrection())
    return (
      <Toast
        message={{ text: t('tagCorrected', corrected.tag.name), undo }}
        onClose={() => {
          state.corrected.value = undefined
        }}
      />
    )
  }
  return (
    <Toast
      message={walk?.toast.value}
      onClose={() => {
        if (walk) walk.toast.value = undefined
      }}
    />
  )
}
