import { countVotes, densestBoxes, isInside } from './density.ts'
import type { BlockFacts } from './facts.ts'
import type { PageElement } from './page-tree.ts'
import { isDataTable } from './tables.ts'
import { lineage } from './tree.ts'

/** What is known of a page as a whole. */
export interface PageFacts {
  readonly facts: readonly BlockFacts[]
  readonly length: number
  readonly proseLength: number
  /** Readability's idea: what paragraphs vote for a box, as a share of what the best box gets. */
  readonly votes: (box: PageElement | null | undefined) => number
  /** First and last prose in the box that holds 80% of it. */
  readonly first: number
  readonly last: number
  /** The smallest boxes with 95, 80, 60 and 40% of the prose, and for each block whether it is in them. */
  readonly boxes: readonly (PageElement | undefined)[]
  readonly lengthBefore: readonly number[]
  /** For each block, all that share its signature, and its parent. */
  readonly signatures: readonly Tally[]
  readonly parents: readonly Tally[]
  readonly texts: ReadonlyMap<string, number>
  readonly han: number
  readonly title: number
  /** For each block, the table it stands in: 1 of data, -1 of layout, 0 none. */
  readonly tables: readonly number[]
  /** For each block, the last heading before it, -1 where there is none. */
  readonly headings: readonly number[]
  /** For each block, how many children of its parent stand before it. */
  readonly places: readonly number[]
  /** Sums over all blocks before each, and over all: of lengths and prose (their logarithms), and of shares of links. */
  readonly sums: Readonly<Record<'lengths' | 'linkShares' | 'prose', readonly number[]>>
}

export const log = (value: number): number => Math.log2(1 + value)

/** The sum of all before each place, and of all. */
export function runningSum(values: readonly number[]): number[] {
  const sums = [0]
  for (let i = 0; i < values.length; i++) sums[i + 1] = (sums[i] as number) + (values[i] as number)
  return sums
}

/** What blocks that have something in common amount to. */
export interface Tally {
  count: number
  length: number
  linked: number
  prose: number
}

/** @param title index of the block that shows the headline, -1 where none does */
export function gatherPage(facts: readonly BlockFacts[], title: number): PageFacts {
  const signatures = tallies<string>()
  const parents = tallies<PageElement | null>()
  const texts = new Map<string, number>()
  const lengthBefore: number[] = []
  const whole = newTally()
  let han = 0
  for (const fact of facts) {
    lengthBefore.push(whole.length)
    han += fact.length - fact.block.text.length
    count(whole, fact)
    count(signatures(fact.signature), fact)
    count(parents(fact.block.element.parent), fact)
    texts.set(fact.block.text, (texts.get(fact.block.text) ?? 0) + 1)
  }
  const boxes = densestBoxes(facts, [0.95, 0.8, 0.6, 0.4])
  const main = facts.flatMap((fact, index) => (fact.prose > 0 && isInside(fact.block.element, boxes[1]) ? [index] : []))
  return {
    ...{ facts, title, boxes, texts, lengthBefore },
    signatures: facts.map(fact => signatures(fact.signature)),
    parents: facts.map(fact => parents(fact.block.element.parent)),
    first: main[0] ?? -1,
    last: main.at(-1) ?? -1,
    votes: countVotes(facts),
    length: whole.length,
    proseLength: whole.prose,
    han: (han * 2) / Math.max(1, whole.length),
    tables: tablesOf(facts),
    headings: headingsOf(facts),
    places: placesOf(facts),
    sums: {
      lengths: runningSum(facts.map(fact => log(fact.length))),
      linkShares: runningSum(facts.map(fact => fact.linkShare)),
      prose: runningSum(facts.map(fact => log(fact.prose))),
    },
  }
}

const newTally = (): Tally => ({ count: 0, length: 0, linked: 0, prose: 0 })

function count(tally: Tally, fact: BlockFacts): void {
  tally.count++
  tally.length += fact.length
  tally.linked += fact.length * fact.linkShare
  tally.prose += fact.prose
}

/** A tally for each key, made where it is first asked for. */
function tallies<Key>(): (key: Key) => Tally {
  const known = new Map<Key, Tally>()
  return key => {
    const found = known.get(key) ?? newTally()
    if (found.count === 0) known.set(key, found)
    return found
  }
}

function tablesOf(facts: readonly BlockFacts[]): number[] {
  const known = new Map<PageElement, number>()
  return facts.map(({ block, surroundings }) => {
    if (!surroundings.tags.has('table')) return 0
    for (const element of lineage(block.element)) {
      if (element.tag !== 'table') continue
      const kind = known.get(element) ?? (isDataTable(element) ? 1 : -1)
      known.set(element, kind)
      return kind
    }
    return 0
  })
}

function headingsOf(facts: readonly BlockFacts[]): number[] {
  let last = -1
  return facts.map((fact, i) => {
    const before = last
    if (/^h[1-6]$/.test(fact.block.element.tag)) last = i
    return before
  })
}

function placesOf(facts: readonly BlockFacts[]): number[] {
  // Blocks come in order, so each is looked for after the one before it.
  const last = new Map<PageElement, number>()
  return facts.map(({ block: { element } }) => {
    const { parent } = element
    if (!parent) return 0
    const place = Math.max(0, parent.children.indexOf(element, last.get(parent)))
    last.set(parent, place)
    return place
  })
}
