import type { RefObject } from 'preact'
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { VirtualizerHandle } from 'virtua'

const ESTIMATED_ROW_HEIGHT = 116
const ROWS_BEYOND_VIEW = 8

/**
 * What virtua's `Virtualizer` is to be given so that only the rows in view (and a few around them) exist, however long the
 * list is, and a way to bring a row into view. Rows go by their index.
 * @param list its element, which is somewhere inside `scroller`
 * @param cover what lies on the top of what the scroller shows
 * @param onRange rows from `start` up to `end` exist
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  count: number,
  cover: RefObject<HTMLElement | null>,
  onRange: (start: number, end: number) => void,
) {
  const virtualizer = useRef<VirtualizerHandle>(null)
  const [startMargin, setStartMargin] = useState(0)
  // The first rows are there before anything is measured: a list that takes another's place must not flash.
  const [range, setRange] = useState({ start: 0, end: Math.min(count, 2 * ROWS_BEYOND_VIEW) })
  // Around what is in view on both sides, as its own buffer is only on the side that the list is scrolled to.
  const keepMounted = useMemo(
    () => Array.from({ length: Math.max(0, Math.min(range.end, count) - range.start) }, (_, at) => range.start + at),
    [range, count],
  )
  const data = useMemo(() => ({ length: count }), [count])

  const look = useCallback(() => {
    const rows = virtualizer.current
    if (!rows) return
    const first = rows.findItemIndex(rows.scrollOffset)
    const last = rows.findItemIndex(rows.scrollOffset + rows.viewportSize)
    const [start, end] = [Math.max(0, first - ROWS_BEYOND_VIEW), Math.min(count, last + 1 + ROWS_BEYOND_VIEW)]
    setRange(before => (before.start === start && before.end === end ? before : { start, end }))
    onRange(start, end)
  }, [count, onRange])
  const place = useCallback(() => setStartMargin(marginOf(scroller.current, list.current)), [scroller, list])
  useLayoutEffect(place)
  // In a wider or narrower window other things stand above the list, and this is not drawn anew for that.
  useLayoutEffect(() => {
    const resized = new ResizeObserver(() => {
      place()
      look()
    })
    if (scroller.current) resized.observe(scroller.current)
    return () => resized.disconnect()
  }, [scroller, place, look])

  // Not by `scrollToIndex`, which goes back to its row whenever one is measured, whatever the reader has scrolled to since.
  const scrollTo = (index: number) => {
    const [rows, element] = [virtualizer.current, scroller.current]
    if (!rows || !element) return
    const start = marginOf(element, list.current) + rows.getItemOffset(index) - element.scrollTop
    const above = start - (cover.current?.offsetHeight ?? 0)
    const below = start + rows.getItemSize(index) - element.clientHeight
    if (above < 0) element.scrollBy(0, above)
    else if (below > 0) element.scrollBy(0, below)
  }

  const options = {
    ref: virtualizer,
    scrollRef: scroller,
    data,
    startMargin,
    itemSize: ESTIMATED_ROW_HEIGHT,
    bufferSize: 0,
    keepMounted,
    onScroll: look,
    onScrollEnd: place,
    onResize: look,
  }
  return { options, scrollTo }
}

/** How far below the top of what `scroller` scrolls the list begins. */
function marginOf(scroller: HTMLElement | null, list: HTMLElement | null): number {
  if (!scroller || !list) return 0
  return Math.round(list.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop)
}
