import { t } from '../../utils/browser/i18n.ts'

export interface Actions {
  larger(): void
  smaller(): void
  use(): void
  leaveOut(): void
  done(): void
  cancel(): void
}

export interface Picked {
  at: Element
  text: Element | undefined
  out: ReadonlySet<Element>
}

type Style = Record<string, string>

// Set one by one: a page's policy may forbid style sheets that are not its own. The colours are those of tokens.css.
const COVER: Style = {
  all: 'initial',
  position: 'fixed',
  inset: '0',
  'z-index': '2147483647',
  'pointer-events': 'none',
}
const BAR: Style = {
  position: 'fixed',
  'inset-inline': '0',
  'inset-block-end': '16px',
  'margin-inline': 'auto',
  'box-sizing': 'border-box',
  'inline-size': 'fit-content',
  'max-inline-size': 'calc(100vw - 32px)',
  padding: '12px 16px',
  'border-radius': '14px',
  border: '1px solid light-dark(#8c857a, #8b847a)',
  'box-shadow': '0 6px 24px rgb(0 0 0 / 30%)',
  'color-scheme': 'light dark',
  background: 'light-dark(#ffffff, #1f1d1b)',
  color: 'light-dark(#1f1c18, #e9e4db)',
  font: '15px/1.5 system-ui, sans-serif',
  'pointer-events': 'auto',
}
const ROW: Style = { display: 'flex', 'flex-wrap': 'wrap', gap: '8px', 'margin-block-start': '8px' }
const BUTTON: Style = {
  font: 'inherit',
  color: 'inherit',
  background: 'light-dark(#f1eee7, #2a2724)',
  border: '1px solid light-dark(#8c857a, #8b847a)',
  'border-radius': '8px',
  padding: '4px 12px',
  'min-block-size': '32px',
  cursor: 'pointer',
}
const PRIMARY: Style = { background: 'light-dark(#a8321f, #e0664e)', color: 'light-dark(#ffffff, #1d0b07)' }
const BOX: Style = { position: 'fixed', 'border-radius': '4px', 'box-sizing': 'border-box' }
const POINTED: Style = { border: '2px solid #17506b', background: 'rgb(23 80 107 / 14%)' }
const USED: Style = { border: '3px solid #23663b', background: 'rgb(35 102 59 / 12%)' }
const LEFT_OUT: Style = {
  border: '2px dashed #a8321f',
  background: 'repeating-linear-gradient(45deg, rgb(168 50 31 / 22%) 0 6px, rgb(255 255 255 / 45%) 6px 12px)',
}

/** What is drawn over a page while its reader picks: boxes around what was picked, and a bar that says what can be done. */
export class Overlay {
  readonly #host = make('div', COVER)
  readonly #boxes = make('div', {})
  readonly #says = make('p', { margin: '0', 'max-inline-size': '40em' })
  readonly #row = make('div', ROW)
  readonly #done: HTMLButtonElement
  readonly #actions: Actions

  constructor(actions: Actions) {
    this.#actions = actions
    const bar = make('div', BAR)
    bar.setAttribute('role', 'dialog')
    bar.setAttribute('aria-label', t('pickTitle'))
    this.#says.setAttribute('role', 'status')
    this.#says.textContent = t('pickPrompt')
    this.#done = button(t('pickDone'), actions.done, PRIMARY)
    this.#done.hidden = true
    this.#row.append(
      button(t('pickLarger'), actions.larger),
      button(t('pickSmaller'), actions.smaller),
      button(t('pickUse'), actions.use),
      button(t('pickLeaveOut'), actions.leaveOut),
      this.#done,
      button(t('cancel'), actions.cancel),
    )
    bar.append(this.#says, this.#row)
    this.#host.attachShadow({ mode: 'closed' }).append(this.#boxes, bar)
  }

  show(): void {
    document.documentElement.append(this.#host)
  }

  remove(): void {
    this.#host.remove()
  }

  is(element: Element): boolean {
    return element === this.#host
  }

  /** Whether something happened on the bar, not on the page. */
  holds({ target }: Event): boolean {
    return target === this.#host
  }

  /** What was just done; the keyboard is then on "Done". */
  say(text: string): void {
    this.#says.textContent = text
    this.#done.hidden = false
    this.#done.focus()
  }

  /** Gives the keyboard back to the page. */
  letGo(): void {
    this.#done.blur()
  }

  /** The last word: only to be read and closed. */
  end(text: string): void {
    this.#boxes.replaceChildren()
    const close = button(t('close'), this.#actions.cancel, PRIMARY)
    this.#row.replaceChildren(close)
    this.#says.textContent = text
    close.focus()
  }

  draw({ at, text, out }: Picked): void {
    const boxes = [...out].map(element => box(element, LEFT_OUT))
    if (text) boxes.push(box(text, USED))
    if (at !== text && !out.has(at)) boxes.push(box(at, POINTED))
    this.#boxes.replaceChildren(...boxes)
  }
}

function box(element: Element, style: Style): HTMLElement {
  const { left, top, width, height } = element.getBoundingClientRect()
  return make('div', {
    ...BOX,
    ...style,
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
  })
}

function button(label: string, act: () => void, style: Style = {}): HTMLButtonElement {
  const made = make('button', { ...BUTTON, ...style })
  made.type = 'button'
  made.textContent = label
  made.addEventListener('click', act)
  return made
}

function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, style: Style): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(style)) made.style.setProperty(name, value)
  return made
}
