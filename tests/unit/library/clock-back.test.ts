import { IDBFactory } from 'fake-indexeddb'
import { expect, it } from 'vitest'
import {
  listArticles,
  purgeTrash,
  readArticle,
  removeArticles,
  restoreArticles,
  saveArticle,
  updateArticles,
} from '../../../utils/library/index.ts'
import { makeTagged, openWith } from './factory.ts'

const DAY = 24 * 60 * 60 * 1000
const YEAR = 365 * DAY

async function savedThenSetBack() {
  const { library, clock } = await openWith(new IDBFactory())
  const saved = await saveArticle(library, makeTagged(1))
  if (saved.status !== 'saved') throw new Error('not saved')
  clock.time -= YEAR
  return { library, clock, id: saved.id }
}

it('a change made after the clock was set back a year is later than what was before', async () => {
  const { library, id } = await savedThenSetBack()
  const before = (await readArticle(library, id))?.record.updatedAt ?? ''
  await updateArticles(library, [id], { starred: 1 })
  const after = (await readArticle(library, id))?.record
  expect(after?.starred).toBe(1)
  expect(after && after.updatedAt > before).toBe(true)
})

it('an article removed while the clock was a year behind is kept for 30 days all the same', async () => {
  const { library, clock, id } = await savedThenSetBack()
  await removeArticles(library, [id])
  clock.time += YEAR + 29 * DAY
  expect(await purgeTrash(library)).toEqual({ status: 'done', purged: 0 })
  expect(await restoreArticles(library, [id])).toEqual({ status: 'done', changed: 1 })
  await removeArticles(library, [id])
  clock.time += 31 * DAY
  expect(await purgeTrash(library)).toEqual({ status: 'done', purged: 1 })
})

it('saving goes on while the clock is behind', async () => {
  const { library } = await savedThenSetBack()
  expect(await saveArticle(library, makeTagged(2))).toMatchObject({ status: 'saved' })
  expect((await listArticles(library, {}, { offset: 0, limit: 9 })).total).toBe(2)
})
