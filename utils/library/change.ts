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

/** As `ChangeResult`, with what would take it back: those that were alike before are changed back together. */
export type UpdateResult =
  | { status: 'done'; changed: number; before: PastChange[] }
  | { status: 'failed'; reason: LibraryFailure }
export interface PastChange {
  ids: ArticleId[]
  change: ArticleChange
}

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
export async function updateArticles(
  library: Library,
  ids: readonly ArticleId[],
  change: ArticleChange,
): Promise<UpdateResult> {
  const { state, starred, labels, tags, place } = change
  const wanted: Partial<ArticleRecord> = {
    ...(state !== undefined && { state }),
    ...(starred !== undefined && { starred }),
    ...(labels !== undefined && { labels: [...new Set(labels)] }),
    ...(tags !== undefined && { tags, districts: placesOf(tags) }),
    ...(place !== undefined && { place }),
  }
  const fields = Object.keys(change).filter(isField)
  const past = new Past(fields)
  const result = await changeEach(library, ids, (row, stamp) => {
    past.note(row)
    return changedRow(row, fields, wanted, stamp)
  })
  return result.status === 'done' ? { ...result, before: past.changes() } : result
}

/** Gives the reader's own tags `add` to each of the articles and takes `remove` away; the others they have stay. */
export async function changeLabels(
  library: Library,
  ids: readonly ArticleId[],
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): Promise<UpdateResult> {
  const past = new Past(['labels'])
  const result = await changeEach(library, ids, (row, stamp) => {
    const labels = [...new Set([...row.labels, ...add])].filter(label => !remove.includes(label))
    if (labels.length === row.labels.length && labels.every(label => row.labels.includes(label))) return undefined
    past.note(row)
    return changedRow(row, ['labels'], { labels }, stamp)
  })
  return result.status === 'done' ? { ...result, before: past.changes() } : result
}

/** What some fields of articles were before they changed. */
class Past {
  readonly #fields: readonly (keyof ArticleChange)[]
  readonly #groups = new Map<string, PastChange>()

  constructor(fields: readonly (keyof ArticleChange)[]) {
    this.#fields = fields
  }

  note(row: ArticleRow): void {
    const change = Object.fromEntries(
      this.#fields.flatMap(field => (row[field] === undefined ? [] : [[field, row[field]]])),
    ) as ArticleChange
    const key = JSON.stringify(change)
    const group = this.#groups.get(key)
    if (group) group.ids.push(row.id)
    else this.#groups.set(key, { ids: [row.id], change })
  }

  changes(): PastChange[] {
    return [...this.#groups.values()]
  }
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
