import { withoutHidden, withoutStrays } from './beside.ts'
import type { Block } from './blocks.ts'
import { type AboutPage, withPictures } from './choose-pictures.ts'
import { scoreBlocks } from './chooser.ts'
import { type BlockFacts, kindsOf, lengthOf } from './facts.ts'
import { withoutInsets } from './insets.ts'
import { answersAround } from './take-questions.ts'
import { takeWhole } from './take-whole.ts'
import { isElement, isNamedLike, lineage, nameOf } from './tree.ts'
import { BELOW } from './wording.ts'

/** The blocks that are the article. */
export function chooseBlocks(facts: readonly BlockFacts[], about: AboutPage): Block[] {
  const { title, isSure } = about
  const scores = scoreBlocks(facts, title)
  const isTaken = takeWhole(facts, scores)
  const all = facts.filter((fact, i) => isTaken[i] && fact.block.text !== '')
  const taken = withoutPulled(withoutCopies(withoutHidden(withoutOwners(all))))
  // Above the headline stand forms, teasers and the day; where most stands above it, it is none.
  const below = taken.filter(fact => fact.block.position > title)
  const among = isSure && lengthOf(below) > lengthOf(taken) * LEAST_BELOW ? below : taken
  const chosen = withoutStrays(withoutInsets(cutAtOthers(among, facts, scores), facts), scores)
  return withoutEmptyHeadings(withPictures(chosen, facts, about), facts).map(({ block }) => block)
}

/** What asks whether a site may follow its readers, or for another browser. */
const ASKS = /cookie-?(?:banner|consent|notice)|cmplz|\bie-?overlay/
/** Cards, offers and praise that Divi and Elementor put in, and who wrote, unless they are so much of a page that it is about them. */
const OFFERS = {
  name: /et_pb_(?:cta|blog|promo)|elementor-(?:posts|cta|testimonial)\b|author-(?:bio|tooltip|box)/,
  most: 0.3,
}

function withoutOwners(all: readonly BlockFacts[]): readonly BlockFacts[] {
  const isIn = (name: RegExp, { element }: Block) =>
    lineage(element, 9).some(box => box.tag !== 'body' && name.test(nameOf(box)))
  const asked = all.filter(({ block }) => !isIn(ASKS, block))
  const kept = asked.filter(({ block }) => !isIn(OFFERS.name, block))
  return lengthOf(kept) < lengthOf(asked) * (1 - OFFERS.most) ? asked : kept
}

/** What stands below a headline is at least so much of its article. */
const LEAST_BELOW = 0.6

/** Shorter lines may well be said twice. */
const LEAST_COPY = 40
/** As may subheads be how a paragraph begins. */
const LEAST_CUT = 80

/** Some pages hold their text twice, in boxes for wide and for narrow screens: the one that is shown counts, or the first. */
function withoutCopies(chosen: readonly BlockFacts[]): BlockFacts[] {
  const held = new Map<unknown, number>()
  for (const { block, length } of chosen) {
    held.set(block.element.parent, (held.get(block.element.parent) ?? 0) + length)
  }
  const worth = ({ block }: BlockFacts) => (block.hidden ? 0 : (held.get(block.element.parent) ?? 0))
  const originals = new Map<string, BlockFacts>()
  for (const fact of chosen) {
    const known = originals.get(fact.block.text)
    if (!known || worth(known) < worth(fact)) originals.set(fact.block.text, fact)
  }
  // Two lists may well have an item in common, and what is quoted be so again: one of a copy stands below a line that is of it.
  let isBelowCopy = true
  return chosen.filter(({ block: { text, element, hidden } }, i) => {
    // Its beginning, cut off somewhere: what 织梦 shows above it.
    const next = chosen[i + 1]?.block.text ?? ''
    if (
      !/^(?:li|t[dh])$/.test(element.tag) &&
      text.length >= LEAST_CUT &&
      text.length < next.length &&
      next.startsWith(text.replace(/\.{3}$|…{1,2}$/, ''))
    )
      return false
    const original = originals.get(text)?.block.element
    const isCopy = text.length >= LEAST_COPY && original !== element && original?.parent !== element.parent
    const { parent } = element
    const cell = parent?.tag === 'li' && parent.children.filter(isElement).length === 1 ? parent : element
    if (/^(?:li|td|th|pre)$/.test(cell.tag) || parent?.tag === 'blockquote') return !isCopy || !(isBelowCopy || hidden)
    if (text.length >= LEAST_COPY) isBelowCopy = isCopy
    return !isCopy
  })
}

/** Without headings of lists of links that were left out: what follows in the text is a heading as high. */
function withoutEmptyHeadings(chosen: readonly BlockFacts[], facts: readonly BlockFacts[]): BlockFacts[] {
  return chosen.filter(({ block: { element, position } }, i) => {
    const next = chosen[i + 1]?.block
    const isBeforeOther = next && /^h[2-6]$/.test(element.tag) && /^h\d$/.test(next.element.tag)
    if (!isBeforeOther || next.element.tag > element.tag) return true
    const between = facts.slice(position + 1, next.position).filter(fact => fact.length > 0)
    return between.length === 0 || between.some(fact => fact.linkShare < 0.5)
  })
}

/** What a page says again, large or in short: no longer ones, which people are quoted with, and no more than this share of all. */
const PULLED = { name: /pull-?quote|highlights|video-?desc/, most: 180, share: 0.3 }

function withoutPulled(chosen: readonly BlockFacts[]): readonly BlockFacts[] {
  const pulled = new Set(chosen.filter(({ block }) => isNamedLike(PULLED.name, block.element, 3)))
  for (const { block } of pulled) if (block.text.length > PULLED.most) return chosen
  return pulled.size > chosen.length * PULLED.share ? chosen : chosen.filter(fact => !pulled.has(fact))
}

/** What shows the rest of a text when clicked. */
const UNFOLDS = /^read more\W*$/i

/** What is cut off has so much before it, and is no more than this share of the text or less surely of it, by so much. */
const CUT = { least: 80, most: 0.4, margin: 0.5 }

/** Up to where a line says that the page's own begins, if what follows stands in other boxes. */
function cutAtOthers(
  chosen: readonly BlockFacts[],
  facts: readonly BlockFacts[],
  scores: readonly number[],
): readonly BlockFacts[] {
  const worthOf = ({ block, length }: BlockFacts) => length * (scores[block.position] as number)
  const kinds = chosen.map(kindsOf)
  const places = new Map<unknown, number>()
  for (const [i, list] of kinds.entries()) for (const kind of list) places.set(kind, i)
  let [before, reach, sure] = [0, 0, 0]
  let [after, unsure] = [lengthOf(chosen), chosen.reduce((sum, fact) => sum + worthOf(fact), 0)]
  for (const [i, fact] of chosen.entries()) {
    before += fact.length
    after -= fact.length
    sure += worthOf(fact)
    unsure -= worthOf(fact)
    for (const kind of kinds[i] as readonly unknown[]) reach = Math.max(reach, places.get(kind) as number)
    const [next, second] = chosen.slice(i + 1, i + 3)
    if (reach > i || before < CUT.least || !next) continue
    // Their heading may stand above their box.
    if ([next, second ?? next].some(({ block }) => answersAround(block.element))) continue
    const share = after / (before + after)
    const isSurer = sure / before > unsure / after + CUT.margin
    if (share > 1 - CUT.most && !isSurer) continue
    const isLate = share < CUT.most || isSurer
    const between = facts.slice(fact.block.position + 1, next.block.position + 1)
    const isOver = between.some(
      ({ block: { text, hidden }, related }) =>
        !hidden && (BELOW.test(text.slice(0, 60)) || (isLate && text.length <= 30 && related && !UNFOLDS.test(text))),
    )
    if (isOver) return chosen.slice(0, i + 1)
  }
  return chosen
}
