import type { RefObject } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { bringIntoView } from '../../components/bring-into-view.ts'
import { HighlightList } from '../../components/HighlightList.tsx'
import { useStrings } from '../../components/strings.ts'
import { NARROW } from '../../components/use-media.ts'
import { Layer } from './HighlightLayer.tsx'
import { Highlighting } from './highlighting.ts'
import { idInHash } from './mark-address.ts'
import { ReaderPanel } from './ReaderPanel.tsx'
import './highlights.css'

const bodyOf = () => document.querySelector('.article__body')

/** Marking words in the article on the page: the colours at the selection, the list in the bar, the way back. */
export function Highlights({ canonicalUrl, language }: { canonicalUrl: string; language: string }) {
  const { t } = useStrings()
  const state = useMemo(() => new Highlighting(canonicalUrl), [canonicalUrl])
  const panel = useRef<HTMLDetailsElement>(null)
  useOpening(state, panel)
  useAddress(state)
  return (
    <>
      <ReaderPanel icon="highlight" label={t('highlights')} class="reader__highlights" holder={panel}>
        <HighlightList
          highlights={state.highlights.value}
          language={language}
          lost={state.lost.value}
          editing={state.editing.value}
          onShow={({ id }) => {
            if (matchMedia(NARROW).matches) closePanel(panel.current)
            show(state, id)
          }}
          onChange={(highlight, change) => state.change(highlight, change)}
          onRemove={highlight => void state.remove(highlight)}
        />
      </ReaderPanel>
      <Layer state={state} />
    </>
  )
}

// A click on marked words opens their note.
function useOpening(state: Highlighting, holder: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const onClick = ({ clientX, clientY, target }: MouseEvent) => {
      const [body, panel] = [bodyOf(), holder.current]
      if (!body || !panel || !(target instanceof Element) || !body.contains(target) || target.closest('a')) return
      if (!getSelection()?.isCollapsed) return
      const id = state.at(body, clientX, clientY)
      if (!id) return
      panel.open = true
      state.editing.value = undefined
      state.editing.value = id
    }
    addEventListener('click', onClick)
    return () => removeEventListener('click', onClick)
  }, [state, holder])
}

/** Goes to the mark that the address names, once it is there: see `addressOfMark`. */
function useAddress(state: Highlighting): void {
  const gone = useRef(false)
  const id = idInHash(location.hash)
  useEffect(() => {
    if (id !== undefined && !gone.current) gone.current = show(state, id)
  }, [state, state.highlights.value])
}

// It would cover the words.
function closePanel(panel: HTMLDetailsElement | null): void {
  panel?.querySelector('summary')?.focus({ preventScroll: true })
  panel?.removeAttribute('open')
}

/** @returns whether its words are in the text */
function show(state: Highlighting, id: string): boolean {
  const body = bodyOf()
  const range = body && state.range(body, id)
  if (range) bringIntoView(range)
  return Boolean(range)
}
