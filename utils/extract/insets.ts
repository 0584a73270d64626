import { type BlockFacts, lengthOf } from './facts.ts'
import { lineage } from './tree.ts'

/** Insets ask in such words, in lines no longer than LONGEST. */
const ASKS =
  /^\W*(?:sign up|subscribe)\b|(?:your|our|ihr|notre|nuestr[ao]) (?:\S+ )?(?:newsletter|briefing)|in (?:your|ihrem) (?:inbox|postfach)|^(?:your )?e-?mail[- ]?ad|accept \S+ cookies|newsletter (?:erhalten|abonnieren)|consent to receiv|agree to our terms|扫一扫|代表作者|^订阅|^watch \|/i
const LONGEST = 240

/** What looks like an inset is no more than this share of what was chosen. */
const MOST = 0.2

/** A link below a heading like "Read more", beside the text. */
const isBesideRelated = ({ underRelated, linkShare, surroundings }: BlockFacts): boolean =>
  underRelated && linkShare > 0.9 && surroundings.tags.has('aside')

/** A line that is such a box. */
const isAsking = ({ block: { text }, surroundings }: BlockFacts): boolean => surroundings.clutter === 0 && isAsked(text)

const isAsked = (text: string): boolean => text.length <= LONGEST && ASKS.test(text)

/** What a box asks stands so many boxes below that of the line that tells. */
const LEVELS = 2

/**
 * Takes out boxes that look like little else of the text and ask their readers to take a newsletter, to sign up, to accept
 * cookies; and links to other articles beside the text.
 * @param facts all of the page: what asks may not be among the chosen
 */
export function withoutInsets(taken: readonly BlockFacts[], facts: readonly BlockFacts[]): readonly BlockFacts[] {
  const chosen = taken.filter(fact => !isBesideRelated(fact) && !isAsking(fact))
  const within = facts.slice(chosen[0]?.block.position, (chosen.at(-1)?.block.position ?? 0) + 1)
  const asking = new Set(within.filter(({ block: { text } }) => isAsked(text)).map(({ block }) => block.element.parent))
  if (asking.size === 0) return chosen
  const most = lengthOf(chosen) * MOST
  const alike = Map.groupBy(chosen, ({ signature }) => signature)
  const common = [...alike.values()].filter(facts => lengthOf(facts) > most).flat()
  const boxOf = ({ block: { element } }: BlockFacts) =>
    lineage(element, LEVELS + 1).find(box => box !== element && asking.has(box))
  // Where something looks like most of the text, it is of the text.
  const others = new Set(common.map(boxOf))
  return chosen.filter(fact => {
    const box = boxOf(fact)
    return box === undefined || others.has(box) || fact.length > LONGEST
  })
}
