import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RowHeights } from '../../../components/row-heights.ts'

const ESTIMATE = 100

/** The same, added up row by row. */
function naive(heights: readonly number[]) {
  const starts = [0]
  for (const height of heights) starts.push((starts.at(-1) ?? 0) + height)
  return {
    startOf: (index: number) => starts[index] ?? Number.NaN,
    indexAt: (place: number) => {
      const after = starts.findIndex(start => start > place)
      return Math.max(0, after < 0 ? heights.length - 1 : after - 1)
    },
  }
}

const measured = fc.array(fc.record({ index: fc.nat(60), height: fc.integer({ min: 1, max: 300 }) }), { maxLength: 80 })

test('starts, places and the whole are those of the rows added up one by one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), measured, fc.nat(8000), (count, all, place) => {
      const heights = Array.from({ length: count }, () => ESTIMATE)
      const rows = new RowHeights(count, ESTIMATE)
      for (const { index, height } of all) {
        const difference = index < count ? height - (heights[index] ?? 0) : 0
        expect(rows.set(index, height)).toBe(difference)
        if (index < count) heights[index] = height
      }
      const expected = naive(heights)
      for (let index = 0; index <= count; index++) expect(rows.startOf(index)).toBe(expected.startOf(index))
      expect(rows.indexAt(place)).toBe(expected.indexAt(place))
      expect(heights.map((_, index) => rows.heightOf(index))).toEqual(heights)
    }),
  )
})

test('what was measured stays where the list grows or shrinks', () => {
  const rows = new RowHeights(3, ESTIMATE)
  rows.set(0, 140)
  rows.set(2, 80)
  const longer = new RowHeights(5, ESTIMATE, rows)
  expect([1, 2, 3, 4, 5].map(index => longer.startOf(index))).toEqual([140, 240, 320, 420, 520])
  const shorter = new RowHeights(2, ESTIMATE, longer)
  expect([0, 1, 2].map(index => shorter.startOf(index))).toEqual([0, 140, 240])
})

test('an empty list begins and ends at once', () => {
  const rows = new RowHeights(0, ESTIMATE)
  expect([rows.startOf(0), rows.indexAt(0), rows.indexAt(500)]).toEqual([0, 0, 0])
})
