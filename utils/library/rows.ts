import type { ArticleRow } from './database.ts'
import type { ArticleRecord, Field } from './record.ts'
import { placesOf, rangesOf } from './terms.ts'

/** Of a row that was never written. */
export const NO_SLOT = -1

/** The row to store for `record`, with what the indexes read worked out afresh. */
export function rowOf(
  record: ArticleRecord,
  times: ArticleRow['times'],
  sketch?: readonly number[] | undefined,
): ArticleRow {
  const { districts: _, ...kept } = record
  return {
    ...kept,
    terms: rangesOf(record).map(range => [range, -record.savedAt]),
    slot: NO_SLOT,
    times,
    ...(sketch && { sketch: [...sketch] }),
  }
}

/** The record without what only the indexes read. */
export function recordOf(row: ArticleRow): ArticleRecord {
  const { terms: _terms, slot: _slot, times: _times, sketch: _sketch, ...record } = row
  return { ...record, districts: placesOf(row.tags) }
}

/** `row` with `change` made at `stamp`. Undefined in `change` takes a field away. */
export function changedRow(
  row: ArticleRow,
  fields: readonly Field[],
  change: { [K in keyof ArticleRecord]?: ArticleRecord[K] | undefined },
  stamp: string,
): ArticleRow {
  const merged = Object.entries({ ...recordOf(row), ...change }).filter(([, value]) => value !== undefined)
  const record = { ...(Object.fromEntries(merged) as unknown as ArticleRecord), updatedAt: stamp }
  const times = { ...row.times }
  for (const field of fields) times[field] = stamp
  return rowOf(record, times, row.sketch)
}
