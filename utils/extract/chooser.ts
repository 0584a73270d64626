import { FIRST, SECOND } from './chooser-weights.ts'
import { addContext, asNeighbour } from './context.ts'
import type { BlockFacts } from './facts.ts'
import { computeFeatures } from './features.ts'
import { readForest } from './forest.ts'

const first = readForest(FIRST)
const second = readForest(SECOND)

/** Of 148,000 blocks of the corpora below this, neighbours would save four: it spares most of a page the second look. */
const HOPELESS = -3.5

/**
 * How sure one can be of each block that it belongs to the article: log-odds, above 0 where it rather does. Boosted decision
 * trees look at every block by itself, then once more with what they made of its neighbours; trained by
 * tests/bench/train-chooser.ts on pages whose body is known.
 * @param title index of the block that shows the headline, -1 where none does
 */
export function scoreBlocks(facts: readonly BlockFacts[], title: number): number[] {
  const rows = computeFeatures(facts, title)
  const scores = rows.map(first)
  const hasHope = (score: number) => score >= HOPELESS
  const wide = addContext(facts.map(asNeighbour), rows, scores, hasHope)
  return scores.map((score, i) => (hasHope(score) ? second(wide[i] as readonly number[]) : score))
}
