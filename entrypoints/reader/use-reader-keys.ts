import { useEffect } from 'preact/hooks'
import type { KeyMeanings } from '../../components/KeyHelp.tsx'
import { LIST_KEYS } from '../../components/use-list-keys.ts'
import type { Walk } from './walk.ts'
import type { ReaderWindow } from './window.ts'

/** The keys of the reader, as the help (?) shows them: those of the list mean the same here. */
const KEYS = {
  next: LIST_KEYS.next,
  previous: LIST_KEYS.previous,
  finish: 'e',
  read: LIST_KEYS.read,
  focus: 'f',
  full: 'F',
}

export const READER_HELP: KeyMeanings = [
  [KEYS.next, 'keyNext'],
  [KEYS.previous, 'keyPrevious'],
  [KEYS.finish, 'markReadNext'],
  [KEYS.read, 'keyRead'],
  ['h', 'keyHighlight'],
  [KEYS.focus, 'focusMode'],
  ['Shift F', 'fullScreen'],
  ['Ctrl Z', 'undo'],
  ['?', 'keyHelp'],
]

/** Single keys lead from article to article and clear the window; never while somebody types or a dialog is open. */
export function useReaderKeys(walk: Walk | undefined, window: ReaderWindow | undefined): void {
  useEffect(() => {
    if (!walk || !window) return
    const acts: Record<string, () => void> = {
      [KEYS.next]: () => goTo(walk, 'next'),
      [KEYS.previous]: () => goTo(walk, 'previous'),
      [KEYS.finish]: () => void walk.finish(),
      [KEYS.read]: () => toggleRead(walk),
      [KEYS.focus]: () => window.setFocus(!window.focus.peek()),
      [KEYS.full]: () => void window.toggleFull(),
      Escape: () => window.setFocus(false),
    }
    const onKey = (event: KeyboardEvent) => {
      if (isTaken(event)) return
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event
      if (key === 'z' && (ctrlKey || metaKey) && !shiftKey && walk.toast.peek()) {
        event.preventDefault()
        walk.undo()
      }
      if (!ctrlKey && !metaKey && !altKey) acts[key]?.()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [walk, window])
}

function isTaken({ target, repeat }: KeyboardEvent): boolean {
  const types = target instanceof Element && target.closest('input, select, textarea') !== null
  return repeat || types || document.querySelector('dialog[open]') !== null
}

function goTo(walk: Walk, which: 'previous' | 'next'): void {
  const there = walk.neighbours.peek()[which]
  if (there) walk.go(there.id)
}

function toggleRead(walk: Walk): void {
  const state = walk.reader.peek()
  const opened = state.opened.peek()
  if (opened.status !== 'article') return
  void state.attempt(() => state.markRead(opened.article.record.state !== 'read'))
}
