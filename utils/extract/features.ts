import { KINDS } from './characters.ts'
import { isInside } from './density.ts'
import type { BlockFacts } from './facts.ts'
import { gatherPage, log, type PageFacts, type Tally } from './page-facts.ts'
import type { PageElement } from './page-tree.ts'
import { APPEAL } from './wording.ts'

type Feature = (fact: BlockFacts, page: PageFacts, index: number) => number

const flag = (value: boolean): number => (value ? 1 : 0)
/** Blocks farther away than this count as that far. */
export const FARTHEST = 40
export const clamp = (value: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, value))
/** How many characters of one kind, or what share of the text they are. */
const countOf = (fact: BlockFacts, kind: number): number => fact.characters[kind] as number
const shareOf = (fact: BlockFacts, kind: number): number => countOf(fact, kind) / Math.max(1, fact.block.text.length)

/** To ask a list for what stands before its first is slow, and makes every such look slow. */
const factAt = (page: PageFacts, index: number): BlockFacts | undefined => (index < 0 ? undefined : page.facts[index])

const near =
  (offset: number, of: (fact: BlockFacts) => number): Feature =>
  (_, page, index) => {
    const neighbour = factAt(page, index + offset)
    return neighbour ? of(neighbour) : -1
  }

/** The mean of the blocks from `from` to `to` places away, without the block itself. */
const around =
  (from: number, to: number, of: (page: PageFacts) => readonly number[]): Feature =>
  (_, page, index) => {
    const sums = of(page)
    const [start, end] = [Math.max(0, index + from), Math.min(page.facts.length, index + to + 1)]
    const count = end - start - 1
    if (count === 0) return -1
    const own = (sums[index + 1] as number) - (sums[index] as number)
    return ((sums[end] as number) - (sums[start] as number) - own) / count
  }

const within =
  (tag: string): Feature =>
  fact =>
    flag(fact.surroundings.tags.has(tag))

const levelsTo =
  (kind: number): Feature =>
  fact =>
    fact.surroundings.kinds[kind] ?? 0

const inBox =
  (box: number): Feature =>
  (fact, page) =>
    flag(isInside(fact.block.element, page.boxes[box]))

const signatureOf = (page: PageFacts, index: number): Tally => page.signatures[index] as Tally
const parentOf = (page: PageFacts, index: number): Tally => page.parents[index] as Tally
const linkShare = (tally: Tally): number => tally.linked / Math.max(1, tally.length)
const proseShare = (tally: Tally, page: PageFacts): number => tally.prose / Math.max(1, page.proseLength)

const TAG_CODES: Readonly<Record<string, number>> = {
  p: 1,
  li: 2,
  div: 3,
  h1: 4,
  h2: 5,
  h3: 6,
  h4: 7,
  h5: 8,
  h6: 9,
  td: 10,
  pre: 11,
}
const lengthOf = (fact: BlockFacts): number => log(fact.length)
const linkShareOf = (fact: BlockFacts): number => fact.linkShare
const childrenOf = (box: PageElement | null | undefined): number => log(box?.children.length ?? 0)

/** So many of FEATURES, from the first, are looked at once more with the neighbours' scores. */
export const SHARED = 28

/**
 * What the chooser looks at. The order is that of the trained weights (chooser-weights.ts): after any change here they must be
 * trained anew.
 */
export const FEATURES: readonly Feature[] = [
  // Seen twice: see SHARED.
  (_, page, index) => proseShare(signatureOf(page, index), page),
  (_, page, index) => clamp(page.last - index),
  (_, page) => log(page.proseLength),
  (fact, page) => page.votes(fact.block.element.parent),
  (_, page, index) => log(parentOf(page, index).length),
  (_, page) => page.proseLength / Math.max(1, page.length),
  fact => childrenOf(fact.block.element.parent),
  (_, page, index) => proseShare(parentOf(page, index), page),
  fact => flag(fact.endsSentence),
  linkShareOf,
  fact => log(countOf(fact, KINDS.space) + 1),
  (_, page, index) => log(signatureOf(page, index).count),
  lengthOf,
  fact => flag(fact.underRelated),
  (_, page, index) => log(parentOf(page, index).count),
  (fact, page) => page.votes(fact.block.element.parent?.parent),
  levelsTo(0),
  (fact, page) => page.texts.get(fact.block.text) ?? 1,
  (_, page, index) => (page.title < 0 ? -FARTHEST : clamp(index - page.title)),
  fact => shareOf(fact, KINDS.capital),
  (fact, page) => page.votes(fact.block.element.parent?.parent?.parent),
  fact => Math.min(12, (fact.marks * 100) / Math.max(1, fact.length)),
  fact => fact.surroundings.depth,
  fact => TAG_CODES[fact.block.element.tag] ?? 0,
  (_, page, index) => index / page.facts.length,
  levelsTo(3),
  within('article'),
  (_, page, index) => clamp(index - (page.headings[index] as number)),
  // The block itself.
  fact => fact.marks,
  fact => flag(fact.block.hidden),
  fact => flag(fact.related),
  fact => flag(APPEAL.test(fact.block.text)),
  fact => flag(fact.length < 200 && /(?:19|20)\d\d/.test(fact.block.text)),
  fact => shareOf(fact, KINDS.digit),
  fact => countOf(fact, KINDS.call),
  fact => fact.block.images.length,
  // The boxes it stands in.
  fact => fact.surroundings.clutter,
  fact => fact.surroundings.content,
  within('footer'),
  within('form'),
  within('li'),
  within('ul'),
  within('main'),
  within('figure'),
  (_, page, index) => page.tables[index] as number,
  ...[1, 2, 4, 5, 6].map(levelsTo),
  inBox(1),
  inBox(2),
  inBox(3),
  (_, page, index) => linkShare(signatureOf(page, index)),
  (_, page, index) => linkShare(parentOf(page, index)),
  fact => childrenOf(fact.block.element.parent?.parent),
  (_, page, index) => log(page.places[index] as number),
  // Where it stands, and among what.
  (_, page, index) => clamp(index - page.first),
  (_, page, index) => (page.lengthBefore[index] as number) / Math.max(1, page.length),
  (_, page, index) => TAG_CODES[factAt(page, page.headings[index] as number)?.block.element.tag ?? ''] ?? 0,
  near(-1, lengthOf),
  near(1, lengthOf),
  near(-1, linkShareOf),
  near(1, linkShareOf),
  around(-4, 0, page => page.sums.lengths),
  around(0, 4, page => page.sums.lengths),
  around(-4, 0, page => page.sums.linkShares),
  around(0, 4, page => page.sums.linkShares),
  around(-8, 0, page => page.sums.prose),
  around(0, 8, page => page.sums.prose),
  (_, page) => page.han,
]

/** Every feature of every block, block by block. */
export function computeFeatures(facts: readonly BlockFacts[], title: number): number[][] {
  const page = gatherPage(facts, title)
  return facts.map((_, index) => featuresOf(page, index))
}

/** Every feature of one block. */
export function featuresOf(page: PageFacts, index: number): number[] {
  const fact = page.facts[index] as BlockFacts
  // As long as it will be: a list that grows is copied again and again.
  const row = new Array<number>(FEATURES.length)
  for (let i = 0; i < FEATURES.length; i++) row[i] = (FEATURES[i] as Feature)(fact, page, index)
  return row
}
