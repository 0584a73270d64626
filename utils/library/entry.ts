import type { ArticleRow } from './database.ts'
import { type ArticleId, READING_STATES, type ReadingState } from './record.ts'

/** What any filter, count or order needs of an article. */
export interface CatalogueEntry {
  id: ArticleId
  /** The first letters, to sort by. */
  title: string
  savedAt: number
  /** Milliseconds since 1970; `savedAt` where unknown. */
  published: number
  length: number
  state: ReadingState
  starred: boolean
  /** Some picture is stored. */
  pictures: boolean
  removed: boolean
  labels: readonly string[]
  source?: string | undefined
  site?: string | undefined
  /** See `ArticleRecord`. */
  story?: string | undefined
  /** Of districts (six digits) and subdistricts (nine). */
  codes: readonly string[]
}

/** Letters of a title that are kept to sort by. */
const TITLE = 16

export function entryOf(row: ArticleRow): CatalogueEntry {
  const published = row.publishedAt === undefined ? Number.NaN : Date.parse(row.publishedAt)
  return {
    id: row.id,
    title: row.title.slice(0, TITLE),
    savedAt: row.savedAt,
    published: Number.isNaN(published) ? row.savedAt : published,
    length: row.length,
    state: row.state,
    starred: row.starred === 1,
    pictures: row.pictures.stored > 0,
    removed: row.removedAt !== undefined,
    labels: row.labels,
    ...(row.source && { source: row.source.name }),
    ...(row.site !== undefined && { site: row.site }),
    ...(row.story !== undefined && { story: row.story }),
    codes: row.tags.flatMap(({ code, subdistricts }) => [code, ...subdistricts.flatMap(each => each.code ?? [])]),
  }
}

// An entry as it is packed: an array, since names would outweigh the values.
type Packed = [
  id: string,
  title: string,
  savedAt: number,
  published: number,
  length: number,
  flags: number,
  labels: readonly string[],
  source: string | null,
  site: string | null,
  ...storyAndCodes: string[],
]

// `flags`: the reading state in the lowest two bits, then these.
const STATE = 3
const STARRED = 4
const PICTURES = 8
const REMOVED = 16
// What comes before the codes then.
const STORY = 32

/** Entries by slot as UTF-8 JSON: faster to read than a structured clone, and Chinese in three bytes a letter. */
export function packEntries(entries: readonly (CatalogueEntry | null)[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(entries.map(entry => entry && pack(entry))))
}

/** What `packEntries` took. */
export function unpackEntries(bytes: Uint8Array<ArrayBuffer>): (CatalogueEntry | null)[] {
  const packed = JSON.parse(new TextDecoder().decode(bytes)) as (Packed | null)[]
  return packed.map(each => each && unpack(each))
}

function pack(entry: CatalogueEntry): Packed {
  const { id, title, savedAt, published, length, labels, source, site, story, codes } = entry
  const state = READING_STATES.indexOf(entry.state)
  const marks = (entry.starred ? STARRED : 0) | (entry.pictures ? PICTURES : 0) | (entry.removed ? REMOVED : 0)
  const flags = state | marks | (story === undefined ? 0 : STORY)
  const rest = story === undefined ? codes : [story, ...codes]
  return [id, title, savedAt, published, length, flags, labels, source ?? null, site ?? null, ...rest]
}

function unpack(packed: Packed): CatalogueEntry {
  const [id, title, savedAt, published, length, flags, labels, source, site, ...rest] = packed
  const story = flags & STORY ? rest[0] : undefined
  return {
    id: id as ArticleId,
    title,
    savedAt,
    published,
    length,
    state: READING_STATES[flags & STATE] ?? 'to-read',
    starred: (flags & STARRED) > 0,
    pictures: (flags & PICTURES) > 0,
    removed: (flags & REMOVED) > 0,
    labels,
    ...(source !== null && { source }),
    ...(site !== null && { site }),
    ...(story !== undefined && { story }),
    codes: story === undefined ? rest : rest.slice(1),
  }
}
