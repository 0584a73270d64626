import { expect, test, vi } from 'vitest'

// The extension API does not run outside a browser; this stands in for its word on the language.
const language = vi.hoisted(() => ({ is: 'en' }))
vi.mock('../../../utils/browser/api.ts', () => ({ browser: { i18n: { getMessage: () => language.is } } }))
const { formatDate, formatList } = await import('../../../utils/browser/i18n.ts')

test.each([
  ['2025-03-15T08:20:00+08:00', 'Mar 15, 2025, 8:20 AM'],
  ['2025-03-15T00:05:00+08:00', 'Mar 15, 2025, 12:05 AM'],
  ['2025-03-15', 'Mar 15, 2025'],
  ['2025-03-15T00:00:00-05:00', 'Mar 15, 2025'],
  ['2025-03-15T00:00:00.000Z', 'Mar 15, 2025'],
  [undefined, ''],
  ['soon', ''],
])('%s is written %j where there is room for the time', (iso, written) => {
  expect(formatDate(iso, 'time').replace(/\s/g, ' ')).toBe(written)
})

test.each([
  ['en', '陈小满, 周立', '陈小满 and 周立'],
  ['zh-CN', '陈小满、周立', '陈小满和周立'],
  ['zh-TW', '陈小满、周立', '陈小满和周立'],
])('in %s two names are %s in a line and %s in a sentence', (tag, line, sentence) => {
  language.is = tag
  expect(formatList(['陈小满', '周立'])).toBe(line)
  expect(formatList(['陈小满', '周立'], 'sentence')).toBe(sentence)
})
