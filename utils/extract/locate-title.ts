import { densestBoxes, isInside, proseOf } from './density.ts'
import type { BlockFacts } from './facts.ts'
import type { LinkedData } from './json-ld.ts'
import type { PageHead } from './page-tree.ts'
import { findTitle, type Headline } from './title.ts'

/** The headline, with the prose of the page for its body, as the body is not known yet. */
export function locateTitle(head: PageHead, linked: LinkedData, facts: readonly BlockFacts[], url: string): Headline {
  const [box] = densestBoxes(facts, [0.8])
  const first = facts.findIndex(fact => proseOf(fact) > 0 && isInside(fact.block.element, box))
  const blocks = facts.map(fact => fact.block)
  return findTitle(head, linked, blocks, Math.max(0, first), url)
}
