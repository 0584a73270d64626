import type { DistrictTag } from '../article/article.ts'
import type { ArticleRecord } from './record.ts'

/**
 * What an article is found under without reading the catalogue: the views that are opened most. Each term is one range
 * of the `terms` index, newest first, and has one counter, so that a district of a library of any size is one index
 * read and its count one more.
 *
 * | term | articles |
 * | --- | --- |
 * | `*` | all but the trash |
 * | `d:440307` | of a place |
 * | `to-read` | in a reading state |
 * | `to-read/d:440307` | of a place, in a reading state |
 * | `trash`, `trash/d:440307` | removed |
 */
export type Term = string

export const LIVE: Term = '*'
export const TRASH: Term = 'trash'

export const placeTerm = (code: string): Term => `d:${code}`

/** `shelf` is a reading state or the trash. */
export const shelfPlaceTerm = (shelf: string, code: string): Term => `${shelf}/${placeTerm(code)}`

/** Every term that `record` is found under, each once. */
export function termsOf(record: Pick<ArticleRecord, 'state' | 'districts' | 'removedAt'>): Term[] {
  const shelf = record.removedAt === undefined ? record.state : TRASH
  const shelved = [shelf, ...record.districts.map(code => shelfPlaceTerm(shelf, code))]
  return shelf === TRASH ? shelved : [LIVE, ...record.districts.map(placeTerm), ...shelved]
}

/**
 * The codes of all places an article belongs to: each tag's, those above it (GB/T 2260: two digits a level), and its
 * subdistricts.
 */
export function placesOf(tags: readonly DistrictTag[]): string[] {
  const codes = tags.flatMap(({ code, subdistricts }) => [
    ...ancestry(code),
    ...subdistricts.flatMap(subdistrict => subdistrict.code ?? []),
  ])
  return [...new Set(codes)]
}

/** A six-digit code with those above it. */
export function ancestry(code: string): string[] {
  return [...new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code])]
}
