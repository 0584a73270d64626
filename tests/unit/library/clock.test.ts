import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTime, later, NEVER, newNode, parseTime, tick } from '../../../utils/library/clock.ts'

const wallClock = fc.integer({ min: 0, max: 4_000_000_000_000 })

describe('tick', () => {
  it('always gives a later stamp, however the wall clock jumps', () => {
    fc.assert(
      fc.property(fc.array(wallClock, { minLength: 2, maxLength: 50 }), times => {
        let last = NEVER
        for (const now of times) {
          const next = tick(last, now, 'abc')
          expect(next > last).toBe(true)
          expect(isTime(next)).toBe(true)
          last = next
        }
      }),
    )
  })

  it('follows the wall clock as long as that runs forward', () => {
    expect(parseTime(tick(tick(NEVER, 1000, 'a'), 2000, 'a'))).toEqual({ millis: 2000, count: 0, node: 'a' })
  })

  it('goes on where a clock was set back a year', () => {
    const before = tick(NEVER, 1_700_000_000_000, 'a')
    expect(parseTime(tick(before, 1_668_000_000_000, 'a'))).toEqual({ millis: 1_700_000_000_000, count: 1, node: 'a' })
  })

  it('carries the counter into the milliseconds when it is used up', () => {
    expect(parseTime(tick('000000001zzzz-a', 0, 'a'))).toEqual({ millis: 2, count: 0, node: 'a' })
  })
})

describe('later', () => {
  it('orders the stamps of two devices the same way on both', () => {
    fc.assert(
      fc.property(wallClock, wallClock, (a, b) => {
        const [one, other] = [tick(NEVER, a, newNode()), tick(NEVER, b, newNode())]
        expect(later(one, other)).toBe(later(other, one))
        if (a !== b) expect(later(one, other)).toBe(a > b ? one : other)
      }),
    )
  })
})
