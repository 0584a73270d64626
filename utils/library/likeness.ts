import { fold } from './fold.ts'

/** Letters in a row that are compared as one: long enough that two texts share them only where one took them over. */
const SHINGLE = 12
/** Of its shingles so many find an article: texts that share nine in ten of theirs share one of these 999 times in 1,000. */
const SKETCH = 3
/** Shorter texts, in letters, and the ends of longer ones, are not compared: a brief in Chinese says much in little. */
const LEAST = { han: 40, other: 100 }
const MOST = 20_000
/** How much of the shorter text the longer one must have, and how much longer it may be. */
const SHARED = 0.8
const LONGER = 2

const LETTERS = /[\p{L}\p{N}]+/gu

/** The shingles of a text as 32-bit numbers, without punctuation, in simplified characters; none of a short text. */
export function shinglesOf(text: string): ReadonlySet<number> {
  const letters = (fold(text.slice(0, 2 * MOST)).match(LETTERS) ?? []).join('').slice(0, MOST)
  const least = /^.{0,20}\p{Script=Han}{4}/u.test(letters) ? LEAST.han : LEAST.other
  if (letters.length < least) return new Set()
  const shingles = new Set<number>()
  // A polynomial over the letters, moved on by taking the first one out and the next one in (Karp and Rabin 1987).
  let sum = 0
  for (let at = 0; at < letters.length; at++) {
    if (at >= SHINGLE) sum -= Math.imul(letters.charCodeAt(at - SHINGLE), FIRST)
    sum = (Math.imul(sum, BASE) + letters.charCodeAt(at)) | 0
    if (at >= SHINGLE - 1) shingles.add(scattered(sum))
  }
  return shingles
}

const BASE = 0x01000193
// What the oldest letter of a shingle counts, one step before it leaves.
const FIRST = Array.from({ length: SHINGLE - 1 }).reduce<number>(power => Math.imul(power, BASE), 1)

/** The least shingles, by which articles with much the same text find each other (Broder 1997, "min-wise"). */
export function sketchOf(shingles: ReadonlySet<number>): number[] {
  return [...shingles].sort((a, b) => a - b).slice(0, SKETCH)
}

/** Whether one text took over the other: most of the shorter stands in the longer (Broder's containment). */
export function isSameText(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [shorter, longer] = a.size < b.size ? [a, b] : [b, a]
  if (shorter.size === 0 || longer.size > shorter.size * LONGER) return false
  let shared = 0
  for (const shingle of shorter) if (longer.has(shingle)) shared++
  return shared >= shorter.size * SHARED
}

// The least of all should be any of them: the last steps of MurmurHash3, by Austin Appleby.
function scattered(sum: number): number {
  let hash = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
