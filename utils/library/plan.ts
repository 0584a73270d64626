import type { ArticleRow } from './database.ts'
import type { ReadingState } from './record.ts'
import { fold } from './rows.ts'
import {
  LIVE,
  labelTerm,
  PICTURES,
  placeTerm,
  STARRED,
  shelfPlaceTerm,
  siteTerm,
  sourceTerm,
  type Term,
  TRASH,
} from './terms.ts'

/** What a list shows. All that is given must hold. */
export interface ArticleQuery {
  /** A district with its subdistricts, a city or province with all below it, or a nine-digit subdistrict. */
  district?: string
  state?: ReadingState
  /** Words of the title, in any case and width. */
  text?: string
  starred?: 0 | 1
  source?: string
  site?: string
  /** One of the reader's own tags. */
  label?: string
  /** The removed articles instead of the others. */
  trash?: boolean
  /** Published (where that is unknown: saved) from this time on, milliseconds since 1970. */
  from?: number
  /** Published before this time, milliseconds since 1970. */
  to?: number
  hasPictures?: boolean
  /** Saved (the default) and published: newest first; title: by its characters; length: shortest first. */
  sort?: 'saved' | 'published' | 'title' | 'length'
}

export type SortIndex = 'terms' | '[trashed+publishedTime]' | '[trashed+titleKey]' | '[trashed+length]'

/** How a query is answered. */
export interface Plan {
  /** Every one must hold; the first leads. */
  terms: Term[]
  index: SortIndex
  /** Read the index from its end. */
  backward: boolean
  published?: { from: number; to: number }
  /** What no index knows, asked of each row. */
  test?: (row: ArticleRow) => boolean
  /** One range of one index is the answer. */
  simple: boolean
}

const INDEXES: Readonly<Record<NonNullable<ArticleQuery['sort']>, SortIndex>> = {
  saved: 'terms',
  published: '[trashed+publishedTime]',
  title: '[trashed+titleKey]',
  length: '[trashed+length]',
}

export function planOf(query: ArticleQuery): Plan {
  const terms = query.trash ? trashTerms(query) : liveTerms(query)
  const index = INDEXES[query.sort ?? 'saved']
  const tests = testsOf(query)
  const published = publishedRange(query)
  const oneRange = terms.length === 1 && (index === 'terms' || terms[0] === LIVE || terms[0] === TRASH)
  return {
    terms,
    index,
    backward: query.sort === 'published',
    ...(published && { published }),
    ...(tests.length > 0 && { test: row => tests.every(test => test(row)) }),
    simple: oneRange && tests.length === 0 && !published,
  }
}

function liveTerms({ district, state, starred, source, site, label, hasPictures }: ArticleQuery): Term[] {
  const terms: Term[] = []
  if (district && state) terms.push(shelfPlaceTerm(state, district))
  else if (district) terms.push(placeTerm(district))
  else if (state) terms.push(state)
  if (source !== undefined) terms.push(sourceTerm(source))
  if (site !== undefined) terms.push(siteTerm(site))
  if (label !== undefined) terms.push(labelTerm(label))
  if (starred) terms.push(STARRED)
  if (hasPictures) terms.push(PICTURES)
  return terms.length > 0 ? terms : [LIVE]
}

function trashTerms({ district }: ArticleQuery): Term[] {
  return [district ? shelfPlaceTerm(TRASH, district) : TRASH]
}

function testsOf(query: ArticleQuery): ((row: ArticleRow) => boolean)[] {
  const tests: ((row: ArticleRow) => boolean)[] = []
  const text = fold(query.text ?? '')
  if (text) tests.push(row => text.split(' ').every(word => fold(row.title).includes(word)))
  if (query.starred === 0) tests.push(row => row.starred === 0)
  if (query.hasPictures === false) tests.push(row => row.pictures.stored === 0)
  if (query.trash) tests.push(...trashTests(query))
  return tests
}

// The trash is small: beside the place, its articles have no terms and are looked at one by one.
function trashTests({ state, starred, source, site, label, hasPictures }: ArticleQuery) {
  const tests: ((row: ArticleRow) => boolean)[] = []
  if (state) tests.push(row => row.state === state)
  if (starred) tests.push(row => row.starred === 1)
  if (source !== undefined) tests.push(row => row.source?.name === source)
  if (site !== undefined) tests.push(row => row.site === site)
  if (label !== undefined) tests.push(row => row.labels.includes(label))
  if (hasPictures) tests.push(row => row.pictures.stored > 0)
  return tests
}

function publishedRange({ from, to }: ArticleQuery): Plan['published'] {
  if (from === undefined && to === undefined) return undefined
  return { from: from ?? Number.NEGATIVE_INFINITY, to: to ?? Number.POSITIVE_INFINITY }
}
