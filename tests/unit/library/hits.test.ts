import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saveArticle, searchHits } from '../../../utils/library/index.ts'
import { hitsIn, snippetOf } from '../../../utils/library/search/hits.ts'
import { makeArticle, newLibrary } from './factory.ts'

const marked = (text: string, query: string) => hitsIn(text, query).map(([start, end]) => text.slice(start, end))

describe('hitsIn', () => {
  it.each([
    ['龙岗区平湖街道修路', '平湖', ['平湖']],
    ['龍崗區平湖街道', '龙岗', ['龍崗']],
    ['平湖和龙岗的平湖', '平湖 龙岗', ['平湖', '龙岗', '平湖']],
    ['平湖街，街道', '平湖街道', ['平湖街', '街道']],
    ['The Longgang mill, a mill', 'MILL long', ['Long', 'mill', 'mill']],
    ['treadmill', 'mill', []],
    ['ＡＢＣ中文', 'abc', ['ＡＢＣ']],
    ['㎞跑', 'km', ['㎞']],
    ['没有', '', []],
    ['平湖街，街道，平湖街道', '"平湖街道"', ['平湖街道']],
    ['平湖街，街道', '"平湖街道"', []],
    ['平湖\n街道', '"平湖街道"', []],
    ['New mills, new mill. A mill', '"new mill" a', ['new mill', 'A']],
    ['第 3 月，3月', '"3月"', ['3 月', '3月']],
  ])('%s, searched for %s', (text, query, expected) => {
    expect(marked(text, query)).toEqual(expected)
  })

  it('gives ranges in order, apart, within the text and not within a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', maxLength: 4 }), (text, query) => {
        let last = -1
        for (const [start, end] of hitsIn(text, query)) {
          expect(start).toBeGreaterThan(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(text.slice(start, end))).toBe(false)
          last = end
        }
      }),
    )
  })

  it('finds every word that stands in a Chinese text', () => {
    const han = fc.string({ unit: fc.constantFrom(...'龙岗平湖街道修路龍崗'), minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(han, fc.nat(), (text, seed) => {
        const at = seed % (text.length - 1)
        expect(marked(text, text.slice(at, at + 2)).length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('snippetOf', () => {
  it('is about the first hit, and short', () => {
    const snippet = snippetOf(`${'前'.repeat(300)}平湖${'后'.repeat(300)}`, '平湖')
    expect(snippet?.text).toMatch(/^…前{24}平湖后+…$/)
    expect(snippet?.hits).toEqual([[25, 27]])
    expect(snippet?.text.length).toBeLessThan(150)
    expect(snippetOf('没有', '平湖')).toBeUndefined()
  })
})

it('searchHits marks titles and texts of saved articles, operators aside', async () => {
  const library = await newLibrary()
  const saved = await saveArticle(library, { article: makeArticle(1, { text: '开头。\n居民说路修好了。' }), tags: [] })
  if (saved.status === 'failed') throw new Error(saved.reason)
  expect(await searchHits(library, [saved.id], '来源:晶报 路修 新闻')).toEqual([
    { id: saved.id, title: [[3, 5]], snippet: { text: '开头。 居民说路修好了。', hits: [[7, 9]] } },
  ])
  expect(await searchHits(library, [saved.id], '来源:晶报')).toEqual([])
})
