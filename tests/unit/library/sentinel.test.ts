import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import {
  type ArticleId,
  clearLibrary,
  emptyTrash,
  exportBackup,
  importBackup,
  type Library,
  libraryStatus,
  noteCount,
  removeArticles,
  type SentinelStore,
  saveArticle,
} from '../../../utils/library/index.ts'
import { makeTagged, newLibrary, openWith } from './factory.ts'

function newStore(): SentinelStore {
  let stored: unknown
  return {
    get: async () => stored,
    set: async value => {
      stored = JSON.parse(JSON.stringify(value))
    },
  }
}

async function save(library: Library, store: SentinelStore, number: number): Promise<ArticleId> {
  const saved = await saveArticle(library, makeTagged(number))
  if (saved.status === 'failed') throw new Error(saved.reason)
  await noteCount(library, store)
  return saved.id
}

/** The state of the database's files, and the way back to it. */
async function rollback(library: Library): Promise<() => Promise<void>> {
  const { db } = library
  const before = await Promise.all(db.tables.map(async table => [table, await table.toArray()] as const))
  return async () => {
    for (const [table, rows] of before) {
      await table.clear()
      await table.bulkPut(rows)
    }
  }
}

describe('the sentinel', () => {
  it('finds a library sound that grew and was emptied on purpose, noted or not', async () => {
    const [library, store] = [await newLibrary(), newStore()]
    expect(await libraryStatus(library, store)).toEqual({ status: 'sound', articles: 0 })
    const ids = [await save(library, store, 1), await save(library, store, 2)]
    await saveArticle(library, makeTagged(3))
    expect(await libraryStatus(library, store)).toEqual({ status: 'sound', articles: 3 })
    await removeArticles(library, ids)
    await emptyTrash(library)
    expect(await libraryStatus(library, store)).toEqual({ status: 'sound', articles: 1 })
    await clearLibrary(library)
    expect(await libraryStatus(library, store)).toEqual({ status: 'sound', articles: 0 })
    await save(library, store, 4)
    expect(await libraryStatus(library, store)).toEqual({ status: 'sound', articles: 1 })
  })

  it('notices an empty database, and still does after new articles were saved', async () => {
    const [library, store] = [await newLibrary(), newStore()]
    await save(library, store, 1)
    const other = await newLibrary()
    for (const number of [2, 3, 4]) await save(other, store, number)
    expect(await libraryStatus(other, store)).toMatchObject({ status: 'short', expected: 1 })
    await noteCount(other, store, { accept: true })
    expect(await libraryStatus(other, store)).toEqual({ status: 'sound', articles: 3 })
  })

  it('notices an older state that new articles fill up again', async () => {
    const [library, store] = [await newLibrary(), newStore()]
    await save(library, store, 1)
    const rollBack = await rollback(library)
    await save(library, store, 2)
    await rollBack()
    await save(library, store, 3)
    expect(await libraryStatus(library, store)).toMatchObject({ status: 'short', articles: 2, expected: 2 })
  })

  it('is content once a backup brought back what was missing', async () => {
    const [library, store] = [await newLibrary(), newStore()]
    for (const number of [1, 2]) await save(library, store, number)
    const file = await new Response(exportBackup(library) as ReadableStream<Uint8Array<ArrayBuffer>>).blob()
    const other = await newLibrary()
    await noteCount(other, store)
    expect(await libraryStatus(other, store)).toMatchObject({ status: 'short' })
    await importBackup(other, file)
    await noteCount(other, store)
    expect(await libraryStatus(other, store)).toEqual({ status: 'sound', articles: 2 })
  })

  it('notices bodies that went missing', async () => {
    const [library, store] = [await newLibrary(), newStore()]
    await library.db.bodies.delete(await save(library, store, 1))
    expect(await libraryStatus(library, store)).toMatchObject({ status: 'damaged' })
  })

  it('is not confused by pages that note at the same time', async () => {
    const [factory, store] = [new IDBFactory(), newStore()]
    const pages = await Promise.all([1, 2, 3].map(() => openWith(factory)))
    await Promise.all(pages.map(({ library }, index) => save(library, store, index)))
    expect(await libraryStatus(pages[0]?.library as Library, store)).toEqual({ status: 'sound', articles: 3 })
  })
})
