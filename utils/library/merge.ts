import { later, NEVER } from './clock.ts'
import type { ArticleRow } from './database.ts'
import type { ArticleRecord, Field } from './record.ts'
import { recordOf, rowOf } from './rows.ts'

/** Which parts of a record each field's time speaks for; all others are content. */
const PARTS: Readonly<Record<Exclude<Field, 'content'>, keyof ArticleRecord>> = {
  state: 'state',
  starred: 'starred',
  labels: 'labels',
  tags: 'tags',
  place: 'place',
  removed: 'removedAt',
}
const FIELDS: readonly Field[] = ['content', 'state', 'starred', 'labels', 'tags', 'place', 'removed']

/**
 * One article from two states of it: of each field the one changed last, whichever order they come in. The id stays
 * `local`'s, and so do the counts of pictures, which say what is stored here.
 */
export function mergeRows(local: ArticleRow, other: ArticleRow): ArticleRow {
  const [a, b] = [recordOf(local), recordOf(other)]
  const newer = (field: Field) => isNewer(local, other, field)
  const merged: Partial<ArticleRecord> = { ...(newer('content') ? b : a) }
  for (const [field, part] of Object.entries(PARTS) as [keyof typeof PARTS, keyof ArticleRecord][]) {
    const value = (newer(field) ? b : a)[part]
    delete merged[part]
    if (value !== undefined) Object.assign(merged, { [part]: value })
  }
  const record = {
    ...(merged as ArticleRecord),
    id: a.id,
    savedAt: Math.min(a.savedAt, b.savedAt),
    updatedAt: later(a.updatedAt, b.updatedAt),
    pictures: a.pictures,
    ...(a.story !== undefined && { story: a.story }),
  }
  const times: ArticleRow['times'] = {}
  for (const field of FIELDS) {
    const time = later(local.times[field] ?? NEVER, other.times[field] ?? NEVER)
    if (time !== NEVER) times[field] = time
  }
  return rowOf(record, times, local.sketch)
}

/** Whether `other` changed `field` after `local` did. */
export function isNewer(local: ArticleRow, other: ArticleRow, field: Field): boolean {
  return (other.times[field] ?? NEVER) > (local.times[field] ?? NEVER)
}
