import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

export interface RowActions {
  toggleRead: () => void
  toggleStar: () => void
  remove: () => void
}

export interface SelectionActions {
  active: boolean
  toggle: (index: number, extend: boolean) => void
  all: () => void
  clear: () => void
}

/** The keys of the list, as the help (?) shows them. */
export const LIST_KEYS = { next: 'j', previous: 'k', read: 'm', star: 's', remove: '#', select: 'x' } as const

/**
 * Moves through the list and acts on the row that has the focus, by single keys; never while somebody types.
 * @param scrollTo brings a row that is far out of view into being
 * @param actionsOf what can be done with the row at an index
 */
export function useListKeys(
  list: RefObject<HTMLElement | null>,
  total: number,
  scrollTo: (index: number) => void,
  actionsOf: (index: number) => RowActions | undefined,
  selection: SelectionActions,
): void {
  const latest = useRef<(event: KeyboardEvent) => void>(() => {})
  // Who comes back from the bar above goes on from there.
  const left = useRef(-1)
  useLayoutEffect(() => {
    latest.current = onKey
  })
  // Listened to once: a list that scrolls is drawn anew with every frame.
  useEffect(() => {
    const listener = (event: KeyboardEvent) => latest.current(event)
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [])
  const onKey = (event: KeyboardEvent) => {
    if (isWriting(event.target) || document.querySelector('dialog[open]')) return
    if (event.key === 'a' && (event.ctrlKey || event.metaKey) && total > 0) {
      event.preventDefault()
      selection.all()
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const current = focusedIndex(list.current)
    // The way to the bar may lead through rows above.
    if (current >= 0 && event.key !== 'Tab' && event.key !== 'Shift') left.current = current
    if (event.key === 'Escape' && selection.active) selection.clear()
    else if (event.key === LIST_KEYS.next) focusRow(list.current, Math.min(total - 1, left.current + 1), scrollTo)
    else if (event.key === LIST_KEYS.previous) focusRow(list.current, Math.max(0, left.current - 1), scrollTo)
    else if (current >= 0 && !select(event.key, current)) act(event.key, actionsOf(current))
  }
  const select = (key: string, current: number): boolean => {
    if (key === LIST_KEYS.select) selection.toggle(current, false)
    const step = { J: 1, K: -1 }[key]
    if (step === undefined) return key === LIST_KEYS.select
    const next = Math.max(0, Math.min(total - 1, current + step))
    if (!selection.active) selection.toggle(current, false)
    focusRow(list.current, next, scrollTo)
    selection.toggle(next, true)
    return true
  }
}

function act(key: string, actions: RowActions | undefined): void {
  if (key === LIST_KEYS.read) actions?.toggleRead()
  if (key === LIST_KEYS.star) actions?.toggleStar()
  if (key === LIST_KEYS.remove) actions?.remove()
}

/** Whether a key that is pressed there is a letter, or chooses something, and no order. */
export function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return false
  return (
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
  )
}

function focusedIndex(list: HTMLElement | null): number {
  const row = document.activeElement?.closest<HTMLElement>('[data-index]')
  return row && list?.contains(row) ? Number(row.dataset.index) : -1
}

function focusRow(list: HTMLElement | null, index: number, scrollTo: (index: number) => void): void {
  const link = () => list?.querySelector<HTMLElement>(`[data-index="${index}"] a`)
  scrollTo(index)
  const there = link()
  if (there) there.focus({ preventScroll: true })
  else requestAnimationFrame(() => link()?.focus({ preventScroll: true }))
}
