import type { Block } from './blocks.ts'
import { isDeclared } from './captions.ts'
import { isInside } from './density.ts'
import { type BlockFacts, boxOf } from './facts.ts'
import { DOUBT, GAPS, goesWithNeighbours, isQuoted, SOURCES } from './neighbours.ts'
import type { PageElement } from './page-tree.ts'
import { isDataTable } from './tables.ts'
import { takeAnswers, takeQuestions } from './take-questions.ts'
import { isElement, isHeading, lineage, nameOf } from './tree.ts'
import { APPEAL } from './wording.ts'

/**
 * Which blocks are taken: those that the trees are sure of, and what goes with them, lists and tables whole.
 * @param scores of each block its log-odds to be of the article
 */
export function takeWhole(facts: readonly BlockFacts[], scores: readonly number[]): boolean[] {
  const isTaken = facts.map((_, i) => (scores[i] as number) > 0 || goesWithNeighbours(facts, scores, i))
  takeLists(facts, scores, isTaken)
  takeTables(facts, scores, isTaken)
  takeGaps(facts, scores, isTaken)
  takeQuestions(facts, scores, isTaken)
  takeAlike(facts, scores, isTaken)
  takeAnswers(facts, scores, isTaken)
  return isTaken
}

/**
 * So many that look the same, such a share of them taken, less where they are no headings but called so; how long they are, and
 * how little all and each may score.
 */
const ALIKE = { least: 3, taken: 0.6, titled: 0.2, length: 120, mean: -1, each: -2 }

const isHeadingOrItem = ({ block: { element } }: BlockFacts): boolean => isHeading(element) || element.tag === 'li'

/** How what heads a card is called. */
const TITLED = /(?:^|[\s_-])(?:header|heading|title|headline)(?:$|[\s_-])/

/** Takes headings, items and what heads cards that look like others which are taken. */
function takeAlike(facts: readonly BlockFacts[], scores: readonly number[], isTaken: boolean[]): void {
  const first = isTaken.indexOf(true)
  const within = facts
    .slice(first, isTaken.lastIndexOf(true))
    .filter(
      fact =>
        fact.length > 0 &&
        (isHeadingOrItem(fact) || (fact.length <= ALIKE.length && TITLED.test(nameOf(fact.block.element)))),
    )
  for (const lines of Map.groupBy(within, ({ signature }) => signature).values()) {
    const taken = lines.filter(({ block }) => isTaken[block.position]).length
    const least = lines.every(isHeadingOrItem) ? ALIKE.taken : ALIKE.titled
    const scored = lines.map(({ block }) => scores[block.position] as number)
    if (taken < lines.length * least || taken === lines.length || lines.length < ALIKE.least) continue
    if (scored.some(score => score < ALIKE.each) || scored.reduce((a, b) => a + b) < ALIKE.mean * lines.length) continue
    const isPlain = ({ block, length, linkShare, related, surroundings }: BlockFacts) =>
      length <= ALIKE.length &&
      linkShare === 0 &&
      !related &&
      !block.hidden &&
      !isDeclared(block) &&
      !surroundings.tags.has('table') &&
      !APPEAL.test(block.text.toLowerCase())
    if (!lines.every(isPlain)) continue
    for (const { block } of lines) isTaken[block.position] = true
  }
}

/** What items score on the whole that a colon or a heading announces, between lines of the text. */
const ANNOUNCED = -3

/** The outermost list that a block is an item of, or all of one. */
function listOf({ element }: Block): PageElement | undefined {
  // Of links, which are read as lines of one.
  if (/^[uo]l$/.test(element.tag)) return element
  const [own, box] = [element, element.parent]
  let item = own.tag === 'li' ? own : own.tag === 'p' && box?.tag === 'li' && isPlain(box) ? box : undefined
  for (let above = item?.parent?.parent; above?.tag === 'li'; above = item?.parent?.parent) item = above
  return item?.parent ?? undefined
}

/** An item of a line, with a list of its own or none: no more than so many nodes, white space too. */
const MOST_PARTS = 7
const isPlain = ({ children }: PageElement): boolean => {
  if (children.length > MOST_PARTS) return false
  const parts = children.filter(isElement)
  return parts.filter(({ tag }) => tag === 'p').length === 1 && parts.every(({ tag }) => /^(?:p|[uo]l)$/.test(tag))
}

/** A paragraph that is an item: "3. Fish balls". */
const NUMBERED = /^\d\d?[.)、．](?! \S{1,12} \d{4}) ?\p{L}/u

/**
 * Takes lists whole of which most is taken, or that go on below a paragraph: an item says little by itself. With its heading,
 * where both are little doubted.
 */
function takeLists(facts: readonly BlockFacts[], scores: readonly number[], isTaken: boolean[]): void {
  const lists = Map.groupBy(
    facts.filter(({ block }) => !block.hidden && (listOf(block) || NUMBERED.test(block.text))),
    ({ block }) => listOf(block) ?? block.element.parent,
  )
  const scoreOf = ({ block }: BlockFacts) => scores[block.position] as number
  for (const items of lists.values()) {
    const { block } = items[0] as BlockFacts
    const at = block.position
    const box = listOf(block)?.parent ?? block.element.parent
    const isBeside = (index: number) => facts[index]?.block.element.parent === box
    const isMostlyTaken =
      items.filter(item => isTaken[item.block.position]).length * 2 > items.length ||
      items.reduce((sum, item) => sum + scoreOf(item), 0) > 0
    const isBelow =
      isTaken[at - 1] &&
      isBeside(at - 1) &&
      !facts[at - 1]?.related &&
      items.every(item => item.linkShare < 0.5 && scoreOf(item) > DOUBT.prose)
    const head = facts[at - 1]
    const isHeaded =
      head &&
      /^h[2-6]$/.test(head.block.element.tag) &&
      isTaken[at - 2] &&
      isBeside(at - 1) &&
      isBeside(at - 2) &&
      [head, ...items].every(fact => scoreOf(fact) > DOUBT.alike)
    // What a text cites, below it.
    const isCited = head && SOURCES.test(head.block.text) && isBeside(at - 1) && GAPS.some(gap => isTaken[at - 1 - gap])
    const end = items.at(-1)?.block.position ?? at
    const isAnnounced =
      head &&
      isTaken[at - 1] &&
      isBeside(at - 1) &&
      !head.related &&
      (/[:：]$/.test(head.block.text) ||
        (/^h[2-6]$/.test(head.block.element.tag) && items.every(item => item.linkShare < 0.5))) &&
      isTaken[end + 1] &&
      isBeside(end + 1) &&
      items.reduce((sum, item) => sum + scoreOf(item), 0) > ANNOUNCED * items.length
    if (!isMostlyTaken && !isBelow && !isHeaded && !isCited && !isAnnounced) continue
    for (const item of items) isTaken[item.block.position] = true
    if (isHeaded || isCited) isTaken[at - 1] = true
  }
}

/** What cells score on the whole, in tables of articles: by themselves they say little. Less, between two paragraphs. */
const LEAST_OF_CELLS = { last: -3.3, between: -4.4 }

/** So many cells, and such a share of all, show that a table is of the text. */
const KNOWN = { least: 3, share: 0.15 }

/** Takes a table of data whole that stands after a paragraph, an advertisement between them or none, and before another or in the same box. */
function takeTables(facts: readonly BlockFacts[], scores: readonly number[], isTaken: boolean[]): void {
  for (let from = 1, to = 1; from < facts.length; from = to) {
    to = from + 1
    const { block, surroundings } = facts[from] as BlockFacts
    const table = surroundings.tags.has('table') && lineage(block.element).find(box => box.tag === 'table')
    const before = facts[from - (GAPS.find(gap => isTaken[from - gap]) ?? from + 1)]
    if (!table || !isDataTable(table)) continue
    while (to < facts.length && isInside((facts[to] as BlockFacts).block.element, table)) to++
    const known = isTaken.slice(from, to).filter(Boolean).length
    if (known >= KNOWN.least && known >= (to - from) * KNOWN.share) isTaken.fill(true, from, to)
    if (!before) continue
    const sum = scores.slice(from, to).reduce((total, score) => total + score, 0)
    // Where the figures are from may stand between it and the next paragraph, or a picture with its caption.
    const isBetween = isTaken.slice(to, to + 3).includes(true)
    const isWithin = isBetween || before.block.element.parent === boxOf(table)
    if (!isWithin || sum <= (isBetween ? LEAST_OF_CELLS.between : LEAST_OF_CELLS.last) * (to - from)) continue
    isTaken.fill(true, from, to)
    const head = facts[from - 1]?.block.element
    const isHead = head && /^h\d$/.test(head.tag) && (scores[from - 1] as number) > DOUBT.prose
    if (isHead && head.parent === boxOf(table)) isTaken[from - 1] = true
  }
}

/** How many lines may stand between two paragraphs and go with them, and how little each says; more where none is much doubted. */
const GAP = { blocks: 2, length: 60, score: -3.4, doubt: -1 }

/**
 * Takes the lines between paragraphs that are subheads or their numbers, each in boxes of its own, or quoted, or verses. In
 * other scripts than Han only headings, as buttons and badges look the same.
 */
function takeGaps(facts: readonly BlockFacts[], scores: readonly number[], isTaken: boolean[]): void {
  let seen: Set<string> | undefined
  const looks = () => {
    seen ??= new Set(facts.filter((_, i) => isTaken[i]).map(({ signature }) => signature))
    return seen
  }
  const known = new Set(
    facts.filter(({ block }, i) => isTaken[i] && isHeading(block.element)).map(({ signature }) => signature),
  )
  for (let from = 1, to = 1; from < facts.length; from = to + 1) {
    to = from
    while (to < facts.length && !isTaken[to]) to++
    if (to === from || !isTaken[from - 1] || !isTaken[to]) continue
    const gap = facts.slice(from, to).filter(({ block }) => block.text !== '' && !isDeclared(block))
    const isSubhead = ({ block, length, linkShare, related, surroundings, signature }: BlockFacts) =>
      length <= GAP.length &&
      !related &&
      !block.hidden &&
      ((known.has(signature) && isHeading(block.element)) ||
        ((/\p{Script=Han}|^\d+$/u.test(block.text) || (isHeading(block.element) && gap.length <= GAP.blocks)) &&
          linkShare === 0 &&
          surroundings.clutter > 1 &&
          (scores[block.position] as number) > GAP.score))
    const parents = new Set(gap.map(({ block }) => block.element.parent))
    const [box] = parents
    const [above, below] = [facts[from - 1], facts[to]].map(fact => fact?.block.element.parent)
    const isVerse = parents.size === 1 && above === below && box?.parent === above
    const isShort =
      gap.length <= GAP.blocks || isVerse || gap.every(({ block }) => (scores[block.position] as number) > GAP.doubt)
    // A subhead with a line below it.
    const isIntroduced = ({ block, linkShare, related, signature }: BlockFacts) =>
      gap.length === 2 &&
      isSubhead(gap[0] as BlockFacts) &&
      block === gap[1]?.block &&
      linkShare === 0 &&
      !related &&
      !block.hidden &&
      (scores[block.position] as number) > GAP.doubt &&
      looks().has(signature)
    if (!isShort || !gap.every(fact => isSubhead(fact) || isQuoted(fact) || isIntroduced(fact))) continue
    for (const { block } of gap) isTaken[block.position] = true
  }
}
