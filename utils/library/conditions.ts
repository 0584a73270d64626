import type { PlacedEntry } from './columns.ts'
import type { ArticleQuery } from './plan.ts'

/** The things a list can be narrowed down by, each apart from the others. */
export const DIMENSIONS = ['shelf', 'district', 'source', 'site', 'label', 'pictures', 'dates'] as const
export type Dimension = (typeof DIMENSIONS)[number]

type Test = (entry: PlacedEntry) => boolean

/** What each part of `query` asks of an article, its words aside; a part that asks nothing is left out. */
export function conditionsOf(query: ArticleQuery): Partial<Record<Dimension, Test>> & { shelf: Test } {
  const { district, source, site, label, hasPictures, from, to } = query
  const place = Number(district)
  return {
    shelf: shelfTest(query),
    ...(district !== undefined && { district: entry => entry.isIn(place) }),
    ...(source !== undefined && { source: entry => entry.source === source }),
    ...(site !== undefined && { site: entry => entry.site === site }),
    ...(label !== undefined && { label: entry => entry.labels.includes(label) }),
    ...(hasPictures !== undefined && { pictures: entry => entry.pictures === hasPictures }),
    ...((from !== undefined || to !== undefined) && { dates: datesTest(from, to) }),
  }
}

function shelfTest({ state, starred, trash = false }: ArticleQuery): Test {
  return entry =>
    entry.removed === trash &&
    (state === undefined || entry.state === state) &&
    (starred === undefined || entry.starred === (starred === 1))
}

function datesTest(from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY): Test {
  return ({ published, isDated }) => isDated && published >= from && published < to
}
