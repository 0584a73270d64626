import { describe, expect, it } from 'vitest'
import {
  type ArticleId,
  changeLabels,
  emptyTrash,
  getCorrection,
  getSiteNotes,
  type Library,
  listArticles,
  purgeTrash,
  readArticle,
  recordsOfIds,
  removeArticles,
  restoreArticles,
  saveArticle,
  setCorrection,
  setSiteNotes,
  updateArticles,
} from '../../../utils/library/index.ts'
import { makeTag, makeTagged, newLibrary } from './factory.ts'

const DAY = 24 * 60 * 60 * 1000

async function save(library: Library, number: number): Promise<ArticleId> {
  const saved = await saveArticle(library, makeTagged(number))
  if (saved.status === 'failed') throw new Error(saved.reason)
  return saved.id
}

describe('changeLabels', () => {
  it('adds and takes away, leaves the others, and can be taken back', async () => {
    const library = await newLibrary()
    const ids = [await save(library, 1), await save(library, 2)]
    await updateArticles(library, ids.slice(0, 1), { labels: ['家', '旧'] })
    const labels = async () => (await recordsOfIds(library, ids)).map(each => each.labels)
    const changed = await changeLabels(library, ids, { add: ['周末'], remove: ['旧'] })
    expect(await labels()).toEqual([['家', '周末'], ['周末']])
    if (changed.status !== 'done') throw new Error('not changed')
    for (const { ids, change } of changed.before) await updateArticles(library, ids, change)
    expect(await labels()).toEqual([['家', '旧'], []])
    expect(await changeLabels(library, ids, { add: [], remove: ['没有'] })).toMatchObject({ changed: 0, before: [] })
  })
})

describe('updateArticles', () => {
  it('changes what is asked and stamps only those fields', async () => {
    const library = await newLibrary()
    const id = await save(library, 1)
    const before = await library.db.articles.get(id)
    const place = { paragraph: 3, quote: '居民说' }
    expect(await updateArticles(library, [id, 'unknown' as ArticleId], { state: 'reading', place })).toEqual({
      status: 'done',
      changed: 1,
      before: [{ ids: [id], change: { state: 'to-read' } }],
    })
    const after = await library.db.articles.get(id)
    expect(after).toMatchObject({ state: 'reading', place, starred: 0, title: before?.title })
    expect(after?.times).toEqual({ ...before?.times, state: after?.updatedAt, place: after?.updatedAt })
    expect(after?.updatedAt && before && after.updatedAt > before.updatedAt).toBe(true)
  })

  it('moves an article to the districts of its new tags', async () => {
    const library = await newLibrary()
    await updateArticles(library, [await save(library, 1)], { tags: [makeTag('110105')] })
    expect((await listArticles(library, { district: '440300' }, { offset: 0, limit: 1 })).total).toBe(0)
    expect((await listArticles(library, { district: '110000' }, { offset: 0, limit: 1 })).total).toBe(1)
  })

  it('gives what takes it back, whatever each article was before', async () => {
    const library = await newLibrary()
    const ids = [await save(library, 1), await save(library, 2), await save(library, 3)]
    await updateArticles(library, ids.slice(0, 1), { state: 'reading', starred: 1 })
    const states = async () => (await recordsOfIds(library, ids)).map(({ state, starred }) => [state, starred])
    const first = await states()
    const marked = await updateArticles(library, ids, { state: 'read' })
    if (marked.status !== 'done') throw new Error('not marked')
    expect(marked.before).toHaveLength(2)
    for (const { ids, change } of marked.before) await updateArticles(library, ids, change)
    expect(await states()).toEqual(first)
  })

  it('stays in order when the clock is set back a year', async () => {
    const clock = { time: 1_700_000_000_000 }
    const library = await newLibrary(clock)
    const id = await save(library, 1)
    const first = (await readArticle(library, id))?.record.updatedAt ?? ''
    clock.time -= 365 * DAY
    await updateArticles(library, [id], { starred: 1 })
    expect(((await readArticle(library, id))?.record.updatedAt ?? '') > first).toBe(true)
  })
})

describe('the trash', () => {
  it('gives back what was removed, as it was', async () => {
    const library = await newLibrary()
    const id = await save(library, 1)
    await updateArticles(library, [id], { labels: ['家'], state: 'read' })
    const before = (await readArticle(library, id))?.record
    await removeArticles(library, [id])
    await restoreArticles(library, [id])
    const after = (await readArticle(library, id))?.record
    expect({ ...after, updatedAt: '' }).toEqual({ ...before, updatedAt: '' })
  })

  it('is emptied after 30 days, with a tombstone for each', async () => {
    const clock = { time: 1_700_000_000_000 }
    const library = await newLibrary(clock)
    const [old, recent] = [await save(library, 1), await save(library, 2)]
    await removeArticles(library, [old])
    clock.time += 29 * DAY
    await removeArticles(library, [recent])
    expect(await purgeTrash(library)).toEqual({ status: 'done', purged: 0 })
    clock.time += DAY
    expect(await purgeTrash(library)).toEqual({ status: 'done', purged: 1 })
    expect(await readArticle(library, old)).toBeUndefined()
    expect(await library.db.bodies.count()).toBe(1)
    expect((await library.db.tombstones.toArray()).map(({ id }) => id)).toEqual([old])
    expect(await emptyTrash(library, [old])).toEqual({ status: 'done', purged: 0 })
    expect(await emptyTrash(library)).toEqual({ status: 'done', purged: 1 })
  })
})

it('corrections and site notes outlive the article', async () => {
  const library = await newLibrary()
  await removeArticles(library, [await save(library, 1)])
  await setCorrection(library, 'https://news.example/1.html', { main: '440307' })
  await setSiteNotes(library, 'news.example', { home: '440300' })
  await emptyTrash(library)
  expect(await getCorrection(library, 'https://news.example/1.html')).toEqual({ main: '440307' })
  expect(await getSiteNotes(library, 'news.example')).toEqual({ home: '440300' })
  expect(await getCorrection(library, 'https://other.example/')).toBeUndefined()
})
