import type { Resolved } from './resolve.ts'
import { isOrigin, isVisitor } from './wording.ts'

/** One district and all that speaks for it. */
export interface Standing {
  code: string
  mentions: Resolved[]
  /** How much the article is about it: a headline counts 4, the lead 2, each further naming less than 1. */
  weight: number
  support: number
  inTitle: boolean
}

const TITLE = 4
const LEAD = 2
const AGAIN = 0.7
const MOST_FROM_BODY = 3.5
const BREADCRUMB = 2.5
/** Somebody or something from there. */
const PASSING = 0.2
const LEAD_LENGTH = 120

export function standingsOf(resolved: readonly Resolved[]): Standing[] {
  const byDistrict = new Map<string, Resolved[]>()
  for (const mention of resolved)
    byDistrict.set(mention.district, [...(byDistrict.get(mention.district) ?? []), mention])
  return [...byDistrict].map(([code, mentions]) => standing(code, mentions)).sort((a, b) => b.weight - a.weight)
}

function standing(code: string, mentions: Resolved[]): Standing {
  const real = mentions.filter(mention => !isPassing(mention))
  const inTitle = real.some(({ field }) => field.where === 'title')
  const inText = real.filter(({ field }) => field.where === 'text')
  const inLead = inText.some(({ offset }) => offset < LEAD_LENGTH)
  const passing = mentions.length - real.length
  const weight =
    (inTitle ? TITLE : 0) +
    (inLead ? LEAD : 0) +
    (real.some(({ field }) => field.where === 'breadcrumb') ? BREADCRUMB : 0) +
    Math.min(MOST_FROM_BODY, AGAIN * (inText.length - (inLead ? 1 : 0))) +
    Math.min(1, PASSING * passing)
  return { code, mentions, weight, support: Math.max(...mentions.map(({ support }) => support)), inTitle }
}

function isPassing({ field, offset, name }: Resolved): boolean {
  if (field.where !== 'title' && field.where !== 'text') return false
  const end = offset + name.length
  const [before, after] = [field.text.slice(Math.max(0, offset - 8), offset), field.text.slice(end, end + 30)]
  return isOrigin(before === '' ? '' : after, before) || isVisitor(after)
}

/** With a headline naming districts, another must weigh nearly as much as they to be what the article is about. */
const SHARE_BESIDE_TITLE = 0.85
const SHARE = 0.6
const LEAST_WEIGHT = 0.6
/** From here on an article is about the city, and lists its districts. */
const MANY = 5

/** The districts that the article is about; empty where it is about none or about the city as a whole. */
export function mainDistricts(standings: readonly Standing[]): Set<string> {
  const top = standings[0]
  if (!top || top.weight < LEAST_WEIGHT) return new Set()
  const share = standings.some(({ inTitle }) => inTitle) ? SHARE_BESIDE_TITLE : SHARE
  const mains = standings.filter(({ weight, inTitle }) => inTitle || weight >= share * top.weight)
  return new Set(mains.length >= MANY ? [] : mains.map(({ code }) => code))
}

/** Four or more districts of one city at even weight: weather, transport plans, statistics. */
export const isRoundup = (standings: readonly Standing[]): boolean =>
  standings.length >= MANY && mainDistricts(standings).size === 0
