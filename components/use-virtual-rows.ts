import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core'
import type { RefObject } from 'preact'
import { useLayoutEffect, useReducer, useState } from 'preact/hooks'

const ESTIMATED_ROW_HEIGHT = 116
const ROWS_BEYOND_VIEW = 8

/**
 * Only the rows in view (and a few around them) exist, however long the list is. Rows go by their index: keys of their own
 * would be asked for of every one of 100,000 whenever the list is drawn.
 */
export function useVirtualRows(scroller: RefObject<HTMLElement | null>, count: number) {
  const [, redraw] = useReducer((n: number) => n + 1, 0)
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATED_ROW_HEIGHT,
    overscan: ROWS_BEYOND_VIEW,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(undefined),
  }
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options))
  virtualizer.setOptions(options)
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer])
  useLayoutEffect(() => virtualizer._willUpdate())
  return virtualizer
}
