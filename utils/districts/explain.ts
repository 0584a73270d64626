import type { DistrictTag, TaggableArticle } from '../article/article.ts'
import { support } from './context.ts'
import type { Gazetteer, Place } from './gazetteer.ts'
import { pathOf, tagCode } from './places.ts'
import type { Reason, Resolved } from './resolve/resolve.ts'
import { readPlaces, type TagOptions } from './tag.ts'

export interface ExplainedSentence {
  where: 'title' | 'body' | 'breadcrumb'
  /** As it stands in the article. */
  text: string
  /** UTF-16 [start, end) into `text`, in order: the words that name the place. */
  highlights: [start: number, end: number][]
}

/** A place that the same name could mean. */
export interface Candidate {
  code: string
  name: string
  path: string[]
  /** How much the article speaks for it, 0 for nothing; only good for comparing candidates. */
  score: number
  chosen: boolean
}

export interface Explanation {
  sentences: ExplainedSentence[]
  /** All that the names found could mean, the chosen one first; one entry where the name is not shared. */
  candidates: Candidate[]
  /** Why this one, without repeats, the surest first. */
  reasons: Reason[]
}

/** Sentences end here. */
const SENTENCE_END = /[。!?！？\n]/

/** Why an article has this tag: the sentences that made it and the other places of that name. Pure. */
export function explain(
  tag: Pick<DistrictTag, 'code'>,
  article: TaggableArticle,
  gazetteer: Gazetteer,
  options: TagOptions = {},
): Explanation {
  const { context, resolved } = readPlaces(article, gazetteer, options)
  const own = resolved
    .filter(r => codesOf(r.place).includes(tag.code))
    .sort((a, b) => a.field.where.localeCompare(b.field.where) * -1 || a.mention.start - b.mention.start)
  const shared = new Map<string, Place>()
  for (const { mention } of own) {
    for (const { place } of mention.names) if (place.level === 'district') shared.set(place.code, place)
  }
  for (const { place } of own) {
    const district = place.level === 'subdistrict' ? place.parent : place
    if (district) shared.set(district.code, district)
  }
  const candidates = [...shared.values()].map((place): Candidate => {
    const chosen = tagCode(place) === tag.code
    return { code: tagCode(place), name: place.name, path: pathOf(place), score: support(context, place), chosen }
  })
  candidates.sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.score - a.score)
  const reasons = [...own].sort((a, b) => b.sureness - a.sureness).map(r => r.reason)
  if (candidates.length > 1 && (options.priors?.weights.get(tag.code) ?? 0) > 0) reasons.push('prior')
  return { sentences: sentencesOf(own), candidates, reasons: [...new Set(reasons)] }
}

function codesOf(place: Place): string[] {
  return place.level === 'subdistrict' && place.parent ? [place.code, tagCode(place.parent)] : [tagCode(place)]
}

function sentencesOf(readings: readonly Resolved[]): ExplainedSentence[] {
  const sentences = new Map<string, ExplainedSentence & { start: number }>()
  for (const { field, mention } of readings) {
    const where = field.where === 'section' ? 'breadcrumb' : field.where
    if (where !== 'title' && where !== 'body' && where !== 'breadcrumb') continue
    const { start, end } = sentenceAround(field.raw, mention.start, mention.end)
    const key = `${where}${start}`
    const sentence = sentences.get(key) ?? {
      where,
      text: field.raw.slice(start, end),
      highlights: [],
      start,
    }
    sentence.highlights.push([mention.start - start, mention.end - start])
    sentences.set(key, sentence)
  }
  return [...sentences.values()].map(({ where, text, highlights }) => {
    return { where, text, highlights: highlights.sort((a, b) => a[0] - b[0]) }
  })
}

function sentenceAround(text: string, from: number, to: number): { start: number; end: number } {
  let start = from
  while (start > 0 && !SENTENCE_END.test(text.charAt(start - 1))) start--
  while (start < from && /\s/.test(text.charAt(start))) start++
  let end = to
  while (end < text.length && !SENTENCE_END.test(text.charAt(end))) end++
  if (end < text.length && text.charAt(end) !== '\n') end++
  return { start, end }
}
