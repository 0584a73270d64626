import { clearCatalogue } from './catalogue.ts'
import { failureOf } from './failures.ts'
import type { Library } from './open.ts'
import type { LibraryFailure } from './record.ts'
import { write } from './room.ts'
import { recordOf, rowOf } from './rows.ts'
import { tablesOfRows, writeRows } from './write.ts'

/** Articles written at once; the whole is one transaction all the same. */
const BATCH = 500

export interface RebuildOptions {
  signal?: AbortSignal
  onProgress?: (progress: { done: number; total: number }) => void
}

export type RebuildResult =
  | { status: 'done'; articles: number }
  /** Nothing was changed. */
  | { status: 'failed'; reason: LibraryFailure | 'stopped' }

/**
 * Works out counters, terms and catalogue afresh from the articles that are there: the repair for a library that is
 * 'damaged'. Articles whose body was lost stay, with their excerpt; bodies whose article was lost go, since nothing leads
 * to them; the search index keeps what it knows.
 */
export async function rebuildIndexes(
  { db }: Library,
  { signal, onProgress }: RebuildOptions = {},
): Promise<RebuildResult> {
  try {
    const articles = await write(db, 'add', [...tablesOfRows(db), db.bodies], async () => {
      const slots = (await db.meta.get('slots'))?.value
      await db.counts.clear()
      await clearCatalogue(db)
      const ids = await db.articles.toCollection().primaryKeys()
      // Slots are kept: the search index knows articles by them.
      if (slots !== undefined) await db.meta.put({ key: 'slots', value: slots })
      for (let start = 0; start < ids.length; start += BATCH) {
        signal?.throwIfAborted()
        onProgress?.({ done: start, total: ids.length })
        const rows = (await db.articles.bulkGet(ids.slice(start, start + BATCH))).filter(row => row !== undefined)
        await writeRows(
          db,
          rows.map(row => ({ after: { ...rowOf(recordOf(row), row.times, row.sketch), slot: row.slot } })),
        )
      }
      const known = new Set(ids)
      await db.bodies.bulkDelete((await db.bodies.toCollection().primaryKeys()).filter(id => !known.has(id)))
      return ids.length
    })
    return { status: 'done', articles }
  } catch (error) {
    return { status: 'failed', reason: signal?.aborted ? 'stopped' : await failureOf(error) }
  }
}
