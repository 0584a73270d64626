import { readdirSync, readFileSync } from 'node:fs'
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { SCHEMA_VERSION } from '../../../utils/library/database.ts'
import {
  allHighlights,
  countDistricts,
  libraryStatus,
  listArticles,
  pendingJobs,
  readArticle,
  updateArticles,
} from '../../../utils/library/index.ts'
import { makeArticle, makeHighlight, openWith, PNG } from './factory.ts'
import { restoreDatabase, type StoredDatabase } from './stored.ts'

const folder = new URL('fixtures/', import.meta.url)
const fixture = (version: number) => `library-${version}.json`

it('every version has a fixture: `npx tsx tests/unit/library/make-fixture.ts` writes the newest', () => {
  const versions = Array.from({ length: SCHEMA_VERSION }, (_, index) => fixture(index + 1))
  expect(readdirSync(folder).sort()).toEqual(versions.sort())
})

// What make-fixture.ts put into each, as the newest version must show it.
describe.each(readdirSync(folder))('%s', name => {
  it('opens with all that was in it', async () => {
    const factory = new IDBFactory()
    await restoreDatabase(factory, JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as StoredDatabase)
    const { library } = await openWith(factory)
    const { rows } = await listArticles(library, {}, { offset: 0, limit: 100 })
    expect(rows.map(({ title }) => title)).toEqual(['第2条新闻', '第1条新闻'])
    const [second, first] = rows
    if (!first || !second) throw new Error('nothing there')
    expect(first).toMatchObject({
      state: 'read',
      starred: 1,
      labels: ['家'],
      districts: ['440000', '440300', '440307'],
    })
    expect((await listArticles(library, { trash: true }, { offset: 0, limit: 9 })).rows).toMatchObject([
      { title: '第3条新闻', removedAt: expect.any(Number) },
    ])
    expect((await countDistricts(library, {})).get('440300')).toBe(2)
    // Until version 4 their words were written down with them.
    const waiting = await library.db.unindexed.toArray()
    expect(waiting.map(row => Object.keys(row).sort())).toEqual([
      ['articleId', 'slot'],
      ['articleId', 'slot'],
    ])
    expect((await listArticles(library, { text: '第2条 居民' }, { offset: 0, limit: 9 })).total).toBe(1)
    // Out of blocks as they were then.
    expect((await listArticles(library, { text: '第1条 居民' }, { offset: 0, limit: 9 })).total).toBe(1)
    const read = await readArticle(library, first.id)
    expect(read).toMatchObject({ text: makeArticle(1).text, html: makeArticle(1).html, damaged: false })
    expect(read?.images.map(({ bytes, type }) => [[...bytes], type])).toEqual([[[...PNG], 'image/png']])
    expect((await pendingJobs(library)).map(({ articleId }) => articleId)).toEqual([second.id])
    // From version 2 on.
    expect(await allHighlights(library)).toEqual(name === fixture(1) ? [] : [makeHighlight()])
    const store = { get: async () => undefined, set: async () => {} }
    expect(await libraryStatus(library, store)).toEqual({ status: 'sound', articles: 3 })
    expect(await updateArticles(library, [second.id], { state: 'read' })).toMatchObject({ status: 'done', changed: 1 })
  })
})
