import { FIRST, SECOND } from './chooser-weights.ts'
import { addContext, asNeighbour } from './context.ts'
import type { BlockFacts } from './facts.ts'
import { featuresOf } from './features.ts'
import { readForest } from './forest.ts'
import { gatherPage, type PageFacts } from './page-facts.ts'

const first = readForest(FIRST)
const second = readForest(SECOND)

/** Of 148,000 blocks of the corpora below this, neighbours would save four: it spares most of a page the second look. */
const HOPELESS = -3.5

/**
 * A link so many blocks before or after all prose, where nothing of its look or in its box is prose, gets no look at all but
 * the score that most of these get. Of 68,000 in the corpora 116 would be taken, and they are a quarter of all blocks.
 */
const REACH = 3
const FAR_SCORE = -4.5
const NOT_SEEN: readonly number[] = []

function isFarLink({ linkShare }: BlockFacts, { first, last, signatures, parents }: PageFacts, i: number): boolean {
  if (linkShare < 0.9 || first < 0 || (i >= first - REACH && i <= last + REACH)) return false
  return signatures[i]?.prose === 0 && parents[i]?.prose === 0
}

/**
 * How sure one can be of each block that it belongs to the article: log-odds, above 0 where it rather does. Boosted decision
 * trees look at every block by itself, then once more with what they made of its neighbours; trained by
 * tests/bench/train-chooser.ts on pages whose body is known.
 * @param title index of the block that shows the headline, -1 where none does
 */
export function scoreBlocks(facts: readonly BlockFacts[], title: number): number[] {
  const page = gatherPage(facts, title)
  const rows = facts.map((fact, i) => (isFarLink(fact, page, i) ? NOT_SEEN : featuresOf(page, i)))
  const scores = rows.map(row => (row === NOT_SEEN ? FAR_SCORE : first(row)))
  const hasHope = (score: number) => score >= HOPELESS
  const wide = addContext(facts.map(asNeighbour), rows, scores, hasHope)
  return scores.map((score, i) => (hasHope(score) ? second(wide[i] as readonly number[]) : score))
}
