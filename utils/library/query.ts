import type { PlacedEntry } from './columns.ts'
import type { FoundQuery } from './conditions.ts'
import type { LibraryDatabase } from './database.ts'
import { countFacetsOf, type FacetCounts } from './facets.ts'
import { idsOnHost } from './hosts.ts'
import type { Library } from './open.ts'
import { type ArticleQuery, type ArticleSpan, inOrder, type ReadQuery, spansOf, termOf, testOf } from './plan.ts'
import type { ArticleId, ArticleRecord } from './record.ts'
import { recordOf } from './rows.ts'
import { type Found, findText, withWaiting } from './search/find.ts'
import { parseSearch } from './search/operators.ts'
import { phrasesOf } from './search/phrases.ts'
import { withPhrases } from './search/verify.ts'
import { windowOfTerm } from './term-window.ts'
import { LIVE, placeTerm, shelfPlaceTerm, type Term } from './terms.ts'

/** The part of a list that is on screen, counted from 0. */
export interface QueryWindow {
  offset: number
  limit: number
}

/** The articles that `query` asks for: how many in all, and those of the window. Trash excepted unless asked for. */
export function listArticles(
  library: Library,
  query: ArticleQuery,
  { offset, limit }: QueryWindow,
): Promise<{ total: number; rows: ArticleRecord[] }> {
  const { db } = library
  return reading(library, query, async find => {
    const term = termOf(query)
    const window = { offset, limit }
    if (term !== undefined) {
      const rows = await windowOfTerm(db, term, window)
      if (rows) return { total: (await db.counts.get(term))?.count ?? 0, rows: rows.map(recordOf) }
    }
    const slots = await slotsOf(library, query, find)
    const entries = Array.from(slots.subarray(offset, offset + limit), slot => library.catalogue.entryAt(slot))
    const first = entries[0] && { at: offset, id: entries[0].id, savedAt: entries[0].savedAt }
    const found = term !== undefined && first ? await windowOfTerm(db, term, window, first) : undefined
    const ids = entries.map(({ id }) => id)
    return { total: slots.length, rows: found?.map(recordOf) ?? (await recordsOf(db, ids)) }
  })
}

/** The ids of all articles that `query` asks for, in its order: for "select all". */
export function listIds(library: Library, query: ArticleQuery): Promise<ArticleId[]> {
  return reading(library, query, async find => (await matching(library, query, find)).map(({ id }) => id))
}

/**
 * How many of the articles that `query` asks for belong to each place, those with none left out. `query.district` is
 * not looked at, so that the navigation keeps its other places while one is chosen.
 */
export function countDistricts(library: Library, query: ArticleQuery): Promise<Map<string, number>> {
  const { db } = library
  const { district: _, sort: _sort, group: _group, ...rest } = query
  return reading(library, rest, async find => {
    const term = termOf(rest)
    if (term !== undefined) return countersOf(db, term)
    return countPlaces(await matching(library, rest, find))
  })
}

/** Every facet's counts under `query`: see `FacetCounts`. */
export function countFacets(library: Library, query: ArticleQuery): Promise<FacetCounts> {
  const { db } = library
  return reading(library, query, async find => {
    const asked = await lookedUp(db, withOperators(query), find)
    const { entries } = await havingWords(library, asked, find)
    return countFacetsOf(entries, asked)
  })
}

/** The groups that `query.group` makes of its list, in order: as many articles as their counts say follow each other. */
export function listSpans(library: Library, query: ArticleQuery): Promise<ArticleSpan[]> {
  return reading(library, query, async find => spansOf(await matching(library, query, find), query))
}

/** The records of these articles, in this order; unknown ids are passed over. */
export function recordsOfIds({ db }: Library, ids: readonly ArticleId[]): Promise<ArticleRecord[]> {
  return recordsOf(db, [...ids])
}

/** The saved article with this canonical address, trash excepted. */
export async function findByAddress({ db }: Library, canonicalUrl: string): Promise<ArticleRecord | undefined> {
  const row = await db.articles.get({ canonicalUrl })
  return row && row.removedAt === undefined ? recordOf(row) : undefined
}

/** Finds the articles that have the words of `text`; undefined where it names none. Called inside the transaction. */
type Find = (text: string) => Promise<Found | undefined>

/**
 * One transaction over all that a query reads. Phrases are looked for before it, in the texts, which takes longer than a
 * transaction lives; without any, Dexie must see that the reads belong to whoever watches, so this is no async function.
 */
function reading<T>(library: Library, query: ArticleQuery, read: (find: Find) => Promise<T>): Promise<T> {
  const { db } = library
  const { text = '', not = [] } = withOperators(query)
  const phrased = [text, ...not.flatMap(({ text = [] }) => text)].filter(each => phrasesOf(each).length > 0)
  const readAll = (verified: ReadonlyMap<string, Found>) =>
    withWaiting(db, mayMiss => {
      const find: Find = async text => verified.get(text) ?? findText(db, text, mayMiss)
      return db.transaction('r', tablesOfQueries(db), async () => read(find))
    })
  if (phrased.length === 0) return readAll(new Map())
  const verified = phrased.map(async text => [text, await withPhrases(library, text)] as const)
  return Promise.all(verified).then(found => readAll(new Map(found)))
}

function tablesOfQueries(db: LibraryDatabase) {
  return [db.articles, db.counts, db.catalogue, db.meta, db.segments, db.postings, db.unindexed]
}

async function slotsOf(library: Library, query: ArticleQuery, find: Find): Promise<Uint32Array> {
  const asked = withOperators(query)
  if (asked.text || asked.siteOrHost || asked.not)
    return Uint32Array.from(await matching(library, query, find), ({ slot }) => slot)
  const list = (entries: readonly PlacedEntry[]) => inOrder(entries.filter(testOf(asked)), asked)
  return library.catalogue.listed(library.db, JSON.stringify(asked), list)
}

async function matching(library: Library, query: ArticleQuery, find: Find): Promise<readonly PlacedEntry[]> {
  const asked = await lookedUp(library.db, withOperators(query), find)
  const { entries, inTitle } = await havingWords(library, asked, find)
  const fitting = entries.filter(testOf(asked))
  if (!inTitle || asked.sort) return inOrder(fitting, asked)
  const [first, rest] = [true, false].map(titled => fitting.filter(({ slot }) => inTitle.has(slot) === titled))
  return inOrder([...(first ?? []), ...(rest ?? [])], asked)
}

// What is chosen beside the search box counts more than what is typed into it.
function withOperators({ text, ...chosen }: ArticleQuery): ReadQuery {
  return { ...parseSearch(text ?? ''), ...chosen }
}

/** `asked` with its hosts found, and the words of what it leaves out. */
async function lookedUp(db: LibraryDatabase, asked: ReadQuery, find: Find): Promise<FoundQuery> {
  const not = await Promise.all((asked.not ?? []).map(part => partLookedUp(db, part, find)))
  return { ...(await withHosts(db, asked)), ...(asked.not && { not }) }
}

async function partLookedUp(db: LibraryDatabase, part: ReadQuery, find: Find): Promise<FoundQuery> {
  const { text } = part
  return text === undefined ? withHosts(db, part) : { ...part, having: (await find(text))?.slots ?? new Set() }
}

async function withHosts(db: LibraryDatabase, asked: ReadQuery): Promise<FoundQuery> {
  const { site, siteOrHost } = asked
  return site === undefined && siteOrHost ? { ...asked, onHost: await idsOnHost(db, siteOrHost) } : asked
}

/** All articles that have the words looked for; of those, where there are any words, the ones with them in the title. */
async function havingWords(
  { db, catalogue }: Library,
  { text = '' }: ReadQuery,
  find: Find,
): Promise<{ entries: readonly PlacedEntry[]; inTitle?: ReadonlySet<number> }> {
  const entries = await catalogue.newestFirst(db)
  const found = await find(text)
  if (!found) return { entries }
  return { entries: entries.filter(({ slot }) => found.slots.has(slot)), inTitle: found.inTitle }
}

async function recordsOf(db: LibraryDatabase, ids: ArticleId[]): Promise<ArticleRecord[]> {
  return (await db.articles.bulkGet(ids)).flatMap(row => (row ? recordOf(row) : []))
}

async function countersOf(db: LibraryDatabase, shelf: Term): Promise<Map<string, number>> {
  const prefix = shelf === LIVE ? placeTerm('') : shelfPlaceTerm(shelf, '')
  const counters = await db.counts.where('term').startsWith(prefix).toArray()
  return new Map(counters.map(({ term, count }) => [term.slice(prefix.length), count]))
}

function countPlaces(entries: readonly PlacedEntry[]): Map<string, number> {
  const counts = new Map<number, number>()
  const places = new Set<number>()
  for (const entry of entries) {
    places.clear()
    entry.addPlaces(places)
    for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return new Map(Array.from(counts, ([place, count]) => [String(place), count]))
}
