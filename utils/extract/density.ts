import type { BlockFacts } from './facts.ts'
import type { PageElement } from './page-tree.ts'
import { nameOf } from './tree.ts'
import { CLUTTER_NAME, CONTENT_NAME } from './wording.ts'

/**
 * The smallest boxes that hold given shares of the page's prose: a second view of where the article is, independent of
 * Readability's.
 * @param shares descending, each 0..1
 * @returns for each share its box; the body where no box holds so much
 */
export function densestBoxes(facts: readonly BlockFacts[], shares: readonly number[]): (PageElement | undefined)[] {
  const held = new Map<PageElement, number>()
  let total = 0
  for (const fact of facts) {
    if (fact.prose === 0) continue
    total += fact.prose
    let box: PageElement | null = fact.block.element
    for (; box; box = box.parent) held.set(box, (held.get(box) ?? 0) + fact.prose)
  }
  return shares.map(share => {
    let best: PageElement | undefined
    let least = Number.POSITIVE_INFINITY
    for (const [element, worth] of held) {
      // Of boxes within each other that hold the same, the first one met is the innermost.
      if (worth >= total * share && worth < least) [best, least] = [element, worth]
    }
    return best
  })
}

/** Whether `element` is `box` or in it. */
export function isInside(element: PageElement, box: PageElement | undefined): boolean {
  let next: PageElement | null = box ? element : null
  while (next && next !== box) next = next.parent
  return next !== null
}

/** What a class name is worth to a box, in paragraphs' votes. */
const NAME_WORTH = 12

/**
 * How paragraphs vote for the boxes around them, nearer ones getting more (the idea of Readability), as a share of what the
 * best box of the page gets.
 */
export function countVotes(facts: readonly BlockFacts[]): (box: PageElement | null | undefined) => number {
  const votes = new Map<PageElement, number>()
  for (const { block, length, linkShare, marks } of facts) {
    if (block.hidden || length < 25) continue
    const vote = (1 + Math.min(marks, 6) + Math.min(length / 100, 3)) * (1 - linkShare)
    let box = block.element.parent
    for (const part of [1, 0.5, 0.17]) {
      if (!box) break
      votes.set(box, (votes.get(box) ?? worthOfName(box)) + vote * part)
      box = box.parent
    }
  }
  const best = Math.max(1, ...votes.values())
  return box => Math.max(-1, ((box && votes.get(box)) ?? 0) / best)
}

function worthOfName(box: PageElement): number {
  const name = nameOf(box)
  return (CONTENT_NAME.test(name) ? NAME_WORTH : 0) - (CLUTTER_NAME.test(name) ? NAME_WORTH : 0)
}
