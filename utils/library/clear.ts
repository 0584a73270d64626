import { clearCatalogue } from './catalogue.ts'
import { failureOf } from './failures.ts'
import type { Library } from './open.ts'
import type { LibraryFailure } from './record.ts'
import { noteDeleted } from './sentinel.ts'

/**
 * Deletes everything a reader saved, tombstones and corrections too; the clock stays, so that what is saved next is
 * still later than what was.
 */
export async function clearLibrary({
  db,
}: Library): Promise<{ status: 'done' } | { status: 'failed'; reason: LibraryFailure }> {
  const tables = db.tables.filter(({ name }) => name !== 'meta' && name !== 'catalogue')
  try {
    await db.transaction('rw', db.tables, async () => {
      await noteDeleted(db, await db.articles.count())
      await clearCatalogue(db)
      for (const table of tables) await table.clear()
    })
    return { status: 'done' }
  } catch (error) {
    return { status: 'failed', reason: await failureOf(error) }
  }
}
