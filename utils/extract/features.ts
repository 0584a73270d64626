import { countVotes, densestBoxes, isInside, proseOf } from './density.ts'
import type { BlockFacts } from './facts.ts'
import type { PageElement } from './page-tree.ts'
import { APPEAL, BIOGRAPHY } from './wording.ts'

/** What is known of a page as a whole. */
interface PageFacts {
  readonly facts: readonly BlockFacts[]
  readonly length: number
  readonly proseLength: number
  /** Readability's idea: what paragraphs vote for a box, as a share of what the best box gets. */
  readonly votes: (box: PageElement | null | undefined) => number
  /** First and last prose in the box that holds 80% of it. */
  readonly first: number
  readonly last: number
  readonly boxes: readonly (PageElement | undefined)[]
  readonly lengthBefore: readonly number[]
  readonly signatures: ReadonlyMap<string, Tally>
  readonly parents: ReadonlyMap<PageElement, Tally>
  readonly texts: ReadonlyMap<string, number>
  readonly han: number
  readonly title: number
}

/** What blocks that have something in common amount to. */
interface Tally {
  count: number
  length: number
  linked: number
  prose: number
}

type Feature = (fact: BlockFacts, page: PageFacts, index: number) => number

const flag = (value: boolean): number => (value ? 1 : 0)
const log = (value: number): number => Math.log2(1 + value)

const near =
  (offset: number, of: (fact: BlockFacts) => number): Feature =>
  (_, page, index) => {
    const neighbour = page.facts[index + offset]
    return neighbour ? of(neighbour) : -1
  }

const around =
  (from: number, to: number, of: (fact: BlockFacts) => number): Feature =>
  (_, page, index) => {
    let [sum, count] = [0, 0]
    for (let i = Math.max(0, index + from); i <= index + to && i < page.facts.length; i++) {
      if (i === index) continue
      sum += of(page.facts[i] as BlockFacts)
      count++
    }
    return count === 0 ? -1 : sum / count
  }

const within =
  (tag: string): Feature =>
  fact =>
    flag(fact.surroundings.tags.has(tag))

const tally = (of: (tally: Tally) => number, key: 'signatures' | 'parents'): Feature =>
  key === 'signatures'
    ? (fact, page) => of(page.signatures.get(fact.signature) as Tally)
    : (fact, page) => of(page.parents.get(fact.block.element.parent as PageElement) as Tally)

const TAG_CODES: Readonly<Record<string, number>> = {
  p: 1,
  li: 2,
  div: 3,
  h1: 4,
  h2: 5,
  h3: 6,
  h4: 7,
  h5: 8,
  h6: 8,
  td: 9,
}
const lengthOf = (fact: BlockFacts): number => log(fact.length)
const linkShareOf = (fact: BlockFacts): number => fact.linkShare

/**
 * What the chooser looks at, by name. The order is that of the trained weights (see chooser-model.ts): after any change here
 * they must be trained anew.
 */
export const FEATURES: readonly (readonly [string, Feature])[] = [
  ['length', lengthOf],
  ['link share', linkShareOf],
  ['marks', fact => fact.marks],
  ['marks per length', fact => (fact.marks * 100) / Math.max(1, fact.length)],
  ['ends sentence', fact => flag(fact.endsSentence)],
  ['tag', fact => TAG_CODES[fact.block.element.tag] ?? 0],
  ['hidden', fact => flag(fact.block.hidden)],
  ['related', fact => flag(fact.related)],
  ['under related', fact => flag(fact.underRelated)],
  ['colophon', fact => flag(fact.colophon)],
  ['depth', fact => fact.surroundings.depth],
  ['clutter name', fact => fact.surroundings.clutter],
  ['content name', fact => fact.surroundings.content],
  ['in nav', within('nav')],
  ['in footer', within('footer')],
  ['in header', within('header')],
  ['in aside', within('aside')],
  ['in form', within('form')],
  ['in li', within('li')],
  ['in table', within('table')],
  ['in article', within('article')],
  ['in main', within('main')],
  ['in figure', within('figure')],
  ['in blockquote', within('blockquote')],
  ['in link', within('a')],
  ['votes of parent', (fact, page) => page.votes(fact.block.element.parent)],
  ['votes of grandparent', (fact, page) => page.votes(fact.block.element.parent?.parent)],
  ['votes of third', (fact, page) => page.votes(fact.block.element.parent?.parent?.parent)],
  ['after prose start', (_, page, index) => clamp(index - page.first)],
  ['before prose end', (_, page, index) => clamp(page.last - index)],
  ['appeal', fact => flag(APPEAL.test(fact.block.text))],
  ['biography', fact => flag(BIOGRAPHY.test(fact.block.text))],
  ['place', (_, page, index) => index / page.facts.length],
  ['text before', (_, page, index) => (page.lengthBefore[index] as number) / Math.max(1, page.length)],
  ['after title', (_, page, index) => (page.title < 0 ? -40 : clamp(index - page.title))],
  ['in box 95', (fact, page) => flag(isInside(fact.block.element, page.boxes[0]))],
  ['in box 80', (fact, page) => flag(isInside(fact.block.element, page.boxes[1]))],
  ['in box 60', (fact, page) => flag(isInside(fact.block.element, page.boxes[2]))],
  ['in box 40', (fact, page) => flag(isInside(fact.block.element, page.boxes[3]))],
  ['previous length', near(-1, lengthOf)],
  ['next length', near(1, lengthOf)],
  ['previous link share', near(-1, linkShareOf)],
  ['next link share', near(1, linkShareOf)],
  ['length before', around(-4, 0, lengthOf)],
  ['length after', around(0, 4, lengthOf)],
  ['link share before', around(-4, 0, linkShareOf)],
  ['link share after', around(0, 4, linkShareOf)],
  ['prose before', around(-8, 0, fact => log(proseOf(fact)))],
  ['prose after', around(0, 8, fact => log(proseOf(fact)))],
  ['related before', around(-5, 0, fact => flag(fact.related))],
  ['colophon before', around(-5, 0, fact => flag(fact.colophon))],
  ['signature count', tally(same => log(same.count), 'signatures')],
  [
    'signature prose',
    (fact, page) => (page.signatures.get(fact.signature) as Tally).prose / Math.max(1, page.proseLength),
  ],
  ['signature link share', tally(same => same.linked / Math.max(1, same.length), 'signatures')],
  ['parent count', tally(same => log(same.count), 'parents')],
  ['parent prose', (fact, page) => parentOf(fact, page).prose / Math.max(1, page.proseLength)],
  ['parent link share', tally(same => same.linked / Math.max(1, same.length), 'parents')],
  ['parent length', tally(same => log(same.length), 'parents')],
  ['repeated', (fact, page) => page.texts.get(fact.block.text) ?? 1],
  ['is title', (_, page, index) => flag(index === page.title)],
  ['has date', fact => flag(fact.length < 200 && /(?:19|20)\d\d/.test(fact.block.text))],
  ['digits', fact => share(fact.block.text, /\d/g)],
  ['capitals', fact => share(fact.block.text, /\p{Lu}/gu)],
  ['bars', fact => fact.block.text.match(/[|｜»›>/·•]/g)?.length ?? 0],
  ['address', fact => flag(/@|https?:|www\./.test(fact.block.text))],
  ['copyright', fact => flag(/©|\(c\)|copyright|版权|all rights|转载/i.test(fact.block.text))],
  ['all bold', fact => flag(isAllBold(fact.block.element))],
  ['pictures', fact => fact.block.images.length],
  ['page prose', (_, page) => page.proseLength / Math.max(1, page.length)],
  ['page prose length', (_, page) => log(page.proseLength)],
  ['han', (_, page) => page.han],
]

const parentOf = (fact: BlockFacts, page: PageFacts): Tally =>
  page.parents.get(fact.block.element.parent as PageElement) as Tally

/** Every feature of every block, block by block. */
export function computeFeatures(facts: readonly BlockFacts[], title: number): Float32Array[] {
  const page = gatherPage(facts, title)
  return facts.map((fact, index) => Float32Array.from(FEATURES, ([, feature]) => feature(fact, page, index)))
}

function gatherPage(facts: readonly BlockFacts[], title: number): PageFacts {
  const signatures = new Map<string, Tally>()
  const parents = new Map<PageElement, Tally>()
  const texts = new Map<string, number>()
  const lengthBefore: number[] = []
  const whole = newTally()
  let han = 0
  facts.forEach(fact => {
    lengthBefore.push(whole.length)
    han += fact.length - fact.block.text.length
    count(whole, fact)
    count(getTally(signatures, fact.signature), fact)
    count(getTally(parents, fact.block.element.parent as PageElement), fact)
    texts.set(fact.block.text, (texts.get(fact.block.text) ?? 0) + 1)
  })
  const boxes = densestBoxes(facts, [0.95, 0.8, 0.6, 0.4])
  const main = facts.flatMap((fact, index) =>
    proseOf(fact) > 0 && isInside(fact.block.element, boxes[1]) ? [index] : [],
  )
  return {
    facts,
    title,
    boxes,
    first: main[0] ?? -1,
    last: main.at(-1) ?? -1,
    votes: countVotes(facts),
    texts,
    signatures,
    parents,
    lengthBefore,
    length: whole.length,
    proseLength: whole.prose,
    han: (han * 2) / Math.max(1, whole.length),
  }
}

const newTally = (): Tally => ({ count: 0, length: 0, linked: 0, prose: 0 })

function getTally<Key>(tallies: Map<Key, Tally>, key: Key): Tally {
  const known = tallies.get(key) ?? newTally()
  tallies.set(key, known)
  return known
}

function count(tally: Tally, fact: BlockFacts): void {
  tally.count++
  tally.length += fact.length
  tally.linked += fact.length * fact.linkShare
  tally.prose += proseOf(fact)
}

const clamp = (value: number): number => Math.max(-40, Math.min(40, value))

const share = (text: string, pattern: RegExp): number => (text.match(pattern)?.length ?? 0) / Math.max(1, text.length)

function isAllBold(element: PageElement): boolean {
  const inner = element.children.filter(child => typeof child !== 'string' || child.trim() !== '')
  const only = inner.length === 1 ? inner[0] : undefined
  if (typeof only !== 'object') return false
  return only.tag === 'b' || only.tag === 'strong' || isAllBold(only)
}
