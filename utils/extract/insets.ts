import type { BlockFacts } from './facts.ts'
import type { PageElement } from './page-tree.ts'
import { lineage } from './tree.ts'

/** Insets ask in such words, in lines no longer than LONGEST. */
const ASKS =
  /^(?:sign up|subscribe)\b|(?:your|our|ihr|notre|nuestr[ao]) (?:\S+ )?(?:newsletter|briefing)|in (?:your|ihrem) (?:inbox|postfach)|^(?:your )?e-?mail[- ]?ad|accept \S+ cookies|newsletter (?:erhalten|abonnieren)|consent to receiv|agree to our terms|扫一扫|代表作者|^watch \|/i
const LONGEST = 240

/** What looks like an inset is no more than this share of what was chosen. */
const MOST = 0.2

/** A link below a heading like "Read more", beside the text. */
const isBesideRelated = ({ underRelated, linkShare, surroundings }: BlockFacts): boolean =>
  underRelated && linkShare > 0.9 && surroundings.tags.has('aside')

/** What a box asks, or a teaser says, stands so many boxes below that of the line that tells. */
const LEVELS = 2

/**
 * Takes out boxes that look like little else of the text: those that ask their readers to take a newsletter, to sign up, to accept
 * cookies; and those between two paragraphs that say more of a heading which is a link elsewhere.
 * Links to other articles beside the text go, too.
 * @param facts all of the page: what asks, or heads, may not be among the chosen
 */
export function withoutInsets(taken: readonly BlockFacts[], facts: readonly BlockFacts[]): readonly BlockFacts[] {
  const chosen = taken.filter(fact => !isBesideRelated(fact))
  const own = new Set(chosen)
  const within = facts.slice(chosen[0]?.block.position, (chosen.at(-1)?.block.position ?? 0) + 1)
  const boxesOf = (is: (fact: BlockFacts) => boolean) =>
    new Set(within.filter(is).map(({ block }) => block.element.parent))
  const asking = boxesOf(({ block: { text } }) => text.length <= LONGEST && ASKS.test(text))
  const leading = boxesOf(fact => fact.linkShare > 0.9 && /^h\d$/.test(fact.block.element.tag) && !own.has(fact))
  if (asking.size + leading.size === 0) return chosen
  const lengths = new Map<string, number>()
  let all = 0
  for (const { signature, length } of chosen) {
    lengths.set(signature, (lengths.get(signature) ?? 0) + length)
    all += length
  }
  const isRare = ({ signature }: BlockFacts) => (lengths.get(signature) as number) <= all * MOST
  /** Of the boxes, those in which nothing looks like most of the text. */
  const standIn = (boxes: ReadonlySet<PageElement | null>, levels: number) => {
    const boxOf = ({ block: { element } }: BlockFacts) =>
      lineage(element, levels + 1).find(box => box !== element && boxes.has(box))
    const others = new Set(chosen.filter(fact => !isRare(fact)).map(boxOf))
    return chosen.map(fact => {
      const box = boxOf(fact)
      return box !== undefined && !others.has(box)
    })
  }
  const [isAsking, isTeaser] = [standIn(asking, LEVELS), standIn(leading, LEVELS)]
  const ends = new Map(chosen.map(({ signature }, i) => [signature, i]))
  // Up to where what looks like the paragraph above goes on.
  let end = -1
  return chosen.filter(({ signature }, i) => {
    if (!isTeaser[i]) end = ends.get(signature) as number
    return !isAsking[i] && !(isTeaser[i] && end > i)
  })
}
