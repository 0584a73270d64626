import { describe, expect, it } from 'vitest'
import type { PlaceNode } from '../../../components/DistrictTree.tsx'
import { placeInSearch, suggestionsFor } from '../../../entrypoints/library/search-terms.ts'

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
    ['区:龙岗 地铁', { district: '440307', text: '地铁' }],
    ['地铁 in:龙岗 来源:晶报', { district: '440307', text: '地铁 来源:晶报' }],
    ['區：龙岗街道', { district: '440307002', text: '' }],
    ['区:龙岗', undefined],
    ['区:没有 地铁', undefined],
    ['来源:龙岗区 ', undefined],
    ['小区:龙岗 ', undefined],
  ])('%s', (typed, expected) => {
    expect(placeInSearch(typed, places)).toEqual(expected)
  })
})

describe('suggestionsFor', () => {
  const known = { places, sources: ['晶报', '晶晶日报', 'Daily Times'], sites: [], labels: ['周末'] }
  it.each([
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
    expect(suggestionsFor(typed, known)).toEqual(expected)
  })
})
