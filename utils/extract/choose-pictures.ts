import { parseHttp } from '../article/url.ts'
import type { Block } from './blocks.ts'
import { isDeclared } from './captions.ts'
import { hasHan } from './characters.ts'
import type { BlockFacts } from './facts.ts'
import type { PageElement } from './page-tree.ts'
import { IMAGE_FILE, pictureAddress, stemOf } from './pictures.ts'
import { elementsOf, isNamedLike, lineage, nameOf } from './tree.ts'

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
  const { title, url } = about
  const words = new Set(chosen)
  const [first, last] = [chosen[0]?.block.position ?? 0, chosen.at(-1)?.block.position ?? -1]
  // Up to where nothing but pictures stands below the text.
  let end = last + 1
  while (last >= 0 && facts[end] && isOfPicture((facts[end] as BlockFacts).block)) end++
  // Once for all pictures, and not at all where there are none.
  let near: readonly number[][] | undefined
  let others: ReadonlyMap<PageElement, Others> | undefined
  const isBetween = ({ position }: Block) => position > first && position < last
  const isApart = (block: Block) => {
    others ??= othersIn(facts, words, title)
    return isOfOther(block, others, about)
  }
  const isAmong = (block: Block) => {
    near ??= [linesFrom(facts, words), linesFrom(facts.toReversed(), words).reverse()]
    return near.some(lines => (lines[block.position] as number) < NEAR) && !isApart(block)
  }
  // Pictures say nothing by themselves: those between the paragraphs are of the article, and the ones close to it.
  const isOf = ({ block, linkShare, underRelated }: BlockFacts) =>
    isPicture(block) &&
    !(block.hidden || linkShare > 0.5 || (underRelated && block.images.every(isInLink))) &&
    (isBetween(block)
      ? isAmong(block)
      : isBeside(block, facts, { first, last, end }) && !(leadsAway(block, url) && isApart(block))) &&
    !isTeaser(block, facts, words, url)
  const own = facts.filter(fact => words.has(fact) || isOf(fact))
  const around = facts.slice(Math.max(0, title - LEAD.above), last + LEAD.above)
  const lead = leadOf(own, around, about) ?? besideHeadline(own, facts, about)
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

/** A picture right before the text, or below it. */
function isBeside(block: Block, facts: readonly BlockFacts[], { first, last, end }: Range): boolean {
  if (block.position >= end) return false
  if (block.position > last) return isAfter(block, facts, last)
  const next = facts[block.position + 1]?.block
  const lead = next && isDeclared(next) ? LEAD.captioned : LEAD.bare
  return block.position >= first - lead && !isOfSite(block)
}

/** Boxes of the site around its name and its menu. */
const OF_SITE = /masthead|site-?header|(?:^|\s)sidebar(?:$|\s)|(?<!--)\bnav-?(?:bar|menu|drawer|igation)|mega-?menu/

const isOfSite = ({ element }: Block): boolean =>
  lineage(element, 9).some(box => box.tag !== 'body' && (box.tag === 'nav' || OF_SITE.test(nameOf(box))))

/** So many lines may stand between a picture and the text that it is of: more pictures do not count. */
const NEAR = 3

/** For each block, how many lines that are neither of the text nor of a picture stand between it and the text above it. */
function linesFrom(facts: readonly BlockFacts[], words: ReadonlySet<BlockFacts>): number[] {
  let lines = NEAR
  return facts.map(fact => {
    const before = lines
    if (words.has(fact)) lines = 0
    else if (!isOfPicture(fact.block)) lines++
    return before
  })
}

/** What stands with a picture in a box of at most so many levels, and says so much that is not of the text, in characters. */
const OTHER = { levels: 5, least: 30 }

/** What a box says that is not of the text. */
interface Others {
  /** Whether some of it is of the text, or the headline. */
  isOwn: boolean
  /** Whether it is more than a sentence that leads nowhere, which may well say what is seen. */
  isMore: boolean
  length: number
}

/** The same for every box of a page. */
function othersIn(
  facts: readonly BlockFacts[],
  words: ReadonlySet<BlockFacts>,
  title: number,
): Map<PageElement, Others> {
  const known = new Map<PageElement, Others>()
  for (const fact of facts) {
    const { block, length, linkShare } = fact
    const isOwn = words.has(fact) || block.position === title
    if (!isOwn && (block.hidden || isOfPicture(block))) continue
    const isMore = linkShare > 0 || !/[.。]$|©/.test(block.text)
    for (const box of lineage(block.element)) {
      const others = known.get(box)
      if (others) {
        others.isOwn ||= isOwn
        others.isMore = true
        others.length += length
      } else known.set(box, { isOwn, isMore, length })
    }
  }
  return known
}

/** Whether a picture stands in a box with words of which none are of the text: an offer, a card, another gallery. */
function isOfOther(
  { element, images }: Block,
  others: ReadonlyMap<PageElement, Others>,
  { url, named = '', captions }: AboutPage,
): boolean {
  const isKnown = (image: PageElement) => isOfStem(image, url, stemOf(named)) || captions.get(image)?.some(isTelling)
  if (images.some(isKnown)) return false
  for (const box of lineage(element, OTHER.levels + 1).slice(1)) {
    const held = others.get(box)
    if (held?.isOwn) return false
    if (held?.isMore && held.length >= OTHER.least) return true
  }
  return false
}

/**
 * A picture right below the last paragraph, of the box that holds it, or in a box of its own there. Below Chinese texts stand
 * codes to scan: there only with a caption.
 */
function isAfter(block: Block, facts: readonly BlockFacts[], last: number): boolean {
  const { block: end } = facts[last] as BlockFacts
  const next = facts[block.position + 1]?.block
  if (hasHan(end.text) && !(next && isDeclared(next))) return false
  const isOwn = lineage(block.element, 4).some(box => box.parent === end.element.parent)
  const place = placeOf(block, 'https://a.test')
  return isOwn && (!place || IMAGE_FILE.test(place.pathname))
}

/** Of what stands around a text and in it, the picture that the head names, unless it is taken or leads elsewhere. */
function leadOf(
  own: readonly BlockFacts[],
  around: readonly BlockFacts[],
  { url, named = '', captions }: AboutPage,
): BlockFacts | undefined {
  const stem = stemOf(named)
  if (stem === '') return undefined
  // Hidden, it waits for a script.
  const isNamed = ({ block }: BlockFacts) =>
    block.images.some(image => isOfStem(image, url, stem) && !isToy(image, url))
  const start = own[0]?.block.position ?? 0
  const isOwnCaption = ({ block }: BlockFacts) => block.images.some(image => captions.get(image)?.includes(block))
  const leads = around.filter(fact => (isPicture(fact.block) || isOwnCaption(fact)) && isNamed(fact))
  if (leads.length === 0 || own.some(isNamed)) return undefined
  const isAbove = ({ block }: BlockFacts) => block.position < start
  return leads.findLast(isAbove) ?? leads.find(({ block }) => !leadsAway(block, url))
}

/** Whether a link around a picture leads to another page. */
function leadsAway(block: Block, url: string): boolean {
  const [place, own] = [placeOf(block, url), parseHttp(url)]
  return place !== undefined && place.pathname !== own?.pathname && !IMAGE_FILE.test(place.pathname)
}

/** A picture with the headline in a box, of so many levels, and so many blocks before it or up to the text. */
const HEAD = { levels: 5, before: 8, least: 300 }

/** The picture above the headline or below it, of a text that begins with none. */
function besideHeadline(
  own: readonly BlockFacts[],
  facts: readonly BlockFacts[],
  { title, isSure, url }: AboutPage,
): BlockFacts | undefined {
  const [first] = own
  const headline = facts[title]?.block
  if (!isSure || !headline || !first || first.block.images.length > 0) return undefined
  const boxes = new Set(lineage(headline.element, HEAD.levels + 1).slice(1))
  for (const box of boxes) if (box.tag === 'body') boxes.delete(box)
  const isOfHead = ({ block }: BlockFacts) =>
    isPicture(block) &&
    !block.hidden &&
    block.images.every(image => isLarge(image, url)) &&
    new Set(block.images.map(image => pictureAddress(image, url))).size === 1 &&
    lineage(block.element, HEAD.levels).some(box => boxes.has(box)) &&
    !isOfSite(block) &&
    !leadsAway(block, url)
  return facts.slice(Math.max(0, title - HEAD.before), Math.max(title, first.block.position)).findLast(isOfHead)
}

/** A picture of the site's, as drawings are, or one that is shown until the large one is there: "/73x49/". */
const TOY = /\.(?:svg|gif)\b|\/original\.png$|[/_-]\d\dx\d\d\D|[/_-]flag\b/i

const isToy = (image: PageElement, url: string): boolean =>
  TOY.test(pictureAddress(image, url) ?? '') || isNamedLike(/logo/, image, 4)

/** Of a width, if it says one, that no portrait has. */
const isLarge = (image: PageElement, url: string): boolean =>
  !(Number.parseInt(image.attributes.width ?? '', 10) < HEAD.least) && !isToy(image, url)

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

/** A caption that is a link and longer says more than what is to be seen. */
const LONG_CAPTION = 60

const siteOf = ({ hostname }: URL): string => hostname.split('.').slice(-2).join('.')

/**
 * Whether a picture leads to the front page, as banners do, or to another page of the site, and so do words beside it that are
 * not of the text: another story, or who wrote this one.
 */
function isTeaser(picture: Block, facts: readonly BlockFacts[], words: ReadonlySet<BlockFacts>, url: string): boolean {
  const own = parseHttp(url)
  const isElsewhere = (place: URL | undefined): place is URL =>
    place !== undefined && own !== undefined && place.pathname !== own.pathname && siteOf(place) === siteOf(own)
  // A card of another story, whose caption is its headline.
  const caption = facts[picture.position + 1]
  const isHeadline = caption && (caption.length > LONG_CAPTION || /^h\d$/.test(caption.block.element.tag))
  if (isHeadline && caption.linkShare > 0.6 && isDeclared(caption.block) && !GALLERY.test(caption.block.text)) {
    const place = placeOf(caption.block, url)
    if (isElsewhere(place) && !IMAGE_FILE.test(place.pathname)) return true
  }
  const place = placeOf(picture, url)
  if (!isElsewhere(place)) return false
  if (place.pathname === '/' && place.search === '') return true
  return [-2, -1, 1, 2].some(offset => {
    const fact = facts[picture.position + offset]
    if (!fact || words.has(fact) || fact.linkShare < 0.5 || isDeclared(fact.block) || GALLERY.test(fact.block.text))
      return false
    return placeOf(fact.block, url)?.href === place.href
  })
}
