import type { Stretch } from '../utils/article/text-quote.ts'

/** Longer ones make some voices stop in the middle: such a sentence is cut at a comma, else where it must be. */
const LONGEST = 180
const PAUSES = /[，、；：,;:]/u

/**
 * The sentences of a text in its own language, each within one paragraph, without the white space around them.
 * @param paragraphs where each paragraph stands in the text
 * @param language BCP 47
 */
export function sentencesOf(text: string, paragraphs: readonly Stretch[], language: string): Stretch[] {
  const segmenter = new Intl.Segmenter(supported(language), { granularity: 'sentence' })
  return paragraphs.flatMap(({ start, end }) =>
    Array.from(segmenter.segment(text.slice(start, end)))
      .flatMap(({ segment, index }) => pieces(segment).map(piece => ({ ...piece, from: start + index })))
      .flatMap(({ start: from, end: to, from: base }) => trimmed(text, base + from, base + to)),
  )
}

function pieces(sentence: string): Stretch[] {
  const found: Stretch[] = []
  let start = 0
  while (sentence.length - start > LONGEST) {
    const end = start + lastPause(sentence.slice(start, start + LONGEST))
    found.push({ start, end })
    start = end
  }
  found.push({ start, end: sentence.length })
  return found
}

function lastPause(text: string): number {
  for (let at = text.length - 1; at > LONGEST / 2; at--) if (PAUSES.test(text[at] ?? '')) return at + 1
  // Never between the two halves of one letter.
  return /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length
}

function trimmed(text: string, start: number, end: number): Stretch[] {
  const piece = text.slice(start, end)
  const words = piece.trim()
  // What is nothing but punctuation has no sound.
  if (!/[\p{L}\p{N}]/u.test(words)) return []
  const from = start + piece.indexOf(words)
  return [{ start: from, end: from + words.length }]
}

function supported(language: string): string | undefined {
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0]
  } catch {
    return undefined
  }
}
