import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

export interface RowActions {
  toggleRead: () => void
  toggleStar: () => void
  remove: () => void
}

/** The keys of the list, as the help (?) shows them. */
export const LIST_KEYS = { next: 'j', previous: 'k', read: 'm', star: 's', remove: '#' } as const

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
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const current = focusedIndex(list.current)
      if (event.key === LIST_KEYS.next) focusRow(list.current, Math.min(total - 1, current + 1), scrollTo)
      else if (event.key === LIST_KEYS.previous) focusRow(list.current, Math.max(0, current - 1), scrollTo)
      else if (current >= 0) act(event.key, actionsOf(current))
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [list, total, scrollTo, actionsOf])
}

function act(key: string, actions: RowActions | undefined): void {
  if (key === LIST_KEYS.read) actions?.toggleRead()
  if (key === LIST_KEYS.star) actions?.toggleStar()
  if (key === LIST_KEYS.remove) actions?.remove()
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
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
