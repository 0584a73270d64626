import type { Block } from './blocks.ts'
import { isDeclared } from './captions.ts'
import { scoreBlocks } from './chooser.ts'
import { isInside } from './density.ts'
import type { BlockFacts } from './facts.ts'
import { INGREDIENTS } from './kinds.ts'
import type { PageElement } from './page-tree.ts'
import { isDataTable } from './tables.ts'
import { isBlank, isElement, lineage } from './tree.ts'
import { isSignOff } from './trim.ts'

/**
 * The blocks that are the article.
 * @param title index of the block that shows the headline, -1 where none does
 * @param isSure whether the head says so too
 */
export function chooseBlocks(facts: readonly BlockFacts[], title: number, isSure = false): Block[] {
  const scores = scoreBlocks(facts, title)
  const isTaken = facts.map((_, i) => (scores[i] as number) > 0 || isDoubted(facts, scores, i))
  takeLists(facts, isTaken)
  takeTables(facts, scores, isTaken)
  takeGaps(facts, scores, isTaken)
  const all = facts.filter((fact, i) => isTaken[i] && fact.block.text !== '')
  // Some pages hide all they have until a script shows it; others hide words against copying in what they show.
  const shown = all.filter(fact => !fact.block.hidden)
  const taken = withoutComments(withoutCopies(lengthOf(shown) > lengthOf(all) * MOSTLY ? shown : all))
  // Above the headline stand forms, teasers and the day; where most stands above it, it is none.
  const below = taken.filter(fact => fact.block.index > title)
  const chosen = cutAtOthers(isSure && lengthOf(below) > lengthOf(taken) * LEAST_BELOW ? below : taken, facts, scores)
  const words = new Set(chosen)
  const [first, last] = [chosen[0]?.block.index ?? 0, chosen.at(-1)?.block.index ?? -1]
  // Pictures say nothing by themselves: those between the paragraphs are of the article, and the ones close before it.
  return facts
    .filter(fact => words.has(fact) || (isPicture(fact.block) && isPictureOf(fact, facts, words, first, last)))
    .map(fact => fact.block)
}

const MOSTLY = 0.8
/** What stands below a headline is at least so much of its article. */
const LEAST_BELOW = 0.6
const lengthOf = (facts: readonly BlockFacts[]): number => facts.reduce((sum, fact) => sum + fact.length, 0)

/**
 * What one is not sure of goes with its neighbours: a paragraph of sentences with the one before it in the same box, a subhead
 * with the paragraph or list below it, what a notice ends with with the rest of it; and what a page calls ingredients with its
 * recipe.
 */
const DOUBT = { score: -2, length: 80, marks: 2, linkShare: 0.3 }

/** Between a subhead and the text above it may stand a picture, or what is no text. */
const GAPS = [1, 2, 3]

/** Amounts and single words, which look like a menu: up to how many levels above one they may be named so. */
const INGREDIENT = { levels: 4, score: -4.4, length: 150 }

function isDoubted(facts: readonly BlockFacts[], scores: readonly number[], i: number): boolean {
  const isSure = (index: number) => (scores[index] ?? DOUBT.score) > 0
  const fact = facts[i] as BlockFacts
  const { element, hidden, text } = fact.block
  const isShort = !hidden && text.length < INGREDIENT.length && (scores[i] as number) > INGREDIENT.score
  if (isShort && (fact.surroundings.kinds[INGREDIENTS] as number) < INGREDIENT.levels) return true
  const before = isSure(i - 1) ? facts[i - 1] : undefined
  if (before && (isSignOff(fact.block, before.block) || (element.tag === 'pre' && isSure(i + 1)))) return true
  if ((scores[i] as number) < DOUBT.score) return false
  const { parent } = element
  if (fact.length <= DOUBT.length && isSure(i + 1)) {
    const next = facts[i + 1]?.block.element.parent
    const isHeading = /^h[2-6]$/.test(element.tag) && !fact.related && (next === parent || next?.parent === parent)
    if (isHeading ? GAPS.some(gap => isSure(i - gap)) : before && isBold(element)) return true
  }
  const isProse = fact.length >= DOUBT.length && fact.marks >= DOUBT.marks && fact.linkShare < DOUBT.linkShare
  return isProse && before?.block.element.parent === parent && before.signature === fact.signature
}

/** Takes the rest of lists of which most is taken: an item says little by itself. */
function takeLists(facts: readonly BlockFacts[], isTaken: boolean[]): void {
  const lists = Map.groupBy(
    facts.filter(({ block: { element, hidden } }) => element.tag === 'li' && !hidden),
    ({ block }) => block.element.parent,
  )
  for (const items of lists.values()) {
    const isMostlyTaken = items.filter(({ block }) => isTaken[block.index]).length * 2 > items.length
    if (isMostlyTaken) for (const { block } of items) isTaken[block.index] = true
  }
}

/** What cells score on the whole, in tables of articles: by themselves they say little. Less, between two paragraphs. */
const LEAST_OF_CELLS = { last: -2.5, between: -4.2 }

/** Takes a table of data whole that stands after a paragraph, and before another or in the same box. */
function takeTables(facts: readonly BlockFacts[], scores: readonly number[], isTaken: boolean[]): void {
  for (let from = 1, to = 1; from < facts.length; from = to) {
    to = from + 1
    const { block, surroundings } = facts[from] as BlockFacts
    const table = surroundings.tags.has('table') && lineage(block.element).find(box => box.tag === 'table')
    if (!table || !isTaken[from - 1] || !isDataTable(table)) continue
    while (to < facts.length && isInside((facts[to] as BlockFacts).block.element, table)) to++
    const sum = scores.slice(from, to).reduce((total, score) => total + score, 0)
    const isWithin = isTaken[to] || facts[from - 1]?.block.element.parent === table.parent
    if (isWithin && sum > (isTaken[to] ? LEAST_OF_CELLS.between : LEAST_OF_CELLS.last) * (to - from))
      isTaken.fill(true, from, to)
  }
}

/** How many lines may stand between two paragraphs and go with them, and how little each says. */
const GAP = { blocks: 2, length: 60, score: -3 }

/** As other people’s short messages are, the last line of which is half a link. */
const isQuoted = ({ block: { element, hidden }, linkShare }: BlockFacts): boolean =>
  !hidden && linkShare < 0.8 && lineage(element, 3).some(({ tag }) => tag === 'blockquote')

/**
 * Takes the one or two lines between paragraphs that are subheads or their numbers, each in boxes of its own, or quoted. In
 * other scripts than Han only headings, as buttons and badges look the same.
 */
function takeGaps(facts: readonly BlockFacts[], scores: readonly number[], isTaken: boolean[]): void {
  for (let from = 1, to = 1; from < facts.length; from = to + 1) {
    to = from
    while (to < facts.length && !isTaken[to]) to++
    if (to === from || !isTaken[from - 1] || !isTaken[to]) continue
    const gap = facts.slice(from, to).filter(({ block }) => block.text !== '')
    const isSubhead = ({ block, length, linkShare, related, surroundings }: BlockFacts) =>
      (/\p{Script=Han}|^\d+$/u.test(block.text) || (/^h[2-6]$/.test(block.element.tag) && to - from <= GAP.blocks)) &&
      length <= GAP.length &&
      linkShare === 0 &&
      !related &&
      surroundings.clutter > 1 &&
      !block.hidden &&
      (scores[block.index] as number) > GAP.score
    if (gap.length <= GAP.blocks && gap.every(fact => isSubhead(fact) || isQuoted(fact))) isTaken.fill(true, from, to)
  }
}

/** Subheads of editors that know no headings: all in bold, each in boxes of its own. */
const isBold = ({ tag, children }: PageElement): boolean =>
  /^(?:strong|b)$/.test(tag) ||
  (children.length > 0 && children.every(child => (isElement(child) ? isBold(child) : isBlank(child))))

/** Shorter lines may well be said twice. */
const LEAST_COPY = 40

/** Some pages hold their text twice, in boxes for wide and for narrow screens: the one that is shown counts, or the first. */
function withoutCopies(chosen: readonly BlockFacts[]): BlockFacts[] {
  const held = new Map<unknown, number>()
  for (const { block, length } of chosen) {
    held.set(block.element.parent, (held.get(block.element.parent) ?? 0) + length)
  }
  const worth = ({ block }: BlockFacts) => (block.hidden ? 0 : (held.get(block.element.parent) ?? 0))
  const originals = new Map<string, BlockFacts>()
  for (const fact of chosen) {
    const known = originals.get(fact.block.text)
    if (!known || worth(known) < worth(fact)) originals.set(fact.block.text, fact)
  }
  return chosen.filter(({ block: { text, element } }) => {
    const original = originals.get(text)?.block.element
    return text.length < LEAST_COPY || original === element || original?.parent === element.parent
  })
}

/** Beside so much else what stands in a box for comments, so many levels up, is of the readers. */
const COMMENTS = { beside: 800, levels: 3 }

function withoutComments(taken: readonly BlockFacts[]): readonly BlockFacts[] {
  const rest = taken.filter(({ surroundings }) => (surroundings.kinds[0] as number) > COMMENTS.levels)
  return lengthOf(rest) > COMMENTS.beside ? rest : taken
}

/** What stands below an article where the page goes on in other boxes: "© 2024 Harbour Courier", "Comments". */
const BELOW = /^(?:comments?$|.{0,30}(?:网友\]|\d\.\*\.\*|(?:©|\bcopyright\b)\D{0,6}(?:19|20)\d\d))/i
/** What is cut off has so much before it, and is no more than this share of the text or less surely of it, by so much. */
const CUT = { least: 80, most: 0.4, margin: 0.5 }

/** Up to where a line says that the page's own begins, if what follows stands in other boxes. */
function cutAtOthers(
  chosen: readonly BlockFacts[],
  facts: readonly BlockFacts[],
  scores: readonly number[],
): readonly BlockFacts[] {
  const worthOf = ({ block, length }: BlockFacts) => length * (scores[block.index] as number)
  const kinds = chosen.map(kindsOf)
  const places = new Map<unknown, number>()
  for (const [i, list] of kinds.entries()) for (const kind of list) places.set(kind, i)
  let [before, reach, sure] = [0, 0, 0]
  let [after, unsure] = [lengthOf(chosen), chosen.reduce((sum, fact) => sum + worthOf(fact), 0)]
  for (const [i, fact] of chosen.entries()) {
    before += fact.length
    after -= fact.length
    sure += worthOf(fact)
    unsure -= worthOf(fact)
    for (const kind of kinds[i] as readonly unknown[]) reach = Math.max(reach, places.get(kind) as number)
    if (reach > i || before < CUT.least) continue
    const share = after / (before + after)
    const isSurer = sure / before > unsure / after + CUT.margin
    if (share > 1 - CUT.most && !isSurer) continue
    const isLate = share < CUT.most || isSurer
    const between = facts.slice(fact.block.index + 1, (chosen[i + 1]?.block.index ?? -1) + 1)
    const isOver = between.some(
      ({ block: { text, hidden }, related }) =>
        !hidden && (BELOW.test(text.slice(0, 60)) || (isLate && text.length <= 30 && related)),
    )
    if (isOver) return chosen.slice(0, i + 1)
  }
  return chosen
}

/** What paragraphs of one text share: their names, or a box. */
const kindsOf = ({ signature, block: { element } }: BlockFacts): readonly unknown[] => [
  signature,
  element.parent,
  element.parent?.parent,
]

/** With its caption, where both are of one line. */
const isPicture = (block: Block): boolean => block.text === '' || (block.images.length > 0 && isDeclared(block))

/** A lead picture stands at most so many blocks before the first paragraph. */
const LEAD = 4

function isPictureOf(
  { block, linkShare }: BlockFacts,
  facts: readonly BlockFacts[],
  words: ReadonlySet<BlockFacts>,
  first: number,
  last: number,
): boolean {
  if (block.hidden || linkShare > 0.5) return false
  const near = (from: number, to: number) => facts.slice(Math.max(0, from), to).some(fact => words.has(fact))
  if (block.index > first && block.index < last) return near(block.index - 3, block.index + 4)
  return block.index >= first - LEAD && block.index < first
}
