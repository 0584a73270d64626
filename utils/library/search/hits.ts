import { fold } from '../fold.ts'
import { partsOf, patternOf } from './phrases.ts'
import { isHan, RUN } from './runs.ts'
import { pairsOf } from './tokens.ts'

/** From `start` up to `end`, UTF-16. */
export type Range = [start: number, end: number]

const ANY = /[\p{L}\p{N}]/u

/**
 * Where a text says what was searched for, in order and apart from each other. Chinese words are looked for whole, and
 * two letters at a time where they do not stand so, which is how the index finds them; others from where a word begins.
 * What is quoted is looked for as it stands in the quotes.
 */
export function hitsIn(text: string, query: string): Range[] {
  const folded = foldLetters(text)
  const found = partsOf(query).flatMap(part => (part.exact ? exactIn(folded, part.text) : wordsIn(folded, part.text)))
  return merged(found)
}

function wordsIn(folded: Folded, words: string): Range[] {
  return [...words.matchAll(RUN)].flatMap(([run]) => {
    const whole = find(folded, run)
    if (whole.length > 0 || !isHan(run)) return whole
    return pairsOf(Array.from(run)).flatMap(pair => find(folded, pair))
  })
}

function exactIn({ text, origins }: Folded, exact: string): Range[] {
  const pattern = patternOf(exact)
  if (!pattern) return []
  return Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => [
    origins[index] ?? 0,
    endOf(origins, index + length),
  ])
}

/** A piece of `text` around the first thing searched for, and where the hits are in it. */
export function snippetOf(text: string, query: string): { text: string; hits: Range[] } | undefined {
  const [first] = hitsIn(text, query)
  if (!first) return undefined
  const start = first[0] <= BEFORE ? 0 : wholeLetter(text, first[0] - BEFORE)
  const end = Math.min(text.length, wholeLetter(text, start + LENGTH))
  const piece = `${start > 0 ? '…' : ''}${text.slice(start, end).replace(/\s/g, ' ')}${end < text.length ? '…' : ''}`
  return { text: piece, hits: hitsIn(piece, query) }
}

/** Letters shown before the first hit, and in all: about what two lines of a row hold. */
const BEFORE = 24
const LENGTH = 140

function wholeLetter(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at
}

interface Folded {
  text: string
  /** Of each letter of `text` where the letter that it came from begins; one more for the end. */
  origins: number[]
}

// One letter at a time, so that each can be found again in the text as it was.
function foldLetters(text: string): Folded {
  const origins: number[] = []
  let folded = ''
  let at = 0
  for (const letter of text) {
    const each = letter === '\n' ? letter : fold(letter) || ' '
    for (let index = 0; index < each.length; index++) origins.push(at)
    folded += each
    at += letter.length
  }
  return { text: folded, origins: [...origins, at] }
}

function find({ text, origins }: Folded, needle: string): Range[] {
  const ranges: Range[] = []
  const isWord = !isHan(needle)
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    const before = text.charAt(at - 1)
    if (isWord && at > 0 && ANY.test(before) && !isHan(before)) continue
    ranges.push([origins[at] ?? 0, endOf(origins, at + needle.length)])
  }
  return ranges
}

// A letter that folds into several ends where the next one begins.
function endOf(origins: readonly number[], at: number): number {
  const last = origins[at - 1] ?? 0
  let next = at
  while (next < origins.length - 1 && origins[next] === last) next++
  return origins[next] ?? last
}

function merged(ranges: Range[]): Range[] {
  const result: Range[] = []
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else result.push([start, end])
  }
  return result
}
