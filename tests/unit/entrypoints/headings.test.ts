import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Strings } from '../../../components/strings.ts'
import { headingsOf, startsOf } from '../../../entrypoints/library/headings.ts'

const messages = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as Record<
  string,
  { message: string }
>
const t: Strings['t'] = (key, ...values) =>
  (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, number) => String(values[Number(number) - 1]))
const strings: Strings = {
  t,
  tn: (key, count) => t(`${key}_${count === 1 ? 'one' : 'other'}` as Parameters<Strings['t']>[0], count),
  formatNumber: String,
  formatDate: iso => iso?.slice(0, 10) ?? '',
  formatList: names => names.join(),
}

const DAY = String(new Date(2026, 5, 30).getTime())
const headingOf = (key: string, sort?: 'saved' | 'published' | 'title') =>
  headingsOf(startsOf([{ key, count: 3 }]), { group: 'day', ...(sort && { sort }) }, () => undefined, strings)(0)

test.each([
  [undefined, 'Saved 2026-06-30 · 3 articles'],
  ['saved', 'Saved 2026-06-30 · 3 articles'],
  // As they are grouped: only a list in the order of publication is divided by that.
  ['title', 'Saved 2026-06-30 · 3 articles'],
  ['published', 'Published 2026-06-30 · 3 articles'],
] as const)('a day says of what it is, sorted by %s', (sort, heading) => {
  expect(headingOf(DAY, sort)).toBe(heading)
})

test('so do articles that have no such day', () => {
  expect(headingOf('', 'published')).toBe('Published on an unknown day · 3 articles')
})
