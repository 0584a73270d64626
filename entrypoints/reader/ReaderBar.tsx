import { Icon, type IconName } from '../../components/Icon.tsx'
import { Mark } from '../../components/Mark.tsx'
import { Outline } from '../../components/Outline.tsx'
import { ReadingControls } from '../../components/ReadingControls.tsx'
import { useStrings } from '../../components/strings.ts'
import { addressOfView } from '../library/view.ts'
import { changeReading, reading } from '../wiring/reading.ts'
import { Highlights } from './Highlights.tsx'
import { ReadAloud } from './ReadAloud.tsx'
import { ReaderPanel, useClosingPanels } from './ReaderPanel.tsx'
import type { ReaderState } from './state.ts'
import { goToHeading, type OutlineState } from './use-outline.ts'
import type { Walk } from './walk.ts'
import type { ReaderWindow } from './window.ts'

interface Props {
  state: ReaderState
  walk: Walk | undefined
  window: ReaderWindow | undefined
  /** Undefined where it stands beside the text. */
  outline: OutlineState | undefined
}

/** What can be done with the article, above it. */
export function ReaderBar({ state, walk, window, outline }: Props) {
  const { t } = useStrings()
  const opened = state.opened.value
  const article = opened.status === 'article' ? opened.article.record : undefined
  useClosingPanels()
  return (
    <header class="reader__bar">
      <div class="reader__tools">
        <a class="button button--quiet" href={walk ? addressOfView(walk.view) : 'library.html'}>
          <Mark class="reader__mark" />
          <span class="reader__label">{t('library')}</span>
        </a>
        {walk && <Steps walk={walk} />}
      </div>
      <div class="reader__tools">
        {article && <ReadButton state={state} read={article.state === 'read'} />}
        {article && <ReadAloud key={state.id} title={article.title} language={article.language} />}
        {article && <Highlights key={state.id} canonicalUrl={article.canonicalUrl} language={article.language} />}
        {article && outline && outline.headings.length > 0 && (
          <ReaderPanel icon="outline" label={t('outline')} class="reader__outline">
            <Outline {...outline} language={article.language} onGo={goFromPanel} />
          </ReaderPanel>
        )}
        <ReaderPanel icon="type" label={t('reading')} class="reader__settings">
          <ReadingControls settings={reading.value} onChange={change => void changeReading(change)} />
        </ReaderPanel>
        {window && article && <WindowTools window={window} />}
      </div>
    </header>
  )
}

function Steps({ walk }: { walk: Walk }) {
  const { t } = useStrings()
  const { previous, next } = walk.neighbours.value
  if (!previous && !next) return null
  return (
    <div class="reader__steps">
      <Tool
        icon="previous"
        label={t('keyPrevious')}
        keys="k"
        disabled={!previous}
        onClick={() => previous && walk.go(previous.id)}
      />
      <Tool icon="next" label={t('keyNext')} keys="j" disabled={!next} onClick={() => next && walk.go(next.id)} />
    </div>
  )
}

function WindowTools({ window }: { window: ReaderWindow }) {
  const { t } = useStrings()
  return (
    <>
      <Tool icon="focus" label={t('focusMode')} keys="f" onClick={() => window.setFocus(true)} />
      {window.canFill && (
        <span class="reader__wide">
          <Tool icon="fullScreen" label={t('fullScreen')} keys="Shift+F" onClick={() => void window.toggleFull()} />
        </span>
      )}
    </>
  )
}

function ReadButton({ state, read }: { state: ReaderState; read: boolean }) {
  const { t } = useStrings()
  const label = read ? t('markUnread') : t('markRead')
  return (
    <button
      type="button"
      class="button"
      title={label}
      aria-keyshortcuts="m"
      onClick={() => void state.attempt(() => state.markRead(!read))}
    >
      <Icon name={read ? 'toRead' : 'check'} />
      <span class="reader__label">{label}</span>
    </button>
  )
}

interface ToolProps {
  icon: IconName
  label: string
  keys: string
  disabled?: boolean
  onClick: () => void
}

function Tool({ icon, label, keys, disabled = false, onClick }: ToolProps) {
  return (
    <button
      type="button"
      class="button button--icon"
      aria-label={label}
      title={label}
      aria-keyshortcuts={keys}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  )
}

// The panel would cover the section on a narrow screen.
function goFromPanel(index: number): void {
  document.querySelector('.reader__outline')?.removeAttribute('open')
  goToHeading(index)
}
