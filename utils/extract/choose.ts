import { parseHttp } from '../article/url.ts'
import { withoutHidden, withoutRemarks, withoutStrays } from './beside.ts'
import type { Block } from './blocks.ts'
import { isDeclared } from './captions.ts'
import { hasHan } from './characters.ts'
import { scoreBlocks } from './chooser.ts'
import { type BlockFacts, kindsOf, lengthOf } from './facts.ts'
import { withoutInsets } from './insets.ts'
import type { PageElement } from './page-tree.ts'
import { pictureAddress, stemOf } from './pictures.ts'
import { takeWhole } from './take-whole.ts'
import { elementsOf, isNamedLike, lineage } from './tree.ts'
import { BELOW } from './wording.ts'

/**
 * The blocks that are the article.
 * @param title index of the block that shows the headline, -1 where none does
 * @param isSure whether the head says so too
 * @param url of the page, absolute
 * @param named address of the picture that the head names
 */
export function chooseBlocks(
  facts: readonly BlockFacts[],
  title: number,
  isSure: boolean,
  url: string,
  named = '',
): Block[] {
  const scores = scoreBlocks(facts, title)
  const isTaken = takeWhole(facts, scores)
  const all = facts.filter((fact, i) => isTaken[i] && fact.block.text !== '')
  const taken = withoutRemarks(withoutPulled(withoutCopies(withoutHidden(all))))
  // Above the headline stand forms, teasers and the day; where most stands above it, it is none.
  const below = taken.filter(fact => fact.block.position > title)
  const among = isSure && lengthOf(below) > lengthOf(taken) * LEAST_BELOW ? below : taken
  const chosen = withoutStrays(withoutInsets(cutAtOthers(among, facts, scores), facts), scores)
  const words = new Set(chosen)
  const [first, last] = [chosen[0]?.block.position ?? 0, chosen.at(-1)?.block.position ?? -1]
  // Up to where nothing but pictures stands below the text.
  let end = last + 1
  while (last >= 0 && facts[end] && isOfPicture((facts[end] as BlockFacts).block)) end++
  const range = { first, last, end }
  // Pictures say nothing by themselves: those between the paragraphs are of the article, and the ones close before it.
  const isOf = (fact: BlockFacts) =>
    isPicture(fact.block) && isPictureOf(fact, facts, words, range) && !isTeaser(fact.block, facts, words, url)
  const own = facts.filter(fact => words.has(fact) || isOf(fact))
  const lead = leadOf(own, facts.slice(Math.max(0, title - LEAD.above), first), url, named)
  return [...(lead ? [lead] : []), ...own].map(({ block }) => block)
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
  return chosen.filter(({ block: { text, element } }, i) => {
    // Its beginning, cut off somewhere: what 织梦 shows above it.
    const next = chosen[i + 1]?.block.text ?? ''
    if (text.length >= LEAST_CUT && text.length < next.length && next.startsWith(text.replace(/\.{3}$|…{1,2}$/, '')))
      return false
    const original = originals.get(text)?.block.element
    return text.length < LEAST_COPY || original === element || original?.parent === element.parent
  })
}

/** What a page says again, and large: no longer ones, which people are quoted with, and no more than this share of all. */
const PULLED = { name: /pull-?quote/, most: 180, share: 0.3 }

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
    if (reach > i || before < CUT.least) continue
    const share = after / (before + after)
    const isSurer = sure / before > unsure / after + CUT.margin
    if (share > 1 - CUT.most && !isSurer) continue
    const isLate = share < CUT.most || isSurer
    const between = facts.slice(fact.block.position + 1, (chosen[i + 1]?.block.position ?? -1) + 1)
    const isOver = between.some(
      ({ block: { text, hidden }, related }) =>
        !hidden && (BELOW.test(text.slice(0, 60)) || (isLate && text.length <= 30 && related && !UNFOLDS.test(text))),
    )
    if (isOver) return chosen.slice(0, i + 1)
  }
  return chosen
}

/** With its caption, where both are of one line. */
export const isPicture = (block: Block): boolean => block.text === '' || (block.images.length > 0 && isDeclared(block))

const isOfPicture = (block: Block): boolean => isPicture(block) || isDeclared(block)

const isInLink = (image: PageElement): boolean => lineage(image, 4).some(({ tag }) => tag === 'a')

/** A lead picture stands at most so many blocks before the first paragraph, and one with a caption so many. */
const LEAD = { bare: 4, captioned: 14, above: 12 }

function isPictureOf(
  { block, linkShare, underRelated }: BlockFacts,
  facts: readonly BlockFacts[],
  words: ReadonlySet<BlockFacts>,
  { first, last, end }: { readonly first: number; readonly last: number; readonly end: number },
): boolean {
  if (block.position >= end) return false
  if (block.hidden || linkShare > 0.5 || (underRelated && block.images.every(isInLink))) return false
  const near = (from: number, to: number) => facts.slice(Math.max(0, from), to).some(fact => words.has(fact))
  if (block.position > first && block.position < last) return near(block.position - 3, block.position + 4)
  if (block.position > last) return isAfter(block, facts, last)
  const next = facts[block.position + 1]?.block
  const lead = next && isDeclared(next) ? LEAD.captioned : LEAD.bare
  return block.position >= first - lead && block.position < first
}

/** A link to a larger picture. */
const LARGER = /\.(?:jpe?g|png|webp|gif)(?:\?|$)/i

/**
 * A picture right below the last paragraph, of the box that holds it, or in a box of its own there. Below Chinese texts stand codes to
 * scan: there only with a caption.
 */
function isAfter(block: Block, facts: readonly BlockFacts[], last: number): boolean {
  const { block: end } = facts[last] as BlockFacts
  const next = facts[block.position + 1]?.block
  if (hasHan(end.text) && !(next && isDeclared(next))) return false
  const isOwn = lineage(block.element, 4).some(box => box.parent === end.element.parent)
  const place = placeOf(block, 'https://a.test')
  return isOwn && (!place || LARGER.test(place.pathname))
}

/** Of what stands above a text, the picture that the head names, unless it has that. */
function leadOf(
  own: readonly BlockFacts[],
  above: readonly BlockFacts[],
  url: string,
  named: string,
): BlockFacts | undefined {
  const stem = stemOf(named)
  if (stem === '') return undefined
  const isOf = (image: PageElement) => stemOf(pictureAddress(image, url) ?? '') === stem
  const isNamed = ({ block }: BlockFacts) => !block.hidden && block.images.some(isOf)
  const lead = above.findLast(fact => fact.block.images.length > 0 && isPicture(fact.block) && isNamed(fact))
  return lead && !own.some(isNamed) ? lead : undefined
}

/** Where a block leads: the link around it, or the first in it. */
function placeOf({ element }: Block, url: string): URL | undefined {
  const isLink = ({ tag }: PageElement) => tag === 'a'
  const link = lineage(element, 6).find(isLink) ?? [...elementsOf(element)].find(isLink)
  return link && parseHttp(link.attributes.href ?? '', url)
}

/** What a link says that leads to more pictures of the story. */
const GALLERY = /gall?er|bilder|\b(?:foto|photo|picture|slide)|[组組大]图|[组組大]圖|图集|圖輯|\d[张張]/i

const siteOf = ({ hostname }: URL): string => hostname.split('.').slice(-2).join('.')

/**
 * Whether a picture leads to another page of the site, and so do words beside it that are not of the text: another story, or who
 * wrote this one.
 */
function isTeaser(picture: Block, facts: readonly BlockFacts[], words: ReadonlySet<BlockFacts>, url: string): boolean {
  const [place, own] = [placeOf(picture, url), parseHttp(url)]
  if (!place || !own || place.pathname === own.pathname || siteOf(place) !== siteOf(own)) return false
  return [-2, -1, 1, 2].some(offset => {
    const fact = facts[picture.position + offset]
    if (!fact || words.has(fact) || fact.linkShare < 0.5 || isDeclared(fact.block) || GALLERY.test(fact.block.text))
      return false
    return placeOf(fact.block, url)?.href === place.href
  })
}
