import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { requests } from '../../../entrypoints/wiring/schemas.ts'

const article = {
  url: 'http://a.cn/1',
  canonicalUrl: 'http://a.cn/1',
  title: '题',
  breadcrumb: [],
  credits: [{ role: 'reporter', name: '甲' }],
  language: 'zh-CN',
  html: '<p>文</p>',
  text: '文',
  images: [{ url: 'http://a.cn/1.jpg' }],
}
const tag = { code: '440307', name: '龙岗区', path: [], role: 'main', confidence: 1, subdistricts: [], evidence: [] }

const highlight = {
  id: 'highlight-1',
  canonicalUrl: 'http://a.cn/1',
  quote: { exact: '文', prefix: '', suffix: '' },
  colour: 'pink',
  note: '',
  createdAt: 1,
}

const valid = {
  save: { article, tags: [tag], tabId: 3 },
  remove: { ids: ['a'] },
  restore: { ids: ['a'] },
  deleteForGood: { ids: ['a'] },
  update: { ids: ['a'], change: { state: 'read' } },
  label: { ids: ['a'], add: ['家'], remove: [] },
  retryPictures: { ids: ['a'] },
  resumePictures: { id: 'a', tabId: 7 },
  stopPictures: { id: 'a' },
  pictureWork: { id: 'a', left: 3 },
  pictureWorks: { known: ['a'], left: 3 },
  find: { canonicalUrl: 'http://a.cn/1', host: 'a.cn' },
  findReprints: { canonicalUrl: 'http://a.cn/1', text: '灯' },
  correct: { canonicalUrl: 'http://a.cn/1', host: 'a.cn', corrections: [], tags: [tag] },
  keepRule: { keep: 'main', drop: ['.advert'] },
  highlights: { canonicalUrl: 'http://a.cn/1' },
  listHighlights: { most: 10 },
  keepHighlight: { highlight },
  removeHighlight: { id: 'highlight-1' },
  list: { query: { district: '440307', without: ['440307002'] }, window: { offset: 0, limit: 20 } },
  countDistricts: { query: {} },
  countFacets: { query: {} },
  searchHits: { ids: ['a'], text: '灯' },
  reprints: { ids: ['a'] },
  listIds: { query: {} },
  records: { ids: ['a'] },
  listSpans: { query: { group: 'day' } },
  read: { id: 'a' },
}

describe.each(Object.entries(requests))('a request to %s', (name, schema) => {
  it('is taken where it has its shape', () => {
    expect(v.is(schema, valid[name as keyof typeof valid])).toBe(true)
  })

  it('is refused where it has not', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        fc.pre(typeof value !== 'object' || value === null || Object.keys(value).length === 0 || Array.isArray(value))
        expect(v.is(schema, value)).toBe(false)
      }),
    )
  })

  it('loses whatever else came with it', () => {
    const parsed = v.parse(schema, { ...valid[name as keyof typeof valid], __extra: 'x' })
    expect(Object.keys(parsed)).not.toContain('__extra')
  })
})
