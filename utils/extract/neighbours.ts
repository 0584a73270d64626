import { hasHan } from './characters.ts'
import type { BlockFacts } from './facts.ts'
import { INGREDIENTS, NOTES } from './kinds.ts'
import type { PageElement } from './page-tree.ts'
import { isBlank, isElement, isNamedLike, lineage } from './tree.ts'
import { isSignOff } from './trim.ts'
import { APPEAL } from './wording.ts'

/**
 * The least log-odds of what goes with its neighbours: paragraphs; one like many above it, or the last; quotations and
 * subheads; ingredients.
 */
export const DOUBT = { prose: -2, alike: -1, subhead: -4, ingredient: -4.4, between: -0.5, note: -4 }

/** What is a line of prose, by its length, the marks in it and the share of links. */
const PROSE = { length: 60, marks: 2, sentence: 30, linkShare: 0.3 }

/** The longest subhead, and the shortest last paragraph. */
const SHORT = 80

/** So many blocks above, a paragraph may have one like it; and a subhead text of its box, with pictures or other articles between. */
const REACH = { alike: 20, subhead: 12 }

/** Between a subhead and the text above it may stand a picture, or what is no text. */
export const GAPS = [1, 2, 3]

/** A block that the trees are not sure of. */
interface Doubted {
  readonly fact: BlockFacts
  /** Its log-odds to be of the article. */
  readonly score: number
  /** @returns the block so many further on if the trees are sure of that one, else undefined */
  readonly sure: (offset: number) => BlockFacts | undefined
}

/**
 * Whether a block that the trees are not sure of goes with its neighbours: a paragraph of sentences with one above it that looks
 * like it, or between two others; a subhead with the paragraph or list below it; what a notice ends with with the rest of it;
 * and what a page calls ingredients with its recipe.
 * @param scores of each block its log-odds to be of the article
 */
export function goesWithNeighbours(facts: readonly BlockFacts[], scores: readonly number[], i: number): boolean {
  const sure = (offset: number) => ((scores[i + offset] ?? 0) > 0 ? facts[i + offset] : undefined)
  // Most of a page is menus, and far from all text.
  const isHopeless = (scores[i] as number) <= DOUBT.ingredient && !sure(-1) && facts[i]?.block.element.tag !== 'pre'
  if (isHopeless) return false
  const doubted = { fact: facts[i] as BlockFacts, score: scores[i] as number, sure }
  return (
    isIngredient(doubted) ||
    isEnd(doubted) ||
    isQuotation(doubted) ||
    isSubhead(doubted) ||
    isLast(doubted) ||
    isProse(doubted) ||
    isBetween(doubted) ||
    isNote(doubted)
  )
}

const parentOf = (fact: BlockFacts | undefined): PageElement | null | undefined => fact?.block.element.parent

/** Amounts and single words, which look like a menu: up to how many levels above one they may be named so. */
const INGREDIENT = { levels: 4, length: 150 }

function isIngredient({ fact: { block, surroundings }, score }: Doubted): boolean {
  const isShort = !block.hidden && block.text.length < INGREDIENT.length && score > DOUBT.ingredient
  return isShort && (surroundings.kinds[INGREDIENTS] as number) < INGREDIENT.levels
}

/** Where a Chinese text says which paper it tells of. */
const PAPER = /\p{Script=Han}.*\bdoi(?:\.org\/|[:：]) ?10\./iu

/** What ends the block above: who signs it and when, the paper it tells of; or code and verses between texts. */
function isEnd({ fact: { block }, sure }: Doubted): boolean {
  const above = sure(-1)
  if (block.element.tag === 'pre' && GAPS.some(gap => sure(gap)) && GAPS.some(gap => sure(-gap))) return true
  if (!above) return false
  return isSignOff(block, above.block) || (PAPER.test(block.text) && parentOf(above) === block.element.parent)
}

/** As other people’s short messages are, the last line of which is half a link. */
export const isQuoted = ({ block: { element, hidden }, linkShare }: BlockFacts): boolean =>
  !hidden && linkShare < 0.8 && lineage(element, 3).some(({ tag }) => tag === 'blockquote')

/** A message from elsewhere, before a script there makes a frame of it. Other sites put no more into it than whose it is. */
const MESSAGE = /^twitter-(?:tweet|video)/

function isQuotation({ fact, score, sure }: Doubted): boolean {
  const { hidden, element } = fact.block
  const isMessage = !hidden && score > DOUBT.subhead && isNamedLike(MESSAGE, element, 4)
  for (let j = 1; isMessage && j <= REACH.alike; j++) if (sure(-j)) return true
  const above = parentOf(sure(-1))
  return score > DOUBT.prose && !!above && parentOf(fact)?.parent === above && isQuoted(fact)
}

/** Heads a paragraph, whatever it is marked up as: "Step 3". */
const STEP = /^\p{L}{3,9} \d{1,2}[.:]?$/u

/** Subheads of editors that know no headings: all in bold, each in boxes of its own. */
const isBold = ({ tag, children }: PageElement): boolean =>
  /^(?:strong|b)$/.test(tag) ||
  (children.length > 0 && children.every(child => (isElement(child) ? isBold(child) : isBlank(child))))

/** A short line above text: a heading in the same box or one beside it, or all in bold right below other text. */
function isSubhead({ fact, score, sure }: Doubted): boolean {
  const { block, length, linkShare, related } = fact
  const { element } = block
  const { parent } = element
  const next = parentOf(sure(1))
  if (score < DOUBT.subhead || length > SHORT || !next) return false
  const isHeading = (/^h[2-6]$/.test(element.tag) || STEP.test(block.text)) && !related && !block.hidden
  for (let j = 1; isHeading && next === parent && j <= REACH.subhead; j++) {
    const above = parentOf(sure(-j))
    if (above && (above === parent || above.parent === parent.parent)) return true
  }
  if (score < DOUBT.prose) return false
  const isAlone = isHeading && parent?.children.length === 1
  const isBeside = next.parent === parent?.parent && (isAlone || next.attributes.class === parent?.attributes.class)
  const isAbove = next === parent || next.parent === parent || isBeside
  return isHeading && isAbove ? GAPS.some(gap => sure(-gap)) : !!sure(-1) && linkShare < 0.5 && isBold(element)
}

/** A line little doubted between two of its box. */
function isBetween({ fact, score, sure }: Doubted): boolean {
  const { block, related, linkShare } = fact
  const isPlain = !related && !block.hidden && block.text !== '' && linkShare < 0.5 && !APPEAL.test(block.text)
  if (score < DOUBT.between || !isPlain) return false
  const box = parentOf(fact)
  return parentOf(sure(-1)) === box && parentOf(sure(1)) === box
}

/** What heads a list of sources, and how one begins: "[2] Harbour Council". */
export const SOURCES =
  /^(?:sources?|references?|works cited|bibliography|(?:foot|end)?notes?|quellen|literatur|fußnoten|参考(?:文献|资料)|注释)\s?[:：]?$/i
const NUMBERED_SOURCE = /^(?:\[\d{1,3}\]|\d{1,3}[.)]? (?=https?:))/
const NOTE = { name: /footnote/, levels: 4 }

/** A note of its author below the text, or their heading. */
function isNote({ fact, score, sure }: Doubted): boolean {
  const { block, surroundings } = fact
  const { element, text, hidden } = block
  if (score < DOUBT.note || hidden) return false
  const isNamed = (surroundings.kinds[NOTES] as number) < NOTE.levels && isNamedLike(NOTE.name, element, NOTE.levels)
  if (!isNamed && !NUMBERED_SOURCE.test(text) && !(SOURCES.test(text) && /^h\d$/.test(element.tag))) return false
  for (let j = 1; j <= REACH.alike; j++) if (sure(-j) && (isNamed || parentOf(sure(-j)) === element.parent)) return true
  return false
}

/** 博达 gives the last paragraph another class. Elsewhere it is prose right below other text of its box, and no sample. */
function isLast({ fact, score, sure }: Doubted): boolean {
  const { block, endsSentence, length, linkShare, marks, related } = fact
  const { element, text, hidden } = block
  const isOfBox = score > DOUBT.alike && parentOf(sure(-1)) === parentOf(fact) && linkShare < PROSE.linkShare
  if (!isOfBox || !endsSentence || APPEAL.test(text.toLowerCase())) return false
  if (hasHan(text)) return length >= SHORT
  const isProse = length >= PROSE.length && marks > 0 && !/:$|^lorem/i.test(text)
  return isProse && element.tag === 'p' && !related && !hidden
}

/**
 * A paragraph of sentences between two of the box around its own; or with one like it right above, or farther where it is
 * little doubted and asks for nothing.
 */
function isProse({ fact, score, sure }: Doubted): boolean {
  const { block, endsSentence, length, linkShare, marks, signature, underRelated } = fact
  const { hidden, text } = block
  const isSentence = endsSentence && hasHan(text) && length >= PROSE.sentence
  const isLong = isSentence || (length >= PROSE.length && marks >= PROSE.marks)
  if (score < DOUBT.prose || linkShare >= PROSE.linkShare || !isLong) return false
  const box = parentOf(fact)
  const room = parentOf(sure(-1))
  if (room && room === parentOf(sure(1)) && room === box?.parent && !underRelated && !hidden) return true
  const reach = score > DOUBT.alike && !APPEAL.test(text.toLowerCase()) ? REACH.alike : 1
  for (let j = 1; j <= reach; j++) {
    const like = sure(-j)
    const above = parentOf(like)
    // In the same box, or right above in another of boxes side by side.
    const isNear = above === box || (j === 1 && above && above.parent?.parent === box?.parent?.parent)
    if (isNear && like?.signature === signature) return true
  }
  return false
}
