import { type CatalogueEntry, placesOfEntry } from './entry.ts'
import type { ReadingState } from './record.ts'
import { LIVE, placeTerm, shelfPlaceTerm, type Term, TRASH } from './terms.ts'

export type ArticleSort = 'saved' | 'published' | 'title' | 'length'

/** What a list shows. All that is given must hold. */
export interface ArticleQuery {
  /** A district with its subdistricts, a city or province with all below it, or a nine-digit subdistrict. */
  district?: string
  state?: ReadingState
  /** Words of title, text, source or credits, all of which must be there, and operators: see search/operators.ts. */
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
  /** Saved (the default) and published: newest first; title: Chinese by pinyin; length: shortest first. Where `text` is
   * given and this is not, those with the words in their title come first. */
  sort?: ArticleSort
}

/** The one range of the `terms` index that answers `query`, or undefined where there is none. */
export function termOf({ district, state, trash, sort, ...others }: ArticleQuery): Term | undefined {
  const asksMore = Object.values(others).some(value => value !== undefined && value !== '')
  if (asksMore || (sort ?? 'saved') !== 'saved' || (trash && state)) return undefined
  const shelf = trash ? TRASH : state
  if (shelf) return district ? shelfPlaceTerm(shelf, district) : shelf
  return district ? placeTerm(district) : LIVE
}

/** Whether an article is one that `query` asks for, its words aside. */
export function testOf(query: ArticleQuery): (entry: CatalogueEntry) => boolean {
  const { district, state, starred, source, site, label, trash = false, hasPictures } = query
  const [from, to] = [query.from ?? Number.NEGATIVE_INFINITY, query.to ?? Number.POSITIVE_INFINITY]
  return entry =>
    entry.removed === trash &&
    (state === undefined || entry.state === state) &&
    (starred === undefined || entry.starred === (starred === 1)) &&
    (hasPictures === undefined || entry.pictures === hasPictures) &&
    (source === undefined || entry.source === source) &&
    (site === undefined || entry.site === site) &&
    (label === undefined || entry.labels.includes(label)) &&
    entry.published >= from &&
    entry.published < to &&
    (district === undefined || placesOfEntry(entry).includes(district))
}

const ORDERS: Readonly<Record<ArticleSort, (a: CatalogueEntry, b: CatalogueEntry) => number>> = {
  saved: () => 0,
  published: (a, b) => b.published - a.published,
  length: (a, b) => a.length - b.length,
  title: byTitle,
}

/** `entries`, which come last saved first, in the order asked for. */
export function inOrder(entries: readonly CatalogueEntry[], sort: ArticleSort = 'saved'): readonly CatalogueEntry[] {
  return sort === 'saved' ? entries : [...entries].sort(ORDERS[sort])
}

let collator: Intl.Collator | undefined

// Made when first needed: loading the collation data takes some milliseconds that no other list should wait for.
function byTitle(a: CatalogueEntry, b: CatalogueEntry): number {
  collator ??= new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true })
  return collator.compare(a.title, b.title)
}
