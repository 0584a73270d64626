import { type Collection, Dexie } from 'dexie'
import type { ArticleRow, LibraryDatabase } from './database.ts'
import { matchingIds } from './match.ts'
import type { Library } from './open.ts'
import { type ArticleQuery, type Plan, planOf } from './plan.ts'
import type { ArticleId, ArticleRecord } from './record.ts'
import { recordOf } from './rows.ts'
import { LIVE, placesOf, placeTerm, shelfPlaceTerm, TRASH } from './terms.ts'

/** The part of a list that is on screen, counted from 0. */
export interface QueryWindow {
  offset: number
  limit: number
}

/** The articles that `query` asks for: how many in all, and those of the window. Trash excepted unless asked for. */
export function listArticles(
  { db }: Library,
  query: ArticleQuery,
  window: QueryWindow,
): Promise<{ total: number; rows: ArticleRecord[] }> {
  const plan = planOf(query)
  return db.transaction('r', [db.articles, db.counts], async () => {
    const { total, rows } = plan.simple
      ? await indexWindow(db, plan, window)
      : await idsWindow(db, await matchingIds(db, plan), window)
    return { total, rows: rows.map(recordOf) }
  })
}

/**
 * How many of the articles that `query` asks for belong to each place, those with none left out. `query.district` is
 * not looked at, so that the navigation keeps its other places while one is chosen.
 */
export function countDistricts({ db }: Library, query: ArticleQuery): Promise<Map<string, number>> {
  const { district: _, sort: _sort, ...rest } = query
  const plan = planOf(rest)
  return db.transaction('r', [db.articles, db.counts], async () => {
    const [only] = plan.terms
    if (plan.simple && only !== undefined && isShelf(only)) return countersOf(db, only)
    const counts = new Map<string, number>()
    await eachRow(db, await matchingIds(db, plan), row => {
      for (const code of placesOf(row.tags)) counts.set(code, (counts.get(code) ?? 0) + 1)
    })
    return counts
  })
}

/** The saved article with this canonical address, trash excepted. */
export async function findByAddress({ db }: Library, canonicalUrl: string): Promise<ArticleRecord | undefined> {
  const row = await db.articles.get({ canonicalUrl })
  return row && row.removedAt === undefined ? recordOf(row) : undefined
}

/** The ids of all articles that `query` asks for, in its order: for "select all". */
export function listIds({ db }: Library, query: ArticleQuery): Promise<ArticleId[]> {
  return db.transaction('r', [db.articles, db.counts], async () => matchingIds(db, planOf(query)))
}

// One read for the rows and one for the count, whatever the size of the library.
async function indexWindow(db: LibraryDatabase, { terms, index, backward }: Plan, { offset, limit }: QueryWindow) {
  const term = terms[0] ?? LIVE
  const total = (await db.counts.get(term))?.count ?? 0
  const found = () => (index === 'terms' ? rangeOf(db, 'terms', term) : rangeOf(db, index, term === TRASH ? 1 : 0))
  const ordered = () => (backward ? found().reverse() : found())
  // From an offset on, Dexie steps over the rows before with one `advance`, then walks.
  return { total, rows: await ordered().offset(offset).limit(limit).toArray() }
}

async function idsWindow(db: LibraryDatabase, ids: readonly ArticleId[], { offset, limit }: QueryWindow) {
  return { total: ids.length, rows: await rowsOf(db, ids.slice(offset, offset + limit)) }
}

async function rowsOf(db: LibraryDatabase, ids: ArticleId[]): Promise<ArticleRow[]> {
  return (await db.articles.bulkGet(ids)).filter(row => row !== undefined)
}

function rangeOf(db: LibraryDatabase, index: string, first: string | number): Collection<ArticleRow, ArticleId> {
  return db.articles.where(index).between([first, Dexie.minKey], [first, Dexie.maxKey])
}

const BATCH = 500

async function eachRow(db: LibraryDatabase, ids: readonly ArticleId[], visit: (row: ArticleRow) => void) {
  for (let start = 0; start < ids.length; start += BATCH) {
    for (const row of await rowsOf(db, ids.slice(start, start + BATCH))) visit(row)
  }
}

function isShelf(term: string): boolean {
  return !/^(starred|pictures|source:|site:|label:)/.test(term)
}

async function countersOf(db: LibraryDatabase, shelf: string): Promise<Map<string, number>> {
  const prefix = shelf === LIVE ? placeTerm('') : shelfPlaceTerm(shelf, '')
  const counters = await db.counts.where('term').startsWith(prefix).toArray()
  return new Map(counters.map(({ term, count }) => [term.slice(prefix.length), count]))
}
