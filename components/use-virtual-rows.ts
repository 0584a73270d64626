import type { RefObject } from 'preact'
import { useCallback, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks'
import { RowHeights } from './row-heights.ts'

const ESTIMATED_ROW_HEIGHT = 116
const ROWS_BEYOND_VIEW = 8

export interface VirtualRows {
  /** The rows that exist: from `first` up to `end`. */
  first: number
  end: number
  /** How high all rows together are. */
  height: number
  startOf: (index: number) => number
  /** For the `ref` of a row's element, which names its row in `data-index`. */
  measure: (row: HTMLElement | null) => (() => void) | undefined
  /** Brings a row into view, where it is not. */
  scrollTo: (index: number) => void
}

/**
 * Only the rows in view (and a few around them) exist, however long the list is. Rows go by their index. Nothing is laid
 * out by asking: where the list stands is read when the browser tells of scrolling, heights come when it has drawn them.
 *
 * Libraries were measured on 100,000 rows that scroll, of whose frames 1 % may be late: `@tanstack/virtual-core` 3.19.11 had
 * 2.2 %, this 0.7 %, and `virtua` 0.54.2 1.0 to 1.4 %, or 0.3 % in one run with rows kept on both sides: enough to take its
 * place. It wants preact/compat, and its `scrollToIndex` takes readers back for as long as rows are measured.
 * @param list its element, which is somewhere inside `scroller`
 * @param cover what lies on the top of what the scroller shows
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  count: number,
  cover: RefObject<HTMLElement | null>,
): VirtualRows {
  const known = useRef<RowHeights | undefined>(undefined)
  if (known.current?.count !== count) known.current = new RowHeights(count, ESTIMATED_ROW_HEIGHT, known.current)
  const heights = known.current
  const [range, setRange] = useState<readonly [first: number, end: number]>([0, 0])
  const [, redraw] = useReducer((n: number) => n + 1, 0)

  const look = useCallback(() => {
    const seen = visiblePart(scroller.current, list.current)
    const rows = known.current
    if (!seen || !rows) return
    const first = Math.max(0, rows.indexAt(seen.top) - ROWS_BEYOND_VIEW)
    const end = Math.min(rows.count, rows.indexAt(seen.bottom) + 1 + ROWS_BEYOND_VIEW)
    setRange(before => (before[0] === first && before[1] === end ? before : [first, end]))
  }, [scroller, list])

  const measuring = useMemo(() => {
    const resized = (entries: readonly ResizeObserverEntry[]) => {
      const rows = known.current
      const seen = visiblePart(scroller.current, list.current)
      if (!rows || !seen) return
      const top = rows.indexAt(seen.top)
      let [changed, above] = [0, 0]
      for (const { target, borderBoxSize } of entries) {
        const height = borderBoxSize[0]?.blockSize ?? 0
        // A row that has just gone is told of once more, without a height.
        if (height === 0) continue
        const index = Number((target as HTMLElement).dataset.index)
        const difference = rows.set(index, height)
        if (difference !== 0) changed++
        if (index < top) above += difference
      }
      if (changed === 0) return
      // What is read stays where it is.
      if (above !== 0) scroller.current?.scrollBy(0, above)
      redraw(undefined)
      look()
    }
    return new ResizeObserver(resized)
  }, [scroller, list, look])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const resizing = new ResizeObserver(look)
    resizing.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      resizing.disconnect()
      measuring.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller, look, measuring])
  useLayoutEffect(look, [look, count])

  const measure = useCallback(
    (row: HTMLElement | null) => {
      if (!row) return undefined
      measuring.observe(row)
      return () => measuring.unobserve(row)
    },
    [measuring],
  )

  const scrollTo = (index: number) => {
    const seen = visiblePart(scroller.current, list.current)
    if (!seen) return
    const [start, end] = [heights.startOf(index), heights.startOf(index + 1)]
    const missing = [start - seen.top - (cover.current?.offsetHeight ?? 0), end - seen.bottom] as const
    if (missing[0] < 0) scroller.current?.scrollBy(0, missing[0])
    else if (missing[1] > 0) scroller.current?.scrollBy(0, missing[1])
  }

  const end = Math.min(range[1], count)
  const startOf = (index: number) => heights.startOf(index)
  return { first: Math.min(range[0], end), end, height: heights.startOf(count), startOf, measure, scrollTo }
}

/** The part of the list, from its own top, that the scroller shows. */
function visiblePart(scroller: HTMLElement | null, list: HTMLElement | null) {
  if (!scroller || !list) return undefined
  const frame = scroller.getBoundingClientRect()
  const top = frame.top - list.getBoundingClientRect().top
  return { top, bottom: top + frame.height }
}
