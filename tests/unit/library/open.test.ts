import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, it } from 'vitest'
import { LibraryDatabase } from '../../../utils/library/database.ts'
import { listArticles, openLibrary, saveArticle } from '../../../utils/library/index.ts'
import { makeTagged, openWith } from './factory.ts'

it('says so where nothing can be stored', async () => {
  const refusing = Object.assign(new IDBFactory(), {
    databases: () => Promise.reject(new DOMException('private', 'InvalidStateError')),
  })
  expect(await openLibrary({ indexedDB: refusing, IDBKeyRange })).toMatchObject({
    status: 'failed',
    reason: 'unavailable',
  })
})

it('leaves the library of a newer version as it is', async () => {
  const indexedDB = new IDBFactory()
  const newer = new LibraryDatabase('kaifong', { indexedDB, IDBKeyRange })
  newer.version(99).stores({ fromTheFuture: 'id' })
  await newer.open()
  newer.close()
  expect(await openLibrary({ indexedDB, IDBKeyRange })).toMatchObject({ status: 'failed', reason: 'newer-version' })
  expect((await indexedDB.databases())[0]?.version).toBe(990)
})

it('makes way for a newer version and says so', async () => {
  const indexedDB = new IDBFactory()
  let outdated = 0
  const opened = await openLibrary({ indexedDB, IDBKeyRange, onOutdated: () => outdated++ })
  const newer = new LibraryDatabase('kaifong', { indexedDB, IDBKeyRange })
  newer.version(99).stores({ fromTheFuture: 'id' })
  await newer.open()
  expect(outdated).toBe(1)
  if (opened.status !== 'open') throw new Error(opened.detail)
  expect(await saveArticle(opened.library, makeTagged(1))).toEqual({ status: 'failed', reason: 'unknown' })
})

it('does not wait for an older version that holds on', async () => {
  const indexedDB = new IDBFactory()
  const old = await new Promise<IDBDatabase>(resolve => {
    const request = indexedDB.open('kaifong', 1)
    request.onsuccess = () => resolve(request.result)
  })
  expect(await openLibrary({ indexedDB, IDBKeyRange })).toMatchObject({ status: 'failed', reason: 'blocked' })
  old.close()
})

it('two pages see one library', async () => {
  const indexedDB = new IDBFactory()
  const [one, other] = [await openWith(indexedDB), await openWith(indexedDB)]
  await saveArticle(one.library, makeTagged(1))
  expect((await listArticles(other.library, {}, { offset: 0, limit: 1 })).total).toBe(1)
})
