import { expect, test } from 'vitest'
import { findHighlights, type Listed } from '../../../entrypoints/highlights/find-highlights.ts'

const listed = (id: string, page: string, exact: string, note = ''): Listed => ({
  highlight: {
    id,
    canonicalUrl: `https://news.example/${page}`,
    quote: { exact, prefix: '', suffix: '' },
    colour: 'yellow',
    note,
    createdAt: 1,
  },
  article: page === 'gone' ? null : { id: page as never, title: `题目${page}`, language: 'zh-CN' },
})
const ALL = [listed('a', '1', '老墟市夜市'), listed('b', 'gone', 'Solar Mill'), listed('c', '1', '骑楼', '周六去看')]
const simplify = (letter: string) => ({ 騎: '骑', 樓: '楼' })[letter] ?? letter
const ids = (typed: string) =>
  findHighlights(ALL, typed, simplify).map(({ highlights }) => highlights.map(({ id }) => id))

test.each([
  ['', [['c', 'a'], ['b']]],
  ['夜市', [['a']]],
  ['周六 骑楼', [['c']]],
  ['騎樓', [['c']]],
  ['solar', [['b']]],
  ['题目1', [['c', 'a']]],
  ['没有', []],
])('%j finds %j', (typed, expected) => {
  expect(ids(typed)).toEqual(expected)
})
