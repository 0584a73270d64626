import fc from 'fast-check'
import { expect, test } from 'vitest'
import { omniboxQuery, plainSuggestion } from '../../../entrypoints/wiring/omnibox-query.ts'

const PLACES = [
  { code: '440307', name: '龙岗区', count: 5 },
  { code: '440300', name: '深圳市', count: 9 },
  { code: '320302', name: '鼓楼区', count: 1 },
  { code: '320106', name: '鼓楼区', count: 4 },
]

test.each([
  ['区 龙岗 地铁', { district: '440307', text: '地铁' }],
  ['區 龙岗区', { district: '440307' }],
  ['地区 龙岗 地铁', { district: '440307', text: '地铁' }],
  ['in 深圳 夜市 摊位', { district: '440300', text: '夜市 摊位' }],
  ['区 鼓楼', { district: '320106' }],
  ['区 无此地 地铁', { text: '区 无此地 地铁' }],
  ['  地铁 ', { text: '地铁' }],
  ['区', { text: '区' }],
  ['', {}],
  ['区:龙岗 地铁', { district: '440307', text: '地铁' }],
  ['in:深圳市', { district: '440300' }],
  ['-区:龙岗', { without: ['440307'] }],
  ['地铁 -区:龙岗 －in:鼓楼', { without: ['440307', '320106'], text: '地铁' }],
  ['区 深圳 -区:龙岗 夜市', { district: '440300', without: ['440307'], text: '夜市' }],
  // What the library reads itself stays for it.
  ['-来源:晶报 -is:read 地铁 -夜市', { text: '-来源:晶报 -is:read 地铁 -夜市' }],
  ['-区:无此地', { text: '-区:无此地' }],
])('%j asks for %j', (typed, query) => {
  expect(omniboxQuery(typed, PLACES)).toEqual(query)
})

test('a suggestion has no markup, whatever the headline', () => {
  fc.assert(fc.property(fc.string(), title => !/[<>&"']/.test(plainSuggestion(title))))
})
