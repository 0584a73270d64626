import type { BodyBlock } from './body-tree.ts'
import { MENU_TAGS } from './html-words.ts'
import type { PageElement } from './page-tree.ts'
import { isHeading, rawText } from './tree.ts'

/** A block of a body, with the element it is. */
export interface BodyLine extends BodyBlock {
  readonly element: PageElement
}

/** A list of what follows is this many lines at least, and such a share of them head parts of the text. */
const CONTENTS = {
  least: 3,
  share: 0.6,
  title:
    /^(?:(?:table of )?contents|on this page|in this (?:article|post|guide)|jump to|inhalt(?:sverzeichnis)?|目[录錄])\W*$/i,
}

/** The lists that lead to the parts of the text, with what stands above them: where it is read, they lead nowhere. */
export function contentsOf(lines: readonly BodyLine[]): Set<BodyLine> {
  const words = (text: string) =>
    text
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .replace(/^\d+/, '')
      .toLowerCase()
  const headings = new Set(lines.filter(({ element }) => isHeading(element)).map(({ text }) => words(text)))
  const found = new Set<BodyLine>()
  if (headings.size < CONTENTS.least) return found
  const isLinked = ({ text, linked }: BodyLine) => linked > text.length * 0.9
  for (let from = 0, to = 0; from < lines.length; from = to) {
    to = from + 1
    const first = lines[from] as BodyLine
    if (!isLinked(first) || isHeading(first.element)) continue
    while (to < lines.length && isLinked(lines[to] as BodyLine) && !isHeading((lines[to] as BodyLine).element)) to++
    const list = lines.slice(from, to)
    const says = list.flatMap(({ element, text }) => (MENU_TAGS.has(element.tag) ? rawText(element).split('\n') : text))
    const known = says.filter(line => headings.has(words(line))).length
    if (known < CONTENTS.least || known < says.length * CONTENTS.share) continue
    const above = lines[from - 1]
    const isTitled = above !== undefined && CONTENTS.title.test(above.text)
    // What a sentence announces is of the text.
    if (!isTitled && above?.text.endsWith(':')) continue
    for (const line of list) found.add(line)
    if (isTitled) found.add(above)
  }
  return found
}
