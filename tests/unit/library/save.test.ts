import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import {
  findByAddress,
  type Library,
  listArticles,
  pendingJobs,
  readArticle,
  removeArticles,
  type SaveResult,
  saveArticle,
} from '../../../utils/library/index.ts'
import { makeArticle, makeTag, makeTagged, newLibrary, openWith } from './factory.ts'
import { PATIENT } from './patience.ts'

const idOf = (result: SaveResult) => {
  if (result.status === 'failed') throw new Error(result.reason)
  return result.id
}

describe('saveArticle', () => {
  it('gives back exactly what was saved', async () => {
    const library = await newLibrary()
    const images = [{ url: 'https://news.example/a.jpg', caption: '图' }]
    const article = makeArticle(1, { images, nextPageUrl: 'https://news.example/1_2.html' })
    const id = idOf(await saveArticle(library, { article, tags: [makeTag('440307')] }))
    const read = await readArticle(library, id)
    expect(read).toMatchObject({
      html: article.html,
      text: article.text,
      images: [],
      missing: [{ url: images[0]?.url }],
      damaged: false,
    })
    expect(read?.record).toMatchObject({
      title: article.title,
      districts: ['440000', '440300', '440307'],
      state: 'to-read',
      pictures: { wanted: 1, stored: 0, failed: 0 },
      cover: images[0]?.url,
    })
    expect(JSON.parse(JSON.stringify(read?.record))).toEqual(read?.record)
  })

  it('stores an address once, however many save it at once and in however many pages', {
    timeout: PATIENT,
  }, async () => {
    const factory = new IDBFactory()
    const pages = await Promise.all([openWith(factory), openWith(factory)])
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, index) => saveArticle(pages[index % 2]?.library as Library, makeTagged(1))),
    )
    expect(results.filter(({ status }) => status === 'saved')).toHaveLength(1)
    expect(new Set(results.map(idOf)).size).toBe(1)
    expect((await listArticles(pages[0]?.library as Library, {}, { offset: 0, limit: 10 })).total).toBe(1)
  })

  it('brings an article back from the trash', async () => {
    const library = await newLibrary()
    const id = idOf(await saveArticle(library, makeTagged(1)))
    await removeArticles(library, [id])
    expect(await findByAddress(library, makeArticle(1).canonicalUrl)).toBeUndefined()
    expect(await saveArticle(library, makeTagged(1))).toEqual({ status: 'saved', id })
    expect((await findByAddress(library, makeArticle(1).canonicalUrl))?.id).toBe(id)
  })

  it('promises the pictures in the same transaction', async () => {
    const library = await newLibrary()
    const images = ['https://a.example/1.jpg', 'https://a.example/1.jpg', 'data:image/png;base64,AA'].map(url => ({
      url,
    }))
    const id = idOf(await saveArticle(library, { article: makeArticle(1, { images }), tags: [] }))
    expect(await pendingJobs(library)).toEqual([
      { id: `pictures:${id}`, kind: 'pictures', articleId: id, todo: ['https://a.example/1.jpg'], attempts: 0 },
    ])
  })

  it('leaves nothing behind when any part of it fails', async () => {
    const library = await newLibrary()
    library.db.bodies.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(await saveArticle(library, makeTagged(1))).toEqual({ status: 'failed', reason: 'quota' })
    expect((await listArticles(library, {}, { offset: 0, limit: 10 })).rows).toEqual([])
    expect(await library.db.counts.count()).toBe(0)
  })

  it('refuses what no article is', async () => {
    const article = makeArticle(1, { html: 'a'.repeat(8_000_001) })
    expect(await saveArticle(await newLibrary(), { article, tags: [] })).toEqual({
      status: 'failed',
      reason: 'too-large',
    })
  })

  it('shows the excerpt and says so when the body is damaged', async () => {
    const library = await newLibrary()
    const id = idOf(await saveArticle(library, makeTagged(1)))
    const body = await library.db.bodies.get(id)
    await library.db.bodies.update(id, { bytes: body?.bytes.slice(0, 30) as Uint8Array<ArrayBuffer> })
    expect(await readArticle(library, id)).toMatchObject({ damaged: true, html: '' })
  })
})
