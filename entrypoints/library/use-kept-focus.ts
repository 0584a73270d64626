import { useEffect } from 'preact/hooks'

/**
 * Leads the keyboard on when what had its focus goes away, as the row that was put back or the bar of a selection does: to
 * the row that took its place or the one before, to the row where something was done last, or to the words that stand for
 * an empty list. Without, it would have to begin at the top of the page. Who has a mouse is left alone.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    const kept = new KeptFocus()
    const events = { keydown: kept.onKey, focusin: kept.onFocus, focusout: kept.onBlur }
    // A dialog that goes away gives the focus back by itself, a moment later.
    const observer = new MutationObserver(() => {
      if (kept.isLost()) setTimeout(() => kept.leadOn())
    })
    observer.observe(document.body, { childList: true, subtree: true })
    for (const [name, act] of Object.entries(events)) document.addEventListener(name, act as EventListener, true)
    return () => {
      observer.disconnect()
      for (const [name, act] of Object.entries(events)) document.removeEventListener(name, act as EventListener, true)
    }
  }, [])
}

class KeptFocus {
  /** What has the focus, if the keyboard is what is used. */
  #last: Element | undefined
  /** The row that it is in. */
  #row: number | undefined
  /** The row where something was done, or that was gone to by more than the tab key. */
  #worked = -1
  #tabbing = false

  readonly onKey = ({ key, target }: KeyboardEvent) => {
    this.#tabbing = key === 'Tab' || key === 'Shift'
    if (!this.#tabbing) this.#worked = rowOf(target) ?? this.#worked
  }

  readonly onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return
    this.#last = target.matches(':focus-visible') ? target : undefined
    this.#row = rowOf(target)
    if (!this.#tabbing) this.#worked = this.#row ?? this.#worked
  }

  // Left, not lost: it is still there. Asked when whoever takes it away is done.
  readonly onBlur = () =>
    queueMicrotask(() => {
      if (this.#last?.isConnected && this.#last !== document.activeElement) this.#last = undefined
    })

  isLost(): boolean {
    return this.#last?.isConnected === false && document.activeElement === document.body
  }

  leadOn(): void {
    if (!this.isLost() || document.querySelector('dialog[open]')) return
    // A row that is scrolled away from is taken off the page, and still in the list.
    if (this.#row !== undefined && this.#row < rowsInList()) this.#last = undefined
    else focusList(this.#row ?? this.#worked)
  }
}

/** Leads the keyboard to a row, or the nearest there is before it; without one to the first, or to the words in its place. */
export function focusList(row = -1): void {
  const next = nextTo(row)
  next?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
}

function rowsInList(): number {
  return Number(document.querySelector('[data-index]')?.getAttribute('aria-setsize') ?? 0)
}

function rowOf(target: EventTarget | null): number | undefined {
  const index = target instanceof Element ? target.closest<HTMLElement>('[data-index]')?.dataset.index : undefined
  return index === undefined ? undefined : Number(index)
}

function nextTo(row: number): HTMLElement | null {
  const indexOf = ({ dataset }: HTMLElement) => Number(dataset.index)
  const rows = [...document.querySelectorAll<HTMLElement>('[data-index]')].sort((a, b) => indexOf(a) - indexOf(b))
  const found = rows.findLast(each => indexOf(each) <= row) ?? rows[0]
  return found?.querySelector('a') ?? document.querySelector('.blank__title')
}
