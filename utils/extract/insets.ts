import type { BlockFacts } from './facts.ts'

/** Insets ask in such words, in lines no longer than LONGEST. */
const ASKS =
  /^(?:sign up|subscribe)\b|(?:your|our|ihr|notre|nuestr[ao]) (?:\S+ )?(?:newsletter|briefing)|in (?:your|ihrem) (?:inbox|postfach)|^(?:your )?e-?mail[- ]?ad|accept \S+ cookies|newsletter (?:erhalten|abonnieren)|扫一扫/i
const LONGEST = 160

/** What looks like an inset is no more than this share of what was chosen. */
const MOST = 0.2

/**
 * Takes out boxes that look like little else of the text and ask its readers for something else than to read on: to take a
 * newsletter, to sign up, to accept cookies.
 * @param facts all of the page: what asks may not be among the chosen
 */
export function withoutInsets(chosen: readonly BlockFacts[], facts: readonly BlockFacts[]): readonly BlockFacts[] {
  const boxOf = ({ block }: BlockFacts) => block.element.parent
  const asks = ({ block: { text } }: BlockFacts) => text.length <= LONGEST && ASKS.test(text)
  const boxes = new Set(facts.filter(asks).map(boxOf))
  const isAsking = (fact: BlockFacts) => boxes.has(boxOf(fact))
  if (!chosen.some(isAsking)) return chosen
  const lengths = new Map<string, number>()
  let all = 0
  for (const { signature, length } of chosen) {
    lengths.set(signature, (lengths.get(signature) ?? 0) + length)
    all += length
  }
  for (const fact of chosen) if ((lengths.get(fact.signature) as number) > all * MOST) boxes.delete(boxOf(fact))
  return chosen.filter(fact => !isAsking(fact))
}
