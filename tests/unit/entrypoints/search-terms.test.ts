import { describe, expect, it, test } from 'vitest'
import type { PlaceNode } from '../../../components/DistrictTree.tsx'
import { placeInSearch, strangeIn, suggestionsFor, withoutPlaces } from '../../../entrypoints/library/search-terms.ts'

const place = (code: string, name: string, count: number, children: PlaceNode[] = []): PlaceNode => ({
  code,
  name,
  count,
  children,
})
const places = [
  place('440300', '深圳市', 9, [place('440307', '龙岗区', 5, [place('440307002', '龙岗街道', 2)])]),
  place('360730', '龙岗镇', 1),
]

describe('placeInSearch', () => {
  it.each([
    ['区:龙岗 地铁', { code: '440307', minus: false, text: '地铁' }],
    ['地铁 in:龙岗 来源:晶报', { code: '440307', minus: false, text: '地铁 来源:晶报' }],
    ['區：龙岗街道', { code: '440307002', minus: false, text: '' }],
    ['-区:龙岗 地铁', { code: '440307', minus: true, text: '地铁' }],
    ['地铁 －in：龙岗街道', { code: '440307002', minus: true, text: '地铁' }],
    ['--区:龙岗 ', undefined],
    ['区:龙岗', undefined],
    ['区:没有 地铁', undefined],
    ['来源:龙岗区 ', undefined],
    ['小区:龙岗 ', undefined],
  ])('%s', (typed, expected) => {
    expect(placeInSearch(typed, places)).toEqual(expected)
  })
})

describe('strangeIn', () => {
  it.each([
    ['in:龙岗', []],
    ['in:trash 区:龙', ['in:trash']],
    ['foo:bar after:昨天 平湖', ['foo:bar', 'after:昨天']],
  ])('%s', (typed, expected) => {
    expect(strangeIn(typed, places)).toEqual(expected)
  })
})

test.each([
  ['地铁 in:龙', '地铁 '],
  ['区:龙岗 地铁 source:a', '地铁 source:a'],
  ['地铁 -区:龙岗', '地铁 '],
  ['小区:龙岗', '小区:龙岗'],
])('the tree keeps its places while one is named: %s', (typed, expected) => {
  expect(withoutPlaces(typed)).toBe(expected)
})

describe('suggestionsFor', () => {
  const known = { places, sources: ['晶报', '晶晶日报', 'Daily Times'], sites: [], labels: ['周末'] }
  const [english, chinese] = [
    ['unread', 'To read', 'Reading', 'Read', 'Starred'],
    ['未读', '待读', '在读', '已读', '星标'],
  ]
  it.each([
    ['地铁 -来', ['地铁 -来源:']],
    ['-来源:晶', ['-来源:晶报', '-来源:晶晶日报']],
    ['-地铁 平湖', []],
    ['地铁 来', ['地铁 来源:', '"地铁 来"']],
    ['平湖 街道', ['"平湖 街道"']],
    ['平湖 "街道 修', ['平湖 "街道 修"']],
    ['"街道 修"', []],
    ['来源:晶', ['来源:晶报', '来源:晶晶日报']],
    ['source:D', ['source:"Daily Times"']],
    ['区:龙', ['区:龙岗区', '区:龙岗街道', '区:龙岗镇']],
    ['is:r', ['is:reading', 'is:read']],
    ['标签:', ['标签:周末']],
    ['地铁', []],
    ['', []],
    ['来源:晶报', []],
  ])('%s', (typed, expected) => {
    expect(suggestionsFor(typed, { ...known, states: english })).toEqual(expected)
  })

  it.each([
    ['是:', ['是:未读', '是:待读', '是:在读', '是:已读', '是:星标']],
    ['is:待', ['is:待读']],
    ['是:un', ['是:unread']],
    ['晚', ['晚于:', '晚於:']],
  ])('%s, in Chinese', (typed, expected) => {
    expect(suggestionsFor(typed, { ...known, states: chinese })).toEqual(expected)
  })

  it.each([
    ['is:', ['is:unread', 'is:to-read', 'is:reading', 'is:read', 'is:starred']],
    ['是:已', ['是:已读', '是:已讀']],
  ])('%s, in English', (typed, expected) => {
    expect(suggestionsFor(typed, { ...known, states: english })).toEqual(expected)
  })
})
