import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DistrictTag, TaggableArticle } from '../../../utils/article/article.ts'
import { explain, type Gazetteer, loadGazetteer, tagDistricts } from '../../../utils/districts/index.ts'

interface Item extends TaggableArticle {
  id: string
  trap: string
  gold: { main: string[]; mentioned: string[]; subdistricts: string[]; city?: string }
}

const folder = new URL('../../fixtures/districts/', import.meta.url)
const items = readdirSync(folder)
  .flatMap(name => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
  .map(line => JSON.parse(line) as Item)

let gazetteer: Gazetteer
beforeAll(async () => {
  gazetteer = await loadGazetteer()
})

function expectQuotesItself(article: TaggableArticle, tags: DistrictTag[]): void {
  for (const { text, where, offset } of tags.flatMap(tag => tag.evidence)) {
    const fields = {
      title: [article.title],
      breadcrumb: [...(article.breadcrumb ?? []), article.section ?? ''],
    }
    const entries = where === 'title' || where === 'breadcrumb' ? fields[where] : [article.text]
    expect(entries.map(entry => entry.slice(offset, offset + text.length))).toContain(text)
  }
}

describe('evidence', () => {
  it('stands in the article where it says, whatever the text', () => {
    const word = fc.constantFrom(
      '深圳',
      '龍崗區',
      '平湖',
      '街道',
      '南山',
      '的',
      '、',
      '\n',
      'Longgang District',
      '，',
      '鼓楼区',
      '𠮷',
      '１２',
      '西',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.array(word, { maxLength: 8 }), (body, title) => {
        const article = { url: '', title: title.join(''), text: body.join('') }
        const tags = tagDistricts(article, gazetteer)
        expectQuotesItself(article, tags)
        for (const tag of tags) {
          for (const { text, highlights } of explain(tag, article, gazetteer).sentences) {
            for (const [start, end] of highlights) expect(start >= 0 && end <= text.length && start < end).toBe(true)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it.each(items.map(item => [item.id, item] as const))(
    'of %s quotes the article and explains each main tag',
    (_, item) => {
      const tags = tagDistricts(item, gazetteer)
      expectQuotesItself(item, tags)
      for (const tag of tags.filter(t => t.role === 'main' && !t.code.endsWith('00') && t.evidence.length > 0)) {
        const { sentences, candidates, reasons } = explain(tag, item, gazetteer)
        expect(sentences.length).toBeGreaterThan(0)
        expect(candidates[0]).toMatchObject({ code: tag.code, chosen: true })
        expect(reasons.length).toBeGreaterThan(0)
      }
    },
  )
})
