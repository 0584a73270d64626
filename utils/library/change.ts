import type { ArticleRow } from './database.ts'
import { failureOf } from './failures.ts'
import type { Library } from './open.ts'
import type { ArticleChange, ArticleId, ArticleRecord, Field, LibraryFailure } from './record.ts'
import { write } from './room.ts'
import { changedRow } from './rows.ts'
import { placesOf } from './terms.ts'
import { nextStamp, tablesOfRows, writeRows } from './write.ts'

/** `changed` counts the articles that are now otherwise than before. */
export type ChangeResult = { status: 'done'; changed: number } | { status: 'failed'; reason: LibraryFailure }

/** Puts articles in the trash; unknown ids and ids already there are passed over. */
export function removeArticles(library: Library, ids: readonly ArticleId[]): Promise<ChangeResult> {
  const removedAt = library.now()
  return changeEach(library, ids, (row, stamp) =>
    row.removedAt === undefined ? changedRow(row, ['removed'], { removedAt }, stamp) : undefined,
  )
}

/** Takes articles back out of the trash, as they were. */
export function restoreArticles(library: Library, ids: readonly ArticleId[]): Promise<ChangeResult> {
  return changeEach(library, ids, (row, stamp) =>
    row.removedAt === undefined ? undefined : changedRow(row, ['removed'], { removedAt: undefined }, stamp),
  )
}

/** Makes the same change to each of the articles, each field with a time of its own for a later merge. */
export function updateArticles(
  library: Library,
  ids: readonly ArticleId[],
  change: ArticleChange,
): Promise<ChangeResult> {
  const { state, starred, labels, tags, place } = change
  const wanted: Partial<ArticleRecord> = {
    ...(state !== undefined && { state }),
    ...(starred !== undefined && { starred }),
    ...(labels !== undefined && { labels: [...new Set(labels)] }),
    ...(tags !== undefined && { tags, districts: placesOf(tags) }),
    ...(place !== undefined && { place }),
  }
  const fields = Object.keys(change).filter(isField)
  return changeEach(library, ids, (row, stamp) => changedRow(row, fields, wanted, stamp))
}

function isField(name: string): name is Extract<Field, keyof ArticleChange> {
  return name === 'state' || name === 'starred' || name === 'labels' || name === 'tags' || name === 'place'
}

/** Articles changed in one transaction: enough to be fast, few enough that other pages get their turn. */
const BATCH = 1000

/** Gives every known article of `ids` to `change`, and stores what comes back. */
export async function changeEach(
  { db, now }: Library,
  ids: readonly ArticleId[],
  change: (row: ArticleRow, stamp: string) => ArticleRow | undefined,
): Promise<ChangeResult> {
  const each = [...new Set(ids)]
  let changed = 0
  try {
    for (let start = 0; start < each.length; start += BATCH) {
      changed += await write(db, 'change', tablesOfRows(db), async () => {
        const rows = await db.articles.bulkGet(each.slice(start, start + BATCH))
        const stamp = await nextStamp(db, now())
        const changes = rows.flatMap(before => {
          const after = before && change(before, stamp)
          return before && after ? { before, after } : []
        })
        await writeRows(db, changes)
        return changes.length
      })
    }
    return { status: 'done', changed }
  } catch (error) {
    return { status: 'failed', reason: await failureOf(error) }
  }
}
