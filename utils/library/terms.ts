import type { DistrictTag } from '../article/article.ts'
import { type ArticleRecord, READING_STATES } from './record.ts'

/**
 * What an article is found under without reading the catalogue: the views that are opened most. Each term has a counter,
 * and one range of the `terms` index, newest first, or one for each reading state: so that a district of a library of any
 * size is a few index reads, and its count one more.
 *
 * | term | articles | ranges |
 * | --- | --- | --- |
 * | `*` | all but the trash | `*` |
 * | `d:440307` | of a place | `to-read/d:440307`, `reading/d:440307`, `read/d:440307` |
 * | `to-read` | in a reading state | itself |
 * | `to-read/d:440307` | of a place, in a reading state | itself |
 * | `trash`, `trash/d:440307` | removed | itself |
 */
export type Term = string

export const LIVE: Term = '*'
export const TRASH: Term = 'trash'

const PLACE = 'd:'

export const placeTerm = (code: string): Term => `${PLACE}${code}`

/** `shelf` is a reading state or the trash. */
export const shelfPlaceTerm = (shelf: string, code: string): Term => `${shelf}/${placeTerm(code)}`

type Termed = Pick<ArticleRecord, 'state' | 'districts' | 'removedAt'>

/** Every term that `record` counts for, each once. */
export function termsOf(record: Termed): Term[] {
  const places = record.removedAt === undefined ? record.districts.map(placeTerm) : []
  return [...rangesOf(record), ...places]
}

/**
 * The ranges of the index that `record` stands in: every other term is left out, since six places more would be 200 bytes
 * for each article.
 */
export function rangesOf({ state, districts, removedAt }: Termed): Term[] {
  const shelf = removedAt === undefined ? state : TRASH
  const shelved = [shelf, ...districts.map(code => shelfPlaceTerm(shelf, code))]
  return shelf === TRASH ? shelved : [LIVE, ...shelved]
}

/** The ranges that hold the articles of `term` between them, each article in one. */
export function rangesWith(term: Term): Term[] {
  return term.startsWith(PLACE) ? READING_STATES.map(state => `${state}/${term}`) : [term]
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
