import { isDeclared } from './captions.ts'
import { isInside } from './density.ts'
import { type BlockFacts, lengthOf } from './facts.ts'
import type { PageElement } from './page-tree.ts'
import { lineage, nameOf } from './tree.ts'

/** Of so many characters. */
const QUESTION = { least: 9, most: 161 }

// By its end first: most lines are none, and long.
const isQuestion = (text: string): boolean =>
  /[?？]/.test(text.slice(-1)) && text.length >= QUESTION.least && text.length <= QUESTION.most

/** How little the question may score whose answer is taken: as a subhead between paragraphs (GAP in take-whole.ts). */
const LEAST = -3.4

/** Takes the questions right above what is taken: where a click unfolds the answers, they are in boxes apart from these. */
export function takeQuestions(facts: readonly BlockFacts[], scores: readonly number[], isTaken: boolean[]): void {
  for (const [i, { block, linkShare, related }] of facts.entries()) {
    const below = facts[i + 1]?.block
    if (isTaken[i] || !below || !isTaken[i + 1] || below.text.length <= block.text.length) continue
    if (!isQuestion(block.text) || related || block.hidden || isDeclared(block)) continue
    if (
      linkShare > 0 &&
      lineage(block.element, 4).every(({ tag, attributes }) => tag !== 'a' || attributes.href?.[0] !== '#')
    )
      continue
    if ((scores[i] as number) > LEAST) isTaken[i] = true
  }
}

/** Questions and answers of an article, as a page names their box: so many questions, so long a line, on the whole so little doubted. */
const FAQ = {
  name: /faq|accordion|toggle-?(?:item|cont|area)|(?:^|\s)questions/,
  levels: 8,
  least: 3,
  length: 60,
  doubt: -2.2,
}

/** The outermost box of questions and answers around `element`. */
export const answersAround = (element: PageElement): PageElement | undefined =>
  lineage(element, FAQ.levels).findLast(box => box.tag !== 'body' && FAQ.name.test(nameOf(box)))

/** Takes the questions and answers below a text whole, if there is less of them, with the heading above their box. */
export function takeAnswers(facts: readonly BlockFacts[], scores: readonly number[], isTaken: boolean[]): void {
  const first = isTaken.indexOf(true)
  let known: number | undefined
  const most = () => {
    known ??= lengthOf(facts.filter((_, i) => isTaken[i]))
    return known
  }
  for (let from = first, to = first; first >= 0 && from < facts.length; from = to + 1) {
    to = from
    const { text, element } = (facts[from] as BlockFacts).block
    const box = isQuestion(text) ? answersAround(element) : undefined
    if (!box) continue
    const isWithin = (i: number) => isInside(facts[i]?.block.element as PageElement, box)
    while (to + 1 < facts.length && isWithin(to + 1)) to++
    while (from > first && isWithin(from - 1)) from--
    const part = facts.slice(from, to + 1).filter(({ block }) => block.text !== '')
    const length = lengthOf(part)
    const doubt = part.reduce((sum, { block }) => sum + (scores[block.position] as number), 0) / part.length
    const isOfText =
      part.filter(({ block }) => isQuestion(block.text)).length >= FAQ.least &&
      part.every(({ block }) => !block.hidden) &&
      length >= FAQ.length * part.length &&
      doubt > FAQ.doubt &&
      length < most()
    if (!isOfText) continue
    const head = facts[from - 1]?.block.element
    isTaken.fill(true, head && /^h\d$/.test(head.tag) && head.parent === box.parent ? from - 1 : from, to + 1)
  }
}
