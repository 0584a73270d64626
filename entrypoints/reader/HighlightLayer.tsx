import { useEffect, useState } from 'preact/hooks'
import { type Colour, ColourButtons } from '../../components/HighlightList.tsx'
import { useStrings } from '../../components/strings.ts'
import { Toast } from '../../components/Toast.tsx'
import { stretchOf } from '../../components/text-ranges.ts'
import { isWriting } from '../../components/use-list-keys.ts'
import type { Stretch } from '../../utils/article/text-quote.ts'
import { placeUnder } from './bar-place.ts'
import type { Highlighting } from './highlighting.ts'

const SETTLED = 200
const HALF_WIDTH = 90

const bodyOf = () => document.querySelector('.article__body')

/** What was marked is painted, what is selected can be marked. */
export function Layer({ state }: { state: Highlighting }) {
  usePainting(state)
  return (
    <>
      <SelectionToolbar state={state} />
      <Messages state={state} />
    </>
  )
}

function Messages({ state }: { state: Highlighting }) {
  const { t } = useStrings()
  const undo = { text: t('highlightRemoved'), undo: () => void state.restore() }
  const message = state.trouble.value ? { text: t('changeFailed') } : state.removed.value && undo
  const close = () => {
    state.trouble.value = false
    state.removed.value = undefined
  }
  return <Toast message={message} onClose={close} />
}

function SelectionToolbar({ state }: { state: Highlighting }) {
  const selected = useSelection()
  // A mark that was pressed has a bar or a note of its own, until words are selected again.
  const isMarkChosen = state.editing.value !== undefined
  useEffect(() => {
    const onSelect = () => {
      if (getSelection()?.isCollapsed === false) state.editing.value = undefined
    }
    document.addEventListener('selectionchange', onSelect)
    return () => document.removeEventListener('selectionchange', onSelect)
  }, [state])
  const pick = (colour: Colour) => {
    const body = bodyOf()
    if (!body || !selected) return
    void state.add(body.textContent ?? '', selected.stretch, colour)
    getSelection()?.removeAllRanges()
  }
  useEffect(() => {
    const onKey = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      // In Firefox words stay selected while a note is written.
      if (isWriting(target)) return
      if (key === 'h' && !ctrlKey && !metaKey && !altKey) pick('yellow')
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
  if (!selected || isMarkChosen) return null
  return (
    <div class="highlight-toolbar" style={{ left: `${selected.x}px`, top: `${selected.y}px` }}>
      <ColourButtons onPick={pick} />
    </div>
  )
}

interface Selected {
  stretch: Stretch
  /** Where the colours go, in CSS pixels of the window. */
  x: number
  y: number
}

// Touch has no end of a selection to listen for: it counts once it has stood still.
function useSelection(): Selected | undefined {
  const [selected, setSelected] = useState<Selected>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onChange = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setSelected(readSelection()), SETTLED)
    }
    const onMove = () => setSelected(shown => shown && readSelection())
    onChange()
    document.addEventListener('selectionchange', onChange)
    document.addEventListener('scroll', onMove, { capture: true, passive: true })
    addEventListener('resize', onMove)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', onChange)
      document.removeEventListener('scroll', onMove, { capture: true })
      removeEventListener('resize', onMove)
    }
  }, [])
  return selected
}

function readSelection(): Selected | undefined {
  const [selection, body] = [getSelection(), bodyOf()]
  if (!selection || !body || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const stretch = stretchOf(body, range)
  if (!stretch || !body.textContent?.slice(stretch.start, stretch.end).trim()) return undefined
  return { stretch, ...placeUnder(range, HALF_WIDTH) }
}

// The text is put in anew when it is extracted again, or shown in the other script: then all is painted again.
function usePainting(state: Highlighting): void {
  useEffect(() => {
    const [main, repaint] = [document.querySelector('main'), () => paint()]
    const observer = new MutationObserver(repaint)
    const paint = () => {
      const body = bodyOf()
      if (body) state.paint(body)
      observer.takeRecords()
    }
    if (main) observer.observe(main, { childList: true, subtree: true, characterData: true })
    const stop = state.highlights.subscribe(paint)
    const [load, flush] = [() => void state.load(), () => state.flush()]
    load()
    addEventListener('focus', load)
    addEventListener('pagehide', flush)
    return () => {
      stop()
      flush()
      observer.disconnect()
      removeEventListener('focus', load)
      removeEventListener('pagehide', flush)
    }
  }, [state])
}
