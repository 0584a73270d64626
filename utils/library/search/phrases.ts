import { fold } from '../fold.ts'
import { isHan, RUN } from './runs.ts'

/** A part of a search, folded: words, or what stands in quotes and is meant as it stands there. */
export interface QueryPart {
  text: string
  exact: boolean
}

/** The parts of a search in their order. A quote that is not closed yet is followed by words: it is still being typed. */
export function partsOf(query: string): QueryPart[] {
  const pieces = fold(query).split('"')
  return pieces.map((text, at) => ({ text, exact: at % 2 === 1 && at < pieces.length - 1 }))
}

/**
 * What finds an exact part in folded text: its words whole, in their order, with nothing between them but punctuation
 * and spaces of one line. Chinese is written without spaces, so there need be none beside it. Undefined for no letters.
 * @param exact folded
 */
export function patternOf(exact: string): RegExp | undefined {
  const runs = Array.from(exact.matchAll(RUN), ([run]) => run)
  const [first, last] = [runs[0], runs.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const joined = runs.reduce(
    (before, run, at) => `${before}${GAP}${needsGap(runs[at - 1] ?? '', run) ? '+' : '*'}${run}`,
  )
  return new RegExp(`${isHan(first) ? '' : `(?<!${OTHER})`}${joined}${isHan(last) ? '' : `(?!${OTHER})`}`, 'gu')
}

/** The patterns of those exact parts that say more than that their words are all there. */
export function phrasesOf(query: string): RegExp[] {
  const phrases = partsOf(query).filter(({ text, exact }) => exact && isPhrase(text))
  return phrases.flatMap(({ text }) => patternOf(text) ?? [])
}

/** Whether each of `phrases` stands somewhere in `text`, which need not be folded. */
export function saysAll(text: string, phrases: readonly RegExp[]): boolean {
  // Folding is the slow part, and most texts say a phrase as it was typed.
  const unseen = phrases.filter(phrase => text.search(phrase) < 0)
  if (unseen.length === 0) return true
  const lines = text.split('\n').map(fold)
  return unseen.every(phrase => lines.some(line => line.search(phrase) >= 0))
}

const GAP = '[^\\p{L}\\p{N}\\n]'
const OTHER = '(?!\\p{Script=Han})[\\p{L}\\p{N}]'

const needsGap = (before: string, after: string): boolean => !isHan(before) && !isHan(after)

// One word, or two neighbouring characters, is what the index knows by itself.
function isPhrase(exact: string): boolean {
  const [first = '', ...others] = Array.from(exact.matchAll(RUN), ([run]) => run)
  return others.length > 0 || (isHan(first) && Array.from(first).length > 2)
}
