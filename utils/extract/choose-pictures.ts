import { parseHttp } from '../article/url.ts'
import type { Block } from './blocks.ts'
import { isDeclared } from './captions.ts'
import { hasHan } from './characters.ts'
import { isInside } from './density.ts'
import { type BlockFacts, lengthOf } from './facts.ts'
import type { PageElement } from './page-tree.ts'
import { pictureAddress, stemOf } from './pictures.ts'
import { elementsOf, lineage, nameOf } from './tree.ts'

/** What is known of a page beside its blocks. */
export interface AboutPage {
  /** Position of the block that shows the headline, -1 where none does. */
  readonly title: number
  /** Whether the head says so too. */
  readonly isSure: boolean
  /** Its address, absolute. */
  readonly url: string
  /** Address of the picture that the head names. */
  readonly named?: string | undefined
  /** See `findCaptions`. */
  readonly captions: ReadonlyMap<PageElement, readonly Block[]>
}

/** What was chosen, with the pictures that are of it, in their order; a lead picture first. */
export function withPictures(
  chosen: readonly BlockFacts[],
  facts: readonly BlockFacts[],
  about: AboutPage,
): BlockFacts[] {
  const { title, url, named = '' } = about
  const words = new Set(chosen)
  const [first, last] = [chosen[0]?.block.position ?? 0, chosen.at(-1)?.block.position ?? -1]
  // Up to where nothing but pictures stands below the text.
  let end = last + 1
  while (last >= 0 && facts[end] && isOfPicture((facts[end] as BlockFacts).block)) end++
  const range = { first, last, end }
  // Pictures say nothing by themselves: those between the paragraphs are of the article, and the ones close before it.
  const isOf = (fact: BlockFacts) =>
    isPicture(fact.block) && isPictureOf(fact, facts, words, range, about) && !isTeaser(fact.block, facts, words, url)
  const own = facts.filter(fact => words.has(fact) || isOf(fact))
  const above = facts.slice(Math.max(0, title - LEAD.above), first)
  // Of a text without any it may stand beside it, which is below it here.
  const below = own.some(({ block }) => block.images.length > 0) ? [] : facts.slice(last + 1, last + LEAD.above)
  const lead = leadOf(own, [...above, ...below], url, named)
  return lead ? [lead, ...own] : own
}

/** With its caption, where both are of one line. */
export const isPicture = (block: Block): boolean => block.text === '' || (block.images.length > 0 && isDeclared(block))

/** A caption that is no button, and no count. */
const isTelling = ({ text, linked }: Block): boolean => text.length >= LEAST_CAPTION && linked < text.length / 2
const LEAST_CAPTION = 8

const isOfPicture = (block: Block): boolean => isPicture(block) || isDeclared(block)

const isInLink = (image: PageElement): boolean => lineage(image, 4).some(({ tag }) => tag === 'a')

/** A lead picture stands at most so many blocks before the first paragraph, and one with a caption so many. */
const LEAD = { bare: 4, captioned: 14, above: 12 }

interface Range {
  readonly first: number
  readonly last: number
  readonly end: number
}

function isPictureOf(
  { block, linkShare, underRelated }: BlockFacts,
  facts: readonly BlockFacts[],
  words: ReadonlySet<BlockFacts>,
  { first, last, end }: Range,
  about: AboutPage,
): boolean {
  if (block.position >= end) return false
  if (block.hidden || linkShare > 0.5 || (underRelated && block.images.every(isInLink))) return false
  if (block.position > first && block.position < last)
    return isAmong(block.position, facts, words) && !isOfOther(block, facts, words, about)
  if (block.position > last) return isAfter(block, facts, last)
  const next = facts[block.position + 1]?.block
  const lead = next && isDeclared(next) ? LEAD.captioned : LEAD.bare
  return block.position >= first - lead && block.position < first && !isOfSite(block)
}

/** Boxes of the site around its name and its menu. */
const OF_SITE = /masthead|site-?header|(?<!--)\bnav-?(?:bar|menu|drawer|igation)|mega-?menu|hero-area/

const isOfSite = ({ element }: Block): boolean =>
  lineage(element, 9).some(box => box.tag !== 'body' && (box.tag === 'nav' || OF_SITE.test(nameOf(box))))

/** So many lines may stand between a picture and the text that it is of: more pictures do not count. */
const NEAR = 3

const isAmong = (position: number, facts: readonly BlockFacts[], words: ReadonlySet<BlockFacts>): boolean =>
  [-1, 1].some(step => {
    for (let [at, left] = [position + step, NEAR]; facts[at] && left > 0; at += step) {
      const fact = facts[at] as BlockFacts
      if (words.has(fact)) return true
      if (!isOfPicture(fact.block)) left--
    }
    return false
  })

/** What stands with a picture in a box of at most so many levels, and says so much that is not of the text, in characters. */
const OTHER = { levels: 5, least: 30 }

/** One sentence that leads nowhere may well say what is seen. */
const isPlain = ({ block, linkShare }: BlockFacts): boolean => linkShare === 0 && /[.。]$|©/.test(block.text)

/** Whether a picture stands in a box with words of which none are of the text: an offer, a card, another gallery. */
function isOfOther(
  block: Block,
  facts: readonly BlockFacts[],
  words: ReadonlySet<BlockFacts>,
  { title, url, named = '', captions }: AboutPage,
): boolean {
  const isKnown = (image: PageElement) => isOfStem(image, url, stemOf(named)) || captions.get(image)?.some(isTelling)
  if (block.images.some(isKnown)) return false
  let [from, to] = [block.position, block.position]
  const others: BlockFacts[] = []
  for (const box of lineage(block.element, OTHER.levels + 1).slice(1)) {
    const isWithin = (at: number) => facts[at] !== undefined && isInside((facts[at] as BlockFacts).block.element, box)
    const fresh: BlockFacts[] = []
    while (isWithin(from - 1)) fresh.push(facts[--from] as BlockFacts)
    while (isWithin(to + 1)) fresh.push(facts[++to] as BlockFacts)
    for (const fact of fresh) {
      if (words.has(fact) || fact.block.position === title) return false
      if (!fact.block.hidden && !isOfPicture(fact.block)) others.push(fact)
    }
    const [only, more] = others
    if (only && (more || !isPlain(only)) && lengthOf(others) >= OTHER.least) return true
  }
  return false
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
  // Hidden, it waits for a script.
  const isNamed = ({ block }: BlockFacts) => block.images.some(image => isOfStem(image, url, stem))
  const lead = above.findLast(fact => fact.block.images.length > 0 && isPicture(fact.block) && isNamed(fact))
  return lead && !own.some(isNamed) ? lead : undefined
}

const isOfStem = (image: PageElement, url: string, stem: string): boolean =>
  stem !== '' && stemOf(pictureAddress(image, url) ?? '') === stem

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
 * Whether a picture leads to the front page, as banners do, or to another page of the site, and so do words beside it that are not of the text: another story, or who
 * wrote this one.
 */
function isTeaser(picture: Block, facts: readonly BlockFacts[], words: ReadonlySet<BlockFacts>, url: string): boolean {
  const [place, own] = [placeOf(picture, url), parseHttp(url)]
  if (!place || !own || place.pathname === own.pathname || siteOf(place) !== siteOf(own)) return false
  if (place.pathname === '/' && place.search === '') return true
  return [-2, -1, 1, 2].some(offset => {
    const fact = facts[picture.position + offset]
    if (!fact || words.has(fact) || fact.linkShare < 0.5 || isDeclared(fact.block) || GALLERY.test(fact.block.text))
      return false
    return placeOf(fact.block, url)?.href === place.href
  })
}
