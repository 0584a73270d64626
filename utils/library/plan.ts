import type { PlacedEntry } from './columns.ts'
import { conditionsOf, type FoundQuery } from './conditions.ts'
import { inOrderOfOrigin } from './origin.ts'
import type { ReadingState } from './record.ts'
import { LIVE, placeTerm, shelfPlaceTerm, type Term, TRASH } from './terms.ts'

export type ArticleSort = 'saved' | 'published' | 'title' | 'length' | 'district'

/**
 * `day`: of publication where the list is sorted by that, else of saving; both by this device's clock. `story`: articles
 * with much the same text, the original first; those without any others come last.
 */
export type ArticleGroup = 'day' | 'district' | 'story'

/** What a list shows. All that is given must hold. */
export interface ArticleQuery {
  /** A district with its subdistricts, a city or province with all below it, or a nine-digit subdistrict. */
  district?: string
  /** Places as in `district`, none of which the articles may be about. */
  without?: readonly string[]
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
  /** Saved (the default) and published: newest first; title: Chinese by pinyin; length: shortest first; district: in the
   * order of the national list. Where `text` is given and this is not, those with the words in their title come first. */
  sort?: ArticleSort
  /** Keeps what belongs together together; within a group the order is that of `sort`. */
  group?: ArticleGroup
}

/** A query with the operators of its `text` taken out of it: see search/operators.ts. */
export interface ReadQuery extends ArticleQuery {
  /** To read, or being read. */
  unread?: true
  /** The name of a site, or labels of a host that follow each other: `163`, `news.163.com`. */
  siteOrHost?: string
  /** What none of the articles may be, have or say, each by itself. */
  not?: readonly Omit<ReadQuery, 'not'>[]
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
export function testOf(query: FoundQuery): (entry: PlacedEntry) => boolean {
  const conditions = Object.values(conditionsOf(query))
  return entry => conditions.every(holds => holds(entry))
}

type Order = (entries: readonly PlacedEntry[]) => readonly PlacedEntry[]

const ORDERS: Readonly<Record<ArticleSort, Order>> = {
  saved: entries => entries,
  published: entries =>
    sortedBy(
      entries,
      ({ published, isDated }) => (isDated ? published : Number.MIN_SAFE_INTEGER),
      (a, b) => b - a,
    ),
  length: entries =>
    sortedBy(
      entries,
      ({ length }) => length,
      (a, b) => a - b,
    ),
  title: entries => sortedBy(entries, ({ title }) => title, pinyin().compare),
  district: entries => sortedBy(entries, ({ firstCode }) => firstCode ?? NO_PLACE, inCodeOrder),
}

/** `entries`, which come last saved first, in the order asked for. */
export function inOrder(
  entries: readonly PlacedEntry[],
  { sort = 'saved', group }: Pick<ArticleQuery, 'sort' | 'group'>,
): readonly PlacedEntry[] {
  const sorted = ORDERS[sort](entries)
  if (group === undefined) return sorted
  if (group === 'story') return byStory(sorted)
  if (group === 'district') return sort === 'district' ? sorted : ORDERS.district(sorted)
  if (sort === 'saved' || sort === 'published') return sorted
  return sortedBy(
    sorted,
    ({ savedAt }) => dayOf(savedAt),
    (a, b) => b - a,
  )
}

// What an entry is sorted by is read from its columns once, not with every comparison.
function sortedBy<Key>(
  entries: readonly PlacedEntry[],
  keyOf: (entry: PlacedEntry) => Key,
  compare: (a: Key, b: Key) => number,
): readonly PlacedEntry[] {
  const keyed = entries.map(entry => ({ entry, key: keyOf(entry) }))
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ entry }) => entry)
}

// Stories come in the order of the first of each.
function byStory(entries: readonly PlacedEntry[]): readonly PlacedEntry[] {
  const stories = Map.groupBy(entries, ({ story }) => story)
  const isTold = ({ story }: PlacedEntry) => story !== undefined && (stories.get(story)?.length ?? 0) > 1
  const told = [...stories.values()].filter(([first]) => first && isTold(first))
  return [...told.flatMap(each => each.sort(inOrderOfOrigin)), ...entries.filter(entry => !isTold(entry))]
}

/** Articles of one group, as many as follow each other. */
export interface ArticleSpan {
  /** The code of the district or the start of the day, milliseconds since 1970; empty for none. */
  key: string
  count: number
}

/** The groups of a list that `inOrder` made, in its order. */
export function spansOf(
  entries: readonly PlacedEntry[],
  { sort, group }: Pick<ArticleQuery, 'sort' | 'group'>,
): ArticleSpan[] {
  if (group === undefined) return []
  const keyOf = keysOf(entries, group, sort)
  const spans: ArticleSpan[] = []
  for (const entry of entries) {
    const [key, last] = [keyOf(entry), spans.at(-1)]
    if (last?.key === key) last.count++
    else spans.push({ key, count: 1 })
  }
  return spans
}

function keysOf(
  entries: readonly PlacedEntry[],
  group: ArticleGroup,
  sort: ArticleSort | undefined,
): (entry: PlacedEntry) => string {
  if (group === 'district') return ({ firstCode }) => firstCode ?? ''
  if (group === 'day' && sort === 'published')
    return ({ published, isDated }) => (isDated ? String(dayOf(published)) : '')
  if (group === 'day') return ({ savedAt }) => String(dayOf(savedAt))
  const stories = Map.groupBy(entries, ({ story }) => story)
  return ({ story }) => (story !== undefined && (stories.get(story)?.length ?? 0) > 1 ? story : '')
}

// GB/T 2260's order is that of the national list: by province, city, district. Articles of no place come last.
const NO_PLACE = '~'
const inCodeOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

// Articles of one day come one after the other: each day is worked out once.
let day = { from: 0, to: 0 }

function dayOf(time: number): number {
  if (time < day.from || time >= day.to) {
    const date = new Date(time)
    const startOf = (plus: number) => new Date(date.getFullYear(), date.getMonth(), date.getDate() + plus).getTime()
    day = { from: startOf(0), to: startOf(1) }
  }
  return day.from
}

let collator: Intl.Collator | undefined

// Made when first needed: loading the collation data takes some milliseconds that no other list should wait for.
function pinyin(): Intl.Collator {
  collator ??= new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true })
  return collator
}
