import type { DistrictTag } from '../article/article.ts'
import type { ArticleRecord } from './record.ts'

/**
 * What an article is found under. Each term is one range of the `terms` index, newest first, and has one counter, so
 * that a district of a library of any size is one index read and its count one more.
 *
 * | term | articles |
 * | --- | --- |
 * | `*` | all but the trash |
 * | `d:440307` | of a place |
 * | `to-read` | in a reading state |
 * | `to-read/d:440307` | of a place, in a reading state |
 * | `starred`, `pictures`, `source:晶报`, `site:新岭南`, `label:家` | what they say |
 * | `trash`, `trash/d:440307` | removed |
 */
export type Term = string

export const LIVE: Term = '*'
export const TRASH: Term = 'trash'
export const STARRED: Term = 'starred'
export const PICTURES: Term = 'pictures'

export const placeTerm = (code: string): Term => `d:${code}`
export const sourceTerm = (name: string): Term => `source:${name}`
export const siteTerm = (name: string): Term => `site:${name}`
export const labelTerm = (name: string): Term => `label:${name}`

/** `shelf` is a reading state or the trash. */
export const shelfPlaceTerm = (shelf: string, code: string): Term => `${shelf}/${placeTerm(code)}`

type Termed = Pick<
  ArticleRecord,
  'state' | 'starred' | 'labels' | 'districts' | 'removedAt' | 'pictures' | 'source' | 'site'
>

/** Every term that `record` is found under, each once. */
export function termsOf(record: Termed): Term[] {
  const shelf = record.removedAt === undefined ? record.state : TRASH
  const shelved = [shelf, ...record.districts.map(code => shelfPlaceTerm(shelf, code))]
  if (shelf === TRASH) return shelved
  const terms = [LIVE, ...record.districts.map(placeTerm), ...shelved, ...record.labels.map(labelTerm)]
  if (record.starred) terms.push(STARRED)
  if (record.pictures.stored > 0) terms.push(PICTURES)
  if (record.source) terms.push(sourceTerm(record.source.name))
  if (record.site) terms.push(siteTerm(record.site))
  return [...new Set(terms)]
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

function ancestry(code: string): string[] {
  return [...new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code])]
}
