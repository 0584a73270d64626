import { fold } from '../fold.ts'
import { partsOf, type QueryPart } from './phrases.ts'
import { isHan, RUN } from './runs.ts'
import type { Searchable } from './searchable.ts'

// What an article is found by: every two neighbouring Han characters (Chinese has no spaces, and most words have two),
// and every run of other letters and digits. The last character of a run of Han stands alone too, so that a single one
// is found as the beginning of a token wherever it is.
const ANY = /^[\p{L}\p{N}]/u

/** Longer runs without a space are no words: addresses, keys, encoded data. */
const MAX_WORD = 32

/** Marks a token of the title: those articles come first. Sorts before all letters. */
export const IN_TITLE = '\u0001'

/** Every token of an article, each once, those of the title marked and unmarked; none of an article that is gone. */
export function tokensOf({ title, text }: Searchable = { title: '', text: '' }): Set<string> {
  const tokens = new Set<string>()
  addTokens(title, token => tokens.add(token).add(IN_TITLE + token))
  addTokens(text, token => tokens.add(token))
  return tokens
}

function addTokens(text: string, add: (token: string) => void): void {
  for (const [run] of fold(text).matchAll(RUN)) {
    if (!isHan(run)) {
      if (run.length <= MAX_WORD) add(run)
      continue
    }
    const letters = Array.from(run)
    for (let at = 0; at < letters.length; at++) add(`${letters[at]}${letters[at + 1] ?? ''}`)
  }
}

/** One thing that must be in an article: a token, or any token that begins so. */
export interface Wanted {
  token: string
  prefix: boolean
}

/**
 * What must all be in an article for it to be found by `query`. The end of a word may go on, so that results come while
 * it is typed; in quotes, or where another script follows at once ("1条"), it may not. Empty where the query has no letter.
 */
export function wantedBy(query: string): Wanted[] {
  const wanted = partsOf(query).flatMap(wantedByPart)
  return [...new Map(wanted.map(each => [`${each.token}${each.prefix ? '*' : ''}`, each])).values()]
}

function wantedByPart({ text, exact }: QueryPart): Wanted[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }): Wanted[] => {
    const goesOn = ANY.test(text.slice(index + run.length))
    if (!isHan(run)) return [{ token: run, prefix: !goesOn && !exact }]
    const letters = Array.from(run)
    if (letters.length === 1) return [{ token: run, prefix: !goesOn }]
    return pairsOf(letters).map(token => ({ token, prefix: false }))
  })
}

/** Every two neighbours of a run of Han characters. */
export function pairsOf(letters: readonly string[]): string[] {
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}
