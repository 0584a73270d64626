import { Dexie } from 'dexie'
import { parseTime } from './clock.ts'
import type { ArticleRow } from './database.ts'
import { failureOf } from './failures.ts'
import { imagesOf, jobId } from './jobs.ts'
import { TRASH_KEPT } from './limits.ts'
import type { Library } from './open.ts'
import type { ArticleId, LibraryFailure } from './record.ts'
import { write } from './room.ts'
import { noteDeleted } from './sentinel.ts'
import { TRASH } from './terms.ts'
import { nextStamp, tablesOfRows, writeRows } from './write.ts'

export type PurgeResult = { status: 'done'; purged: number } | { status: 'failed'; reason: LibraryFailure }

/** Deletes for good what has been in the trash for 30 days. Meant for a daily alarm. */
export function purgeTrash(library: Library, now: number = library.now()): Promise<PurgeResult> {
  return purge(library, row => row.removedAt !== undefined && removedAt(row) <= now - TRASH_KEPT)
}

// By the later of two clocks: one that was set back when the article was removed must not shorten its 30 days.
function removedAt({ removedAt = 0, times }: ArticleRow): number {
  return Math.max(removedAt, times.removed === undefined ? 0 : parseTime(times.removed).millis)
}

/**
 * Deletes what is in the trash for good, for a reader who asks.
 * @param ids only these of it: what was removed while the reader thought about it stays
 */
export function emptyTrash(library: Library, ids?: readonly ArticleId[]): Promise<PurgeResult> {
  const meant = ids && new Set(ids)
  return purge(library, row => row.removedAt !== undefined && meant?.has(row.id) !== false)
}

const BATCH = 200

async function purge(library: Library, isDue: (row: ArticleRow) => boolean): Promise<PurgeResult> {
  const { db } = library
  let purged = 0
  try {
    const trash = db.articles.where('terms').between([TRASH, Dexie.minKey], [TRASH, Dexie.maxKey])
    const ids = (await trash.toArray()).filter(isDue).map(({ id }) => id)
    for (let start = 0; start < ids.length; start += BATCH) {
      purged += await purgeBatch(library, ids.slice(start, start + BATCH), isDue)
    }
    return { status: 'done', purged }
  } catch (error) {
    return { status: 'failed', reason: await failureOf(error) }
  }
}

function purgeBatch({ db, now }: Library, ids: ArticleId[], isDue: (row: ArticleRow) => boolean): Promise<number> {
  const tables = [...tablesOfRows(db), db.bodies, db.images, db.jobs, db.tombstones]
  return write(db, 'change', tables, async () => {
    // Looked at again: a reader may have restored one since.
    const rows = (await db.articles.bulkGet(ids)).filter(row => row !== undefined && isDue(row)) as ArticleRow[]
    const gone = rows.map(({ id }) => id)
    const deletedAt = await nextStamp(db, now())
    await db.tombstones.bulkPut(rows.map(({ id, canonicalUrl }) => ({ id, canonicalUrl, deletedAt })))
    await writeRows(
      db,
      rows.map(before => ({ before })),
    )
    await noteDeleted(db, gone.length)
    await db.bodies.bulkDelete(gone)
    await db.jobs.bulkDelete(gone.map(jobId))
    for (const id of gone) await imagesOf(db, id).delete()
    return rows.length
  })
}
