import { type Context, cityWeight } from './context.ts'
import { OFFICE_AFTER } from './cues.ts'
import type { Fields } from './fields.ts'
import type { Place } from './gazetteer.ts'
import type { Resolved } from './resolve/resolve.ts'
import { BIAS, WEIGHTS } from './salience-weights.ts'

/**
 * Which of the districts named is the article about? A logistic regression over a few plain signs, fitted to labelled
 * items by tests/bench/train-salience.ts; every sign is between 0 and a small number, so that a weight can be read.
 */
export interface Candidate {
  district: Place
  /** What the article tells of it; the sentences are counted, not the names. */
  told: readonly Resolved[]
}

/** So many districts, most of them named in one sentence only, are a round-up. */
const ROUND_UP = 4
const MOSTLY = 0.6
const MOST_CITY_WEIGHT = 8

export type Signs = Readonly<Record<keyof typeof WEIGHTS, number>>

/** For each candidate the probability, 0..1, that the article is about it. */
export function salienceOf(candidates: readonly Candidate[], fields: Fields, context: Context): number[] {
  return signsOf(candidates, fields, context).map(signs => {
    let sum = BIAS
    for (const [name, weight] of Object.entries(WEIGHTS)) sum += weight * signs[name as keyof Signs]
    return 1 / (1 + Math.exp(-sum))
  })
}

/** What the regression sees of each candidate. */
export function signsOf(candidates: readonly Candidate[], fields: Fields, context: Context): Signs[] {
  const sentences = candidates.map(({ told }) => new Set(told.map(sentenceOf)).size)
  const allSentences = sentences.reduce((sum, count) => sum + count, 0)
  const headlined = candidates.map(({ told }) => told.some(r => r.field.where === 'title'))
  const titled = fields.title.mentions.flatMap(m => m.names.map(n => n.place))
  const touchedOn = sentences.filter(count => count <= 1).length
  const roundUp = candidates.length >= ROUND_UP && touchedOn >= MOSTLY * candidates.length
  return candidates.map(({ district, told }, i): Signs => {
    const count = sentences[i] ?? 0
    const parts = told.filter(r => r.place.level === 'subdistrict')
    return {
      partInTitle: Number(parts.some(r => r.field.where === 'title')),
      inOpening: Number(told.some(r => r.field.where === 'body' && r.mention.end <= fields.openingEnd)),
      once: Number(count <= 1),
      shareOfSentences: count / (allSentences || 1),
      hasPart: Number(parts.length > 0),
      office: Number(told.some(isOffice)),
      others: Math.log2(candidates.length),
      onlyOthersInTitle: Number(!headlined[i] && headlined.includes(true)),
      cityInTitle: Number(titled.some(place => place === district.parent)),
      firstAt: firstAt(told, fields.body.text.length),
      inFull: Number(told.some(r => r.mention.full)),
      cityWeight: Math.min(MOST_CITY_WEIGHT, cityWeight(context, district)),
      inRoundUp: Number(roundUp && count <= 1),
    }
  })
}

/** Where it is first told of: 0 in the headline or at the start, 1 at the end or never. */
function firstAt(told: readonly Resolved[], length: number): number {
  if (told.some(r => r.field.where === 'title')) return 0
  return Math.min(1, ...told.map(r => r.mention.start / (length || 1)))
}

/** 龙岗警方, 南山区法院: the story is its office's doing. */
function isOffice({ field, mention }: Resolved): boolean {
  return OFFICE_AFTER.test(field.text.slice(mention.end, mention.end + 8))
}

/** The place of a reading's sentence in its field; -1 for the headline. A district and its part in one sentence count once. */
function sentenceOf({ field, mention }: Resolved): number {
  if (field.where === 'title') return -1
  return Math.max(...['。', '！', '？', '\n'].map(mark => field.text.lastIndexOf(mark, mention.start - 1)), -1) + 1
}
