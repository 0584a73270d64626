import { isDeclared } from './captions.ts'
import { hasHan } from './characters.ts'
import { isInside } from './density.ts'
import { type BlockFacts, boxOf } from './facts.ts'
import { INGREDIENTS } from './kinds.ts'
import type { PageElement } from './page-tree.ts'
import { isDataTable } from './tables.ts'
import { isBlank, isElement, lineage } from './tree.ts'
import { isSignOff } from './trim.ts'
import { APPEAL } from './wording.ts'

/**
 * Which blocks are taken: those that the trees are sure of, and what goes with them, lists and tables whole.
 * @param scores of each block its log-odds to be of the article
 */
export function takeWhole(facts: readonly BlockFacts[], scores: readonly number[]): boolean[] {
  const isTaken = facts.map((_, i) => (scores[i] as number) > 0 || isDoubted(facts, scores, i))
  takeLists(facts, scores, isTaken)
  takeTables(facts, scores, isTaken)
  takeGaps(facts, scores, isTaken)
  return isTaken
}

/**
 * What one is not sure of goes with its neighbours: a paragraph of sentences with one above it that looks like it, or between
 * two others; a subhead with the paragraph or list below it, what a notice ends with with the rest of it; and what a page calls
 * ingredients with its recipe.
 */
const DOUBT = { score: -2, length: 80, prose: 60, marks: 2, sentence: 30, linkShare: 0.3 }

/** A paragraph so little doubted goes with one like it so many blocks above, if it asks for nothing. */
const ALIKE = { score: -1, reach: 20 }

/** Between a subhead and the text above it may stand a picture, or what is no text. */
const GAPS = [1, 2, 3]

/** Other articles may stand between a subhead and the text above it: up to so many blocks. */
const SUBHEAD = { score: -4, reach: 12 }

/** Heads a paragraph, whatever it is marked up as: "Step 3". */
const STEP = /^\p{L}{3,9} \d{1,2}[.:]?$/u

/** Amounts and single words, which look like a menu: up to how many levels above one they may be named so. */
const INGREDIENT = { levels: 4, score: -4.4, length: 150 }

function isDoubted(facts: readonly BlockFacts[], scores: readonly number[], i: number): boolean {
  const isSure = (index: number) => (scores[index] ?? DOUBT.score) > 0
  const fact = facts[i] as BlockFacts
  const score = scores[i] as number
  const { element, hidden, text } = fact.block
  const isShort = !hidden && text.length < INGREDIENT.length && score > INGREDIENT.score
  if (isShort && (fact.surroundings.kinds[INGREDIENTS] as number) < INGREDIENT.levels) return true
  const before = isSure(i - 1) ? facts[i - 1] : undefined
  if (before && (isSignOff(fact.block, before.block) || (element.tag === 'pre' && isSure(i + 1)))) return true
  if (score < SUBHEAD.score) return false
  const { parent } = element
  const isInText = before && parent?.parent === before.block.element.parent && score > DOUBT.score
  if (isInText && isQuoted(fact)) return true
  const roomOf = (index: number) => (isSure(index) ? facts[index]?.block.element.parent : undefined)
  const next = fact.length <= DOUBT.length && roomOf(i + 1)
  const isHeading = next && (/^h[2-6]$/.test(element.tag) || STEP.test(text)) && !fact.related && !hidden
  for (let j = 1; isHeading && next === parent && j <= SUBHEAD.reach; j++) {
    const room = roomOf(i - j)
    if (room && (room === parent || room.parent === parent.parent)) return true
  }
  if (score < DOUBT.score) return false
  if (next) {
    const isAlone = isHeading && parent?.children.length === 1
    const isBeside = next.parent === parent?.parent && (isAlone || next.attributes.class === parent?.attributes.class)
    const isAbove = next === parent || next.parent === parent || isBeside
    if (isHeading && isAbove ? GAPS.some(gap => isSure(i - gap)) : before && fact.linkShare < 0.5 && isBold(element))
      return true
  }
  // 博达 gives the last paragraph another class.
  const isLast = before?.block.element.parent === parent && fact.endsSentence && fact.length >= DOUBT.length
  if (isLast && score > ALIKE.score && hasHan(text) && fact.linkShare < DOUBT.linkShare && !APPEAL.test(text))
    return true
  const isSentence = fact.endsSentence && hasHan(text) && fact.length >= DOUBT.sentence
  const isProse =
    fact.linkShare < DOUBT.linkShare && (isSentence || (fact.length >= DOUBT.prose && fact.marks >= DOUBT.marks))
  if (!isProse) return false
  const room = before?.block.element.parent
  const isWithin = room && room === roomOf(i + 1) && room === parent?.parent && !fact.underRelated && !hidden
  if (isWithin) return true
  const reach = score > ALIKE.score && !APPEAL.test(text.toLowerCase()) ? ALIKE.reach : 1
  for (let j = 1; j <= reach; j++) {
    const above = roomOf(i - j)
    // In the same box, or right above in another of boxes side by side.
    const isNear = above === parent || (j === 1 && above && above.parent?.parent === parent?.parent?.parent)
    if (isNear && facts[i - j]?.signature === fact.signature) return true
  }
  return false
}

/** A paragraph that is an item: "3. Fish balls". */
const NUMBERED = /^\d\d?[.)、．](?! \S{1,12} \d{4}) ?\p{L}/u

/** Takes lists whole of which most is taken, or that go on below a paragraph: an item says little by itself. */
function takeLists(facts: readonly BlockFacts[], scores: readonly number[], isTaken: boolean[]): void {
  const lists = Map.groupBy(
    facts.filter(({ block: { element, hidden, text } }) => (element.tag === 'li' || NUMBERED.test(text)) && !hidden),
    ({ block }) => block.element.parent,
  )
  for (const items of lists.values()) {
    const sum = items.reduce((total, item) => total + (scores[item.block.position] as number), 0)
    const isMostlyTaken = items.filter(({ block }) => isTaken[block.position]).length * 2 > items.length || sum > 0
    const { block, underRelated } = items[0] as BlockFacts
    const above = facts[block.position - 1]
    const isBelow =
      !underRelated &&
      isTaken[block.position - 1] &&
      above?.block.element.parent ===
        (block.element.tag === 'li' ? block.element.parent?.parent : block.element.parent) &&
      items.every(item => item.linkShare < 0.5 && (scores[item.block.position] as number) > DOUBT.score)
    if (isMostlyTaken || isBelow) for (const { block } of items) isTaken[block.position] = true
  }
}

/** What cells score on the whole, in tables of articles: by themselves they say little. Less, between two paragraphs. */
const LEAST_OF_CELLS = { last: -3.3, between: -4.2 }

/** Takes a table of data whole that stands after a paragraph, an advertisement between them or none, and before another or in the same box. */
function takeTables(facts: readonly BlockFacts[], scores: readonly number[], isTaken: boolean[]): void {
  for (let from = 1, to = 1; from < facts.length; from = to) {
    to = from + 1
    const { block, surroundings } = facts[from] as BlockFacts
    const table = surroundings.tags.has('table') && lineage(block.element).find(box => box.tag === 'table')
    const before = facts[from - (GAPS.find(gap => isTaken[from - gap]) ?? from + 1)]
    if (!table || !before || !isDataTable(table)) continue
    while (to < facts.length && isInside((facts[to] as BlockFacts).block.element, table)) to++
    const sum = scores.slice(from, to).reduce((total, score) => total + score, 0)
    // Where the figures are from may stand between it and the next paragraph.
    const isBetween = isTaken[to] || isTaken[to + 1]
    const isWithin = isBetween || before.block.element.parent === boxOf(table)
    if (!isWithin || sum <= (isBetween ? LEAST_OF_CELLS.between : LEAST_OF_CELLS.last) * (to - from)) continue
    isTaken.fill(true, from, to)
    const head = facts[from - 1]?.block.element
    const isHead = head && /^h\d$/.test(head.tag) && (scores[from - 1] as number) > DOUBT.score
    if (isHead && head.parent === boxOf(table)) isTaken[from - 1] = true
  }
}

/** How many lines may stand between two paragraphs and go with them, and how little each says; more where none is much doubted. */
const GAP = { blocks: 2, length: 60, score: -3, doubt: -1 }

/** As other people’s short messages are, the last line of which is half a link. */
const isQuoted = ({ block: { element, hidden }, linkShare }: BlockFacts): boolean =>
  !hidden && linkShare < 0.8 && lineage(element, 3).some(({ tag }) => tag === 'blockquote')

/**
 * Takes the lines between paragraphs that are subheads or their numbers, each in boxes of its own, or quoted, or verses. In
 * other scripts than Han only headings, as buttons and badges look the same.
 */
function takeGaps(facts: readonly BlockFacts[], scores: readonly number[], isTaken: boolean[]): void {
  for (let from = 1, to = 1; from < facts.length; from = to + 1) {
    to = from
    while (to < facts.length && !isTaken[to]) to++
    if (to === from || !isTaken[from - 1] || !isTaken[to]) continue
    const gap = facts.slice(from, to).filter(({ block }) => block.text !== '' && !isDeclared(block))
    const isSubhead = ({ block, length, linkShare, related, surroundings }: BlockFacts) =>
      (/\p{Script=Han}|^\d+$/u.test(block.text) || (/^h[2-6]$/.test(block.element.tag) && to - from <= GAP.blocks)) &&
      length <= GAP.length &&
      linkShare === 0 &&
      !related &&
      surroundings.clutter > 1 &&
      !block.hidden &&
      (scores[block.position] as number) > GAP.score
    const parents = new Set(gap.map(({ block }) => block.element.parent))
    const [box] = parents
    const [above, below] = [facts[from - 1], facts[to]].map(fact => fact?.block.element.parent)
    const isVerse = parents.size === 1 && above === below && box?.parent === above
    const isShort =
      gap.length <= GAP.blocks || isVerse || gap.every(({ block }) => (scores[block.position] as number) > GAP.doubt)
    if (!isShort || !gap.every(fact => isSubhead(fact) || isQuoted(fact))) continue
    for (const { block } of gap) isTaken[block.position] = true
  }
}

/** Subheads of editors that know no headings: all in bold, each in boxes of its own. */
const isBold = ({ tag, children }: PageElement): boolean =>
  /^(?:strong|b)$/.test(tag) ||
  (children.length > 0 && children.every(child => (isElement(child) ? isBold(child) : isBlank(child))))
