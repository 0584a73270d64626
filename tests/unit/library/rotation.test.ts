import fc from 'fast-check'
import { expect, it } from 'vitest'
import { backupName, outdatedBackups } from '../../../utils/library/index.ts'

const DAY = 24 * 60 * 60 * 1000
const START = Date.UTC(2026, 0, 1, 12)
const named = (day: number) => backupName(START + day * DAY)

it('names a backup by its day', () => {
  expect(named(0)).toBe('kaifong-2026-01-01.backup.gz')
})

it('keeps the last seven days and a backup of each of four weeks, and never what it did not write', () => {
  const names = [...Array.from({ length: 60 }, (_, day) => named(day)), 'holiday.jpg', 'kaifong-old.backup.gz']
  const left = names.filter(name => !outdatedBackups(names, { daily: 7, weekly: 4 }).includes(name))
  expect(left.slice(-2)).toEqual(['holiday.jpg', 'kaifong-old.backup.gz'])
  // Seven days touch two weeks; of the two before them one each.
  expect(left.slice(0, -2)).toHaveLength(9)
  for (let day = 53; day < 60; day++) expect(left).toContain(named(day))
  expect(left[0] && left[0] < named(45)).toBe(true)
})

it('keeps the newest, whatever days there are', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(400), { minLength: 1 }), fc.integer({ min: 1, max: 9 }), (days, daily) => {
      const names = days.map(named)
      const gone = outdatedBackups(names, { daily, weekly: 4 })
      expect(gone).not.toContain(named(Math.max(...days)))
      expect(names.length - gone.length).toBeGreaterThanOrEqual(Math.min(daily, names.length))
      expect(names.length - gone.length).toBeLessThanOrEqual(daily + 4)
    }),
  )
})
