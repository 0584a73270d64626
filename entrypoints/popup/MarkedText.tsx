import type { TargetedKeyboardEvent } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { bringIntoView } from '../../components/bring-into-view.ts'
import { ColourButtons } from '../../components/HighlightList.tsx'
import { Icon } from '../../components/Icon.tsx'
import { useStrings } from '../../components/strings.ts'
import { written } from '../../components/written.ts'
import type { Highlight } from '../../utils/library/index.ts'
import { placeUnder } from '../reader/bar-place.ts'
import { Layer } from '../reader/HighlightLayer.tsx'
import { Highlighting } from '../reader/highlighting.ts'

const HALF_WIDTH = 112

/** Marking words in the popup, which has no list of them: a press on a mark leads to what can be done with it. */
export function MarkedText({ canonicalUrl, language }: { canonicalUrl: string; language: string }) {
  const state = useMemo(() => new Highlighting(canonicalUrl), [canonicalUrl])
  const chosen = state.highlights.value.find(({ id }) => id === state.editing.value)
  useChoosing(state)
  return (
    <>
      <MarkButtons state={state} language={language} />
      {chosen && <MarkBar key={chosen.id} state={state} highlight={chosen} />}
      <Layer state={state} />
    </>
  )
}

/** The marks for the keyboard, which cannot press on painted words: each is seen only while it has the focus. */
function MarkButtons({ state, language }: { state: Highlighting; language: string }) {
  const shown = state.highlights.value.filter(({ id }) => !state.lost.value.has(id))
  return shown.map(({ id, quote }) => (
    <button
      key={id}
      id={`mark-${id}`}
      type="button"
      class="button popup__mark"
      {...written(language)}
      onClick={() => {
        const range = rangeOfMark(state, id)
        if (range) bringIntoView(range)
        state.editing.value = id
      }}
    >
      {quote.exact}
    </button>
  ))
}

/** Other colours for a mark, and its end. */
function MarkBar({ state, highlight }: { state: Highlighting; highlight: Highlight }) {
  const { t } = useStrings()
  const bar = useRef<HTMLDivElement>(null)
  const place = usePlace(state, highlight.id)
  useLayoutEffect(() => bar.current?.querySelector('button')?.focus({ preventScroll: true }), [])
  useEffect(() => {
    const onPress = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && bar.current?.contains(target))) state.editing.value = undefined
    }
    addEventListener('pointerdown', onPress)
    return () => removeEventListener('pointerdown', onPress)
  }, [state])
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Escape') return
    // Else the browser closes the popup.
    event.preventDefault()
    state.editing.value = undefined
    document.getElementById(`mark-${highlight.id}`)?.focus({ preventScroll: true })
  }
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('highlight')}
      class="highlight-toolbar popup__mark-bar"
      style={place && { left: `${place.x}px`, top: `${place.y}px` }}
      onKeyDown={onKeyDown}
    >
      <ColourButtons
        chosen={highlight.colour}
        onPick={colour => {
          state.change(highlight, { colour })
          state.flush()
        }}
      />
      <button
        type="button"
        class="button button--quiet button--icon"
        aria-label={t('highlightRemove')}
        title={t('highlightRemove')}
        onClick={() => {
          state.editing.value = undefined
          void state.remove(highlight)
        }}
      >
        <Icon name="trash" />
      </button>
    </div>
  )
}

// A press on marked words; links lead elsewhere, and who selects words wants to mark those.
function useChoosing(state: Highlighting): void {
  useEffect(() => {
    const onClick = ({ clientX, clientY, target }: MouseEvent) => {
      const body = document.querySelector('.article__body')
      if (!body || !(target instanceof Element) || !body.contains(target) || target.closest('a')) return
      if (getSelection()?.isCollapsed) state.editing.value = state.at(body, clientX, clientY)
    }
    addEventListener('click', onClick)
    return () => removeEventListener('click', onClick)
  }, [state])
}

/** Where the bar of a mark goes, also when the text is scrolled below it. */
function usePlace(state: Highlighting, id: string): { x: number; y: number } | undefined {
  const read = () => {
    const range = rangeOfMark(state, id)
    return range && placeUnder(range, HALF_WIDTH)
  }
  const [place, setPlace] = useState(read)
  useEffect(() => {
    const onMove = () => setPlace(read())
    document.addEventListener('scroll', onMove, { capture: true, passive: true })
    addEventListener('resize', onMove)
    return () => {
      document.removeEventListener('scroll', onMove, { capture: true })
      removeEventListener('resize', onMove)
    }
  }, [state, id])
  return place
}

function rangeOfMark(state: Highlighting, id: string): Range | undefined {
  const body = document.querySelector('.article__body')
  return body ? state.range(body, id) : undefined
}
