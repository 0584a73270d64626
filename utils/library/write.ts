import { writeCatalogue } from './catalogue.ts'
import { NEVER, newNode, tick } from './clock.ts'
import type { ArticleRow, LibraryDatabase } from './database.ts'
import { recordOf } from './rows.ts'
import { type Term, termsOf } from './terms.ts'

/** One article before and after: without `before` it is new, without `after` it goes. */
export interface RowChange {
  before?: ArticleRow | undefined
  after?: ArticleRow | undefined
  /** Of a new article, or of one that was extracted again. Its body is written in the same transaction. */
  wordsAreNew?: boolean
}

/** The tables that `writeRows` writes. */
export function tablesOfRows(db: LibraryDatabase) {
  return [db.articles, db.counts, db.catalogue, db.unindexed, db.unlinked, db.meta]
}

/**
 * Writes articles, their counters and their part of the catalogue. The only way to write the table `articles`: what is
 * derived from it drifts if it is changed anywhere else. Call inside a read-write transaction over `tablesOfRows`.
 */
export async function writeRows(db: LibraryDatabase, changes: readonly RowChange[]): Promise<void> {
  if (changes.length === 0) return
  await addToCounts(db, countDeltas(changes))
  await writeCatalogue(db, changes)
  const gone = changes.flatMap(({ before, after }) => (before && before.id !== after?.id ? [before.id] : []))
  const rows = changes.flatMap(({ after }) => after ?? [])
  if (gone.length > 0) {
    await db.articles.bulkDelete(gone)
    await db.unindexed.bulkDelete(gone)
    await db.unlinked.bulkDelete(gone)
  }
  if (rows.length === 1) await db.articles.put(rows[0] as ArticleRow)
  else if (rows.length > 0) await db.articles.bulkPut(rows)
  const unindexed = changes.flatMap(({ after, wordsAreNew }) =>
    after && wordsAreNew ? { articleId: after.id, slot: after.slot } : [],
  )
  if (unindexed.length === 0) return
  await db.unindexed.bulkPut(unindexed)
  await db.unlinked.bulkPut(unindexed.map(({ articleId }) => ({ articleId })))
}

/**
 * A new stamp of the library's clock, greater than every stamp it gave before, in whichever page or worker. Call inside
 * a read-write transaction over `meta`.
 */
export async function nextStamp(db: LibraryDatabase, now: number): Promise<string> {
  const [last, node] = await db.meta.bulkGet(['clock', 'node'])
  const name = typeof node?.value === 'string' ? node.value : newNode()
  const stamp = tick(typeof last?.value === 'string' ? last.value : NEVER, now, name)
  await db.meta.put({ key: 'clock', value: stamp })
  if (!node) await db.meta.put({ key: 'node', value: name })
  return stamp
}

/** How much each term's counter changes. Terms that come out even are left out. */
export function countDeltas(changes: readonly RowChange[]): Map<Term, number> {
  const deltas = new Map<Term, number>()
  const add = (row: ArticleRow | undefined, by: number) => {
    for (const term of row ? termsOf(recordOf(row)) : []) deltas.set(term, (deltas.get(term) ?? 0) + by)
  }
  for (const { before, after } of changes) {
    add(before, -1)
    add(after, 1)
  }
  for (const [term, delta] of deltas) if (delta === 0) deltas.delete(term)
  return deltas
}

async function addToCounts(db: LibraryDatabase, deltas: ReadonlyMap<Term, number>): Promise<void> {
  const terms = [...deltas.keys()]
  if (terms.length === 0) return
  const stored = await db.counts.bulkGet(terms)
  const counts = terms.map((term, index) => ({ term, count: (stored[index]?.count ?? 0) + (deltas.get(term) ?? 0) }))
  const empty = counts.filter(({ count }) => count <= 0).map(({ term }) => term)
  const kept = counts.filter(({ count }) => count > 0)
  if (kept.length > 0) await db.counts.bulkPut(kept)
  if (empty.length > 0) await db.counts.bulkDelete(empty)
}
