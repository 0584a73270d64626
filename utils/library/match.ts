import { Dexie } from 'dexie'
import type { LibraryDatabase } from './database.ts'
import type { Plan } from './plan.ts'
import type { ArticleId } from './record.ts'
import { type Term, TRASH } from './terms.ts'

/**
 * The ids of all articles that hold, in the plan's order: key-only reads of each term's range, intersected. Call inside
 * a transaction over `articles` and `counts`.
 */
export async function matchingIds(db: LibraryDatabase, plan: Plan): Promise<ArticleId[]> {
  const trashed = plan.terms[0]?.startsWith(TRASH) ? 1 : 0
  const lists = await Promise.all((await rarestFirst(db, plan.terms)).map(term => idsOfTerm(db, term)))
  if (plan.published) lists.push(await idsOfPublished(db, trashed, plan.published))
  const ordered = plan.index === 'terms' ? (lists.shift() ?? []) : await idsInOrder(db, plan, trashed)
  const sets = lists.map(list => new Set(list))
  const ids = ordered.filter(id => sets.every(set => set.has(id)))
  return plan.test ? testRows(db, ids, plan.test) : ids
}

async function rarestFirst(db: LibraryDatabase, terms: readonly Term[]): Promise<Term[]> {
  if (terms.length === 1) return [...terms]
  const counts = await db.counts.bulkGet([...terms])
  const known = terms.map((term, index) => ({ term, count: counts[index]?.count ?? 0 }))
  return known.sort((a, b) => a.count - b.count).map(({ term }) => term)
}

function idsOfTerm(db: LibraryDatabase, term: Term): Promise<ArticleId[]> {
  return db.articles.where('terms').between([term, Dexie.minKey], [term, Dexie.maxKey]).primaryKeys()
}

function idsOfPublished(db: LibraryDatabase, trashed: 0 | 1, range: { from: number; to: number }) {
  const { from, to } = range
  return db.articles.where('[trashed+publishedTime]').between([trashed, from], [trashed, to]).primaryKeys()
}

function idsInOrder(db: LibraryDatabase, { index, backward }: Plan, trashed: 0 | 1): Promise<ArticleId[]> {
  const all = db.articles.where(index).between([trashed, Dexie.minKey], [trashed, Dexie.maxKey])
  return (backward ? all.reverse() : all).primaryKeys()
}

const BATCH = 500

async function testRows(db: LibraryDatabase, ids: readonly ArticleId[], test: NonNullable<Plan['test']>) {
  const held: ArticleId[] = []
  for (let start = 0; start < ids.length; start += BATCH) {
    for (const row of await db.articles.bulkGet(ids.slice(start, start + BATCH)))
      if (row && test(row)) held.push(row.id)
  }
  return held
}
