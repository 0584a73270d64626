/** Words of a text and what stands around them, as the W3C's Web Annotation has it: found again where positions moved. */
export interface TextQuote {
  exact: string
  prefix: string
  suffix: string
}

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  start: number
  end: number
}

const CONTEXT = 32
/** How much longer or shorter what stands between the same neighbours may be when its own words have changed. */
const MOST_CHANGE = 0.5

/** The quote for what stands from `start` to `end`. */
export function quoteOfStretch(text: string, { start, end }: Stretch): TextQuote {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  }
}

/**
 * Where the quoted words stand by now: white space does not count, and of several places the one whose neighbours are
 * most alike is taken. Words that were changed are found between unchanged neighbours.
 * @param fold makes letters alike that are to be taken for the same, such as 龍 and 龙
 * @returns undefined where they are no more
 */
export function findQuote(
  text: string,
  quote: TextQuote,
  fold: (letter: string) => string = letter => letter,
): Stretch | undefined {
  const whole = compact(text, fold)
  const [exact, prefix, suffix] = [quote.exact, quote.prefix, quote.suffix].map(
    part => compact(part, fold).letters,
  ) as [string[], string[], string[]]
  if (exact.length === 0) return undefined
  const found = bestPlace(whole.letters, exact, prefix, suffix) ?? between(whole.letters, exact, prefix, suffix)
  if (!found) return undefined
  const [first, last] = [whole.places[found.start], whole.places[found.end - 1]]
  return first && last ? { start: first.start, end: last.end } : undefined
}

interface Compact {
  letters: string[]
  /** Where each letter stands in the text. */
  places: Stretch[]
}

function compact(text: string, fold: (letter: string) => string): Compact {
  const [letters, places]: [string[], Stretch[]] = [[], []]
  let at = 0
  for (const letter of text) {
    if (!/[\s\u200b\ufeff]/u.test(letter)) {
      letters.push(fold(letter))
      places.push({ start: at, end: at + letter.length })
    }
    at += letter.length
  }
  return { letters, places }
}

function bestPlace(letters: string[], exact: string[], prefix: string[], suffix: string[]): Stretch | undefined {
  let [best, most]: [Stretch | undefined, number] = [undefined, -1]
  for (const start of occurrences(letters, exact)) {
    const end = start + exact.length
    const alike = sameBefore(letters, start, prefix) + sameAfter(letters, end, suffix)
    if (alike > most) [best, most] = [{ start, end }, alike]
  }
  return best
}

function* occurrences(letters: string[], wanted: string[]): Generator<number> {
  for (let at = letters.indexOf(wanted[0] ?? ''); at >= 0; at = letters.indexOf(wanted[0] ?? '', at + 1)) {
    if (wanted.every((letter, index) => letters[at + index] === letter)) yield at
  }
}

function sameBefore(letters: string[], at: number, prefix: string[]): number {
  let same = 0
  while (same < prefix.length && letters[at - 1 - same] === prefix[prefix.length - 1 - same]) same++
  return same
}

function sameAfter(letters: string[], at: number, suffix: string[]): number {
  let same = 0
  while (same < suffix.length && letters[at + same] === suffix[same]) same++
  return same
}

// Fewer letters than this around it are found anywhere.
const LEAST_CONTEXT = 6

function between(letters: string[], exact: string[], prefix: string[], suffix: string[]): Stretch | undefined {
  if (prefix.length < LEAST_CONTEXT || suffix.length < LEAST_CONTEXT) return undefined
  for (const before of occurrences(letters, prefix)) {
    const start = before + prefix.length
    for (const end of occurrences(letters, suffix)) {
      const change = Math.abs(end - start - exact.length)
      if (end > start && change <= exact.length * MOST_CHANGE) return { start, end }
    }
  }
  return undefined
}
