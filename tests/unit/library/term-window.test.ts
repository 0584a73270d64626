import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type ArticleQuery,
  type Library,
  listArticles,
  listIds,
  removeArticles,
  saveArticle,
} from '../../../utils/library/index.ts'
import { READING_STATES } from '../../../utils/library/record.ts'
import { rowOf } from '../../../utils/library/rows.ts'
import { newRecord } from '../../../utils/library/save.ts'
import { tablesOfRows, writeRows } from '../../../utils/library/write.ts'
import { makeTagged, openWith } from './factory.ts'
import { PATIENT } from './patience.ts'

const ARTICLES = 700

/** A library whose articles were saved `together` at a time. */
async function filled(together: number): Promise<Library> {
  const { library } = await openWith(new IDBFactory())
  const { db } = library
  await db.transaction('rw', tablesOfRows(db), () =>
    writeRows(
      db,
      Array.from({ length: ARTICLES }, (_, index) => ({
        after: rowOf(
          {
            ...newRecord(makeTagged(index), 1_700_000_000_000 + Math.floor(index / together)),
            state: READING_STATES[index % 4] ?? 'to-read',
          },
          {},
        ),
      })),
    ),
  )
  return library
}

const idsOf = async (library: Library, offset: number, limit: number, query: ArticleQuery = {}) =>
  (await listArticles(library, query, { offset, limit })).rows.map(({ id }) => id)

it.each([
  [1, {}],
  [5, {}],
  [40, {}],
  [1, { district: '440307' }],
  [5, { district: '440307' }],
  [40, { district: '440307' }],
  [5, { district: '440307', state: 'read' as const }],
])(
  'windows read in any order are the parts of one list, %i saved together, %o',
  async (together, query) => {
    const library = await filled(together)
    const all = await listIds(library, query)
    expect(all).toHaveLength('state' in query ? ARTICLES / 4 : ARTICLES)
    const window = fc.record({ offset: fc.nat(ARTICLES + 50), limit: fc.integer({ min: 1, max: 120 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(window, { maxLength: 8 }), async windows => {
        for (const { offset, limit } of windows) {
          expect(await idsOf(library, offset, limit, query)).toEqual(all.slice(offset, offset + limit))
        }
      }),
      { numRuns: 15 },
    )
  },
  PATIENT,
)

it('goes on from where it was read without asking for the rest, until something is written', {
  timeout: PATIENT,
}, async () => {
  const library = await filled(1)
  const reads: number[] = []
  const { bulkGet } = library.db.articles
  library.db.articles.bulkGet = (keys: never) => {
    reads.push((keys as unknown[]).length)
    return bulkGet.call(library.db.articles, keys)
  }
  const all = await listIds(library, {})
  for (let offset = 0; offset < ARTICLES; offset += 60) {
    expect(await idsOf(library, offset, 60)).toEqual(all.slice(offset, offset + 60))
  }
  await removeArticles(library, all.slice(3, 4))
  await saveArticle(library, makeTagged(9000))
  reads.length = 0
  const now = await listIds(library, {})
  expect(now).not.toEqual(all)
  expect(await idsOf(library, 600, 60)).toEqual(now.slice(600, 660))
  expect(reads).toEqual([])
})
