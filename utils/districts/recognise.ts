import type { Gazetteer, NameUse } from './gazetteer.ts'

/** A name as it stands in a field of the article. */
export interface Mention {
  name: string
  offset: number
  uses: readonly NameUse[]
}

const HAN = /\p{Script=Han}/u

/**
 * All names of places in `text`, leftmost and longest first and none over another: 海南山区 is 海南 and no 南山区.
 * One pass; positions at which no name can begin cost one look-up.
 */
export function recognise(text: string, { names, longest }: Gazetteer): Mention[] {
  const mentions: Mention[] = []
  for (let offset = 0; offset < text.length - 1; ) {
    const most = longest.get(text.slice(offset, offset + 2))
    const name = most === undefined ? undefined : longestName(text, offset, most, names)
    if (!name) {
      offset++
      continue
    }
    mentions.push({ name, offset, uses: names.get(name) ?? [] })
    offset += name.length
  }
  return mentions
}

function longestName(text: string, offset: number, most: number, names: Gazetteer['names']): string | undefined {
  for (let length = Math.min(most, text.length - offset); length >= 2; length--) {
    const name = text.slice(offset, offset + length)
    if (names.has(name)) return name
  }
  return undefined
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const AROUND = 12

/** Whether the browser's dictionary agrees that a word begins at `start` and one ends at `end`: 从来安全 holds no 来安. */
export function standsAlone(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - AROUND)
  const bounds = new Set<number>([text.length])
  for (const { index } of segmenter.segment(text.slice(from, end + AROUND))) bounds.add(from + index)
  const before = text[start - 1] ?? ''
  const after = text[end] ?? ''
  return (bounds.has(start) || !HAN.test(before)) && (bounds.has(end) || !HAN.test(after))
}
