import type { Block } from './blocks.ts'
import type { BlockFacts } from './facts.ts'

/** The least an article says: two short sentences, a Han character counting as two letters. */
const LEAST = 30
/** A front page or list is mostly links, and what else it says is short teasers. */
const LIST = { linkShare: 0.5, most: 120 }

/** Whether what was chosen on a page is an article, rather than the teasers of a front page, a list or search results. */
export function isArticle(facts: readonly BlockFacts[], chosen: readonly Block[]): boolean {
  const picked = new Set(chosen)
  let [length, linked, prose] = [0, 0, 0]
  let [allLength, allLinked] = [0, 0]
  for (const fact of facts) {
    // Some pages hide all they have until a script shows it.
    if (fact.block.hidden && !picked.has(fact.block)) continue
    allLength += fact.length
    allLinked += fact.length * fact.linkShare
    if (!picked.has(fact.block)) continue
    length += fact.length
    linked += fact.length * fact.linkShare
    prose += fact.prose
  }
  if (length < LEAST || linked > length * 0.8) return false
  const isList = allLinked > allLength * LIST.linkShare && prose < LIST.most
  return !(isList && isSpread(facts, picked))
}

/** Teasers stand apart, each with its own link; paragraphs follow each other. */
function isSpread(facts: readonly BlockFacts[], picked: ReadonlySet<Block>): boolean {
  const indexes = facts.flatMap((fact, i) => (picked.has(fact.block) && fact.block.text !== '' ? [i] : []))
  const [first, last] = [indexes[0] ?? 0, indexes.at(-1) ?? 0]
  return indexes.length < (last - first + 1) * 0.6 || indexes.length <= 1
}
