import { useEffect } from 'preact/hooks'
import { ArticleView } from '../../components/ArticleView.tsx'
import { Blank } from '../../components/Blank.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Mark } from '../../components/Mark.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PicturesComing } from '../../components/PicturesComing.tsx'
import { SameText } from '../../components/SameText.tsx'
import { useStrings } from '../../components/strings.ts'
import { TagExplanation } from '../../components/TagExplanation.tsx'
import { Toast } from '../../components/Toast.tsx'
import type { Article } from '../../utils/article/article.ts'
import { readingMinutes } from '../../utils/article/text.ts'
import { displayHost } from '../../utils/article/url.ts'
import { hasPanel } from '../../utils/browser/panel.ts'
import { openPage } from '../../utils/browser/tabs.ts'
import { reading as settings } from '../wiring/reading.ts'
import { Marks } from './Marks.tsx'
import type { Reading } from './read-tab.ts'
import { SaveButton } from './SaveButton.tsx'
import type { PopupState } from './state.ts'

export function Popup({ state }: { state: PopupState }) {
  const reading = state.reading.value
  useSaveKey(state)
  return (
    <>
      <PopupBar state={state} />
      <main class="popup__main">
        {reading.status === 'article' && <ArticleShown state={state} article={reading.article} />}
        {reading.status === 'article' && <Choice state={state} chosen={reading.chosen === true} />}
        {reading.status !== 'article' && reading.status !== 'reading' && <NoArticle state={state} reading={reading} />}
      </main>
      {reading.status === 'article' && state.keeping.value.status !== 'unknown' && (
        <Marks canonicalUrl={reading.article.canonicalUrl} language={reading.article.language} />
      )}
      <Explanation state={state} />
      <PopupToast state={state} />
    </>
  )
}

function PopupBar({ state }: { state: PopupState }) {
  const { t } = useStrings()
  return (
    <header class="bar">
      <Mark class="bar__mark" />
      <span class="bar__name">{t('shortName')}</span>
      <button
        type="button"
        class="button button--quiet button--icon"
        aria-label={t('library')}
        title={t('library')}
        onClick={() => leaveTo('library.html')}
      >
        <Icon name="library" />
      </button>
      {state.reading.value.status === 'article' && hasPanel() && <PanelButton state={state} />}
      {state.reading.value.status === 'article' && (
        <SaveButton state={state} onOpen={id => leaveTo(`reader.html?id=${id}`)} />
      )}
    </header>
  )
}

function PanelButton({ state }: { state: PopupState }) {
  const { t } = useStrings()
  const { status } = state.keeping.value
  return (
    <button
      type="button"
      class="button button--quiet button--icon"
      disabled={status === 'unknown' || status === 'saving'}
      aria-label={t('panelOpen')}
      title={t('panelOpen')}
      onClick={() => void state.attempt(() => state.readBeside())}
    >
      <Icon name="panel" />
    </button>
  )
}

function ArticleShown({ state, article }: { state: PopupState; article: Article }) {
  const { t, tn, formatList } = useStrings()
  const keeping = state.keeping.value
  const blocked = state.blocked.value
  return (
    <ArticleView
      settings={settings.value}
      article={article}
      minutes={readingMinutes(article.text)}
      tags={state.tags.value ?? []}
      pictures={state.pictures.value}
      onPickTag={tag => void state.explain(tag)}
    >
      {state.untagged.value && <Notice text={t('untagged')} />}
      {keeping.status === 'failed' && <Notice text={t(FAILURES[keeping.reason])} />}
      {state.sameText.value.length > 0 && (
        <p class="popup__same" role="status">
          <SameText
            lead={t('sameTextSaved')}
            articles={state.sameText.value}
            href={id => `reader.html?id=${id}`}
            onOpen={id => void leaveTo(`reader.html?id=${id}`)}
          />
        </p>
      )}
      <FurtherPages state={state} />
      <Storing state={state} />
      {blocked.length > 0 && (
        <Notice
          text={tn('picturesBlocked', blocked.length, formatList(hostsOf(blocked), 'sentence'))}
          action={{ label: t('picturesAllow'), onClick: () => void state.allowPictures() }}
        />
      )}
    </ArticleView>
  )
}

const hostsOf = (addresses: readonly string[]) => [...new Set(addresses.map(displayHost))]

/** The pictures of the saved article. */
function Storing({ state }: { state: PopupState }) {
  const { t, formatNumber } = useStrings()
  const { storing } = state
  const [shown, stopped] = [storing.progress.shown.value, storing.stoppedAt.value]
  if (shown) return <PicturesComing {...shown} onStop={() => void state.attempt(() => storing.stop())} />
  if (!stopped) return null
  return (
    <Notice
      text={t('picturesStored', formatNumber(stopped.stored), formatNumber(stopped.wanted))}
      action={{ label: t('retry'), onClick: () => void state.attempt(() => storing.retry()) }}
    />
  )
}

function FurtherPages({ state }: { state: PopupState }) {
  const { t, formatNumber } = useStrings()
  const further = state.further.value
  if (further?.status === 'failed') {
    return (
      <Notice
        text={t('furtherPageFailed', formatNumber(further.page))}
        action={{ label: t('retry'), onClick: () => void state.attempt(() => state.readFurther()) }}
      />
    )
  }
  return (
    <p role="status" class="popup__further">
      {further && t('furtherPage', formatNumber(further.page))}
    </p>
  )
}

/** Where the guess is wrong, the reader says what the text is. */
function Choice({ state, chosen }: { state: PopupState; chosen: boolean }) {
  const { t } = useStrings()
  return (
    <p class="popup__choice">
      {chosen && t('textChosen')}
      <ChooseButton state={state} label={t(chosen ? 'chooseAgain' : 'chooseText')} />
      {chosen && (
        <button type="button" class="button" onClick={() => void state.attempt(() => state.forgetChoice())}>
          <Icon name="undo" />
          {t('chooseForget')}
        </button>
      )}
    </p>
  )
}

function ChooseButton({ state, label }: { state: PopupState; label: string }) {
  const choose = async () => {
    await state.choose()
    window.close()
  }
  return (
    <button type="button" class="button" onClick={() => void choose()}>
      <Icon name="point" />
      {label}
    </button>
  )
}

const FAILURES = {
  quota: 'saveFailedQuota',
  unavailable: 'saveFailedUnavailable',
  'too-large': 'saveFailedTooLarge',
  unknown: 'saveFailedUnknown',
} as const

const NO_ARTICLE = {
  'no-article': ['noArticleTitle', 'noArticleText'],
  nothing: ['noArticleTitle', 'nothingText'],
} as const

const CLOSED = {
  own: ['closedTitle', 'closedText'],
  error: ['errorPageTitle', 'errorPageText'],
  offline: ['offlineTitle', 'offlineText'],
  'reader-view': ['readerViewTitle', 'readerViewText'],
  text: ['plainTextTitle', 'plainTextText'],
  data: ['dataTitle', 'dataText'],
  pdf: ['pdfTitle', 'pdfText'],
  media: ['mediaTitle', 'mediaText'],
  page: ['unreadTitle', 'unreadText'],
} as const

function NoArticle({ state, reading }: { state: PopupState; reading: Exclude<Reading, { status: 'article' }> }) {
  const { t } = useStrings()
  const { status } = reading
  const [title, text] = reading.status === 'closed' ? CLOSED[reading.shown] : NO_ARTICLE[reading.status]
  return (
    <Blank title={t(title)} text={t(text)}>
      <button type="button" class="button button--primary" onClick={() => leaveTo('library.html')}>
        <Icon name="library" />
        {t('openLibrary')}
      </button>
      {status === 'no-article' && (
        <button type="button" class="button" onClick={() => void state.readAnyway()}>
          <Icon name="read" />
          {t('readAnyway')}
        </button>
      )}
      {status === 'no-article' && <ChooseButton state={state} label={t('chooseOnPage')} />}
    </Blank>
  )
}

function PopupToast({ state }: { state: PopupState }) {
  const { t } = useStrings()
  const corrected = state.corrected.value
  const removed = state.keeping.value.status === 'removed'
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
    return (
      <Toast
        message={{
          text: t('tagCorrected', corrected.name),
          undo: () => void state.attempt(() => state.undoCorrection()),
        }}
        onClose={() => {
          state.corrected.value = undefined
        }}
      />
    )
  }
  return (
    <Toast
      message={removed ? { text: t('removedOne'), undo: () => void state.attempt(() => state.restore()) } : undefined}
      onClose={() => state.forgetRemoved()}
    />
  )
}

function Explanation({ state }: { state: PopupState }) {
  const [explained, reading] = [state.explained.value, state.reading.value]
  if (!explained || reading.status !== 'article') return null
  const { tag, candidates, reasons } = explained
  const close = () => {
    state.explained.value = undefined
  }
  return (
    <TagExplanation
      tag={tag}
      candidates={candidates}
      reasons={reasons}
      article={reading.article}
      onClose={close}
      onShowAll={() => void leaveTo(`library.html?district=${tag.code}`)}
      onCorrect={by => {
        close()
        void state.attempt(() => state.correct(tag, by))
      }}
    />
  )
}

function useSaveKey(state: PopupState): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 's' && !event.ctrlKey && !event.metaKey && !event.altKey) void state.save()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [state])
}

async function leaveTo(path: Parameters<typeof openPage>[0]): Promise<void> {
  await openPage(path)
  window.close()
}
