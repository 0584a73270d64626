import type { PlacedEntry } from './columns.ts'
import type { ReadQuery } from './plan.ts'
import type { ArticleId } from './record.ts'

/** A query with what only the database knows looked up. */
export interface FoundQuery extends ReadQuery {
  /** The articles whose host fits `siteOrHost`. */
  onHost?: ReadonlySet<ArticleId>
  /** The slots of those that have the words of `text`. */
  having?: ReadonlySet<number>
  not?: readonly Omit<FoundQuery, 'not'>[]
}

/** The things a list can be narrowed down by, each apart from the others. */
export const DIMENSIONS = ['shelf', 'district', 'source', 'site', 'label', 'pictures', 'dates', 'without'] as const
export type Dimension = (typeof DIMENSIONS)[number]

type Test = (entry: PlacedEntry) => boolean

/** What each part of `query` asks of an article, its words aside; a part that asks nothing is left out. */
export function conditionsOf(query: FoundQuery): Partial<Record<Dimension, Test>> & { shelf: Test } {
  const { district, source, site, siteOrHost, label, hasPictures, from, to } = query
  const place = Number(district)
  return {
    shelf: shelfTest(query),
    ...(district !== undefined && { district: entry => entry.isIn(place) }),
    ...(source !== undefined && { source: entry => entry.source === source }),
    ...((site ?? siteOrHost) !== undefined && { site: siteTest(query) }),
    ...(label !== undefined && { label: entry => entry.labels.includes(label) }),
    ...(hasPictures !== undefined && { pictures: entry => entry.pictures === hasPictures }),
    ...((from !== undefined || to !== undefined) && { dates: datesTest(from, to) }),
    ...((query.not ?? query.without) && { without: withoutTest(query) }),
  }
}

// What is chosen beside the search box counts more than what is typed into it.
function siteTest({ site, siteOrHost, onHost }: FoundQuery): Test {
  if (site !== undefined) return entry => entry.site === site
  return entry => entry.site === siteOrHost || onHost?.has(entry.id) === true
}

function withoutTest({ not = [], without = [] }: FoundQuery): Test {
  const [places, parts] = [without.map(Number), not.map(partTest)]
  return entry => !places.some(place => entry.isIn(place)) && !parts.some(holds => holds(entry))
}

// Of an article in the trash as of any other.
function partTest(part: FoundQuery): Test {
  const { having } = part
  if (having) return ({ slot }) => having.has(slot)
  const { shelf: _, ...others } = conditionsOf(part)
  const tests = [stateTest(part), ...Object.values(others)]
  return entry => tests.every(holds => holds(entry))
}

function shelfTest(query: ReadQuery): Test {
  const { trash = false } = query
  const fits = stateTest(query)
  return entry => entry.removed === trash && fits(entry)
}

function stateTest({ state, unread, starred }: ReadQuery): Test {
  return entry =>
    (state === undefined || entry.state === state) &&
    (unread === undefined || entry.state !== 'read') &&
    (starred === undefined || entry.starred === (starred === 1))
}

function datesTest(from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY): Test {
  return ({ published, isDated }) => isDated && published >= from && published < to
}
