import { type BlockFacts, kindsOf, lengthOf } from './facts.ts'
import { lineage } from './tree.ts'

/** Where more than this share is shown, nothing hidden is of it. */
const MOSTLY = 0.8
/** So much shown is an article, of which more may be hidden that looks like it: what else is hidden is not of it. */
const LEAST_SHOWN = 600

/** So many characters are enough to know a line by its end. */
const LEAST_SAID = 40

/**
 * Without what is hidden beside an article. Some pages hide all they have, or the end of it, until a script shows it; others
 * hide words against copying in what they show, or what their videos say.
 */
export function withoutHidden(taken: readonly BlockFacts[]): readonly BlockFacts[] {
  const shown = taken.filter(fact => !fact.block.hidden)
  const length = lengthOf(shown)
  if (length > lengthOf(taken) * MOSTLY) return shown
  if (length < LEAST_SHOWN) return taken
  const kinds = new Set(shown.flatMap(kindsOf))
  // All stands in the body.
  for (const { block } of shown.slice(0, 1)) kinds.delete(lineage(block.element).at(-1))
  const isLike = (fact: BlockFacts) => kindsOf(fact).some(kind => kinds.has(kind))
  // What the next line says too is how the page is summed up elsewhere.
  const isSaid = ({ block: { text } }: BlockFacts, next: BlockFacts | undefined) =>
    text.length >= LEAST_SAID && next?.block.text.includes(text.slice(-LEAST_SAID))
  return taken.filter((fact, i) => !fact.block.hidden || (isLike(fact) && !isSaid(fact, taken[i + 1])))
}

/** A line at an edge, so little sure and no longer: above, where a deck may stand, it is shorter and no sentence. So many. */
const STRAY = { score: 1, above: 60, below: 120, most: 5 }

/** Without lines at the edges of which nothing else looks or stands near. */
export function withoutStrays(chosen: readonly BlockFacts[], scores: readonly number[]): readonly BlockFacts[] {
  const isShort = ({ block, length }: BlockFacts, longest: number) =>
    length < longest && (scores[block.position] as number) < STRAY.score
  const isApart = (fact: BlockFacts) => {
    const kinds = new Set(kindsOf(fact))
    return chosen.every(other => other === fact || kindsOf(other).every(kind => !kinds.has(kind)))
  }
  const isSentence = ({ block }: BlockFacts) => /[^.][.!?。！？”"]$/.test(block.text)
  const end = chosen.length - STRAY.most
  const first = chosen.findIndex(
    (fact, i) => i >= STRAY.most || !isShort(fact, STRAY.above) || isSentence(fact) || !isApart(fact),
  )
  const last = chosen.findLastIndex((fact, i) => i < end || !isShort(fact, STRAY.below) || !isApart(fact))
  return first < 0 || last < first ? chosen : chosen.slice(first, last + 1)
}
