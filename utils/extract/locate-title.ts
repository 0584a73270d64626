import { densestBoxes, isInside } from './density.ts'
import type { BlockFacts } from './facts.ts'
import type { FindHeadline, Headline } from './title.ts'

/** The headline, with the prose of the page for its body, as the body is not known yet. */
export function locateTitle(find: FindHeadline, facts: readonly BlockFacts[]): Headline {
  const [box] = densestBoxes(facts, [0.8])
  const first = facts.findIndex(fact => fact.prose > 0 && isInside(fact.block.element, box))
  return find(
    facts.map(fact => fact.block),
    Math.max(0, first),
  )
}
