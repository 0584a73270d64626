import { cleanLine } from '../article/text.ts'
import { displayHost } from '../article/url.ts'
import type { Block } from './blocks.ts'
import { hasHan } from './characters.ts'
import { findDate } from './dates.ts'
import { decodeEntities } from './entities.ts'
import type { LinkedData } from './json-ld.ts'
import { apartFromKicker, withoutKicker } from './kicker.ts'
import type { PageHead } from './page-head.ts'
import type { PageElement } from './page-tree.ts'
import { headlineAndNames, squeeze, stripSiteName } from './title-parts.ts'
import { elementsOf, isNamedLike, lineage, nameOf, rawText } from './tree.ts'
import { isAboutLine } from './trim.ts'

export interface Headline {
  readonly title: string
  /** The block that shows it on the page. */
  readonly block?: Block
  /** How far the head says the same, 0..1. */
  readonly agreement?: number
  /** What stands in the same heading above or below it (肩题, 副题), in an element of its own. */
  readonly kicker?: string
}

/** @param firstBody index of the first block of the body */
export type FindHeadline = (blocks: readonly Block[], firstBody: number) => Headline

/** What a headline in other words than the head's agrees with it at most. */
const LOOSELY = 0.9

/** The head of a Chinese page says the same, with names after it. */
const NEARLY = 0.97

/** What names the site or a section agrees so far. */
const NAMED = 0.3

/** From here on the head confirms a headline. */
const SURE = 0.5

/** Headlines are longer than section names and shorter than paragraphs. */
const LENGTH = { least: 4, most: 220, stamp: 60 }

/** "Four Years » Blog Archive » Title": how old WordPress themes begin. */
const ARCHIVE = /^.{0,60}[»›:|–-]\s*blog[\s-]?archiv[e]?\w*\s*[»›:|–-]\s*/i

/**
 * Finds the headline: what the page shows as such, confirmed by what its head says.
 * @param url where the page was visited, to know the site's own name by
 * @returns what finds it, and, asked again for another beginning of the body, does not read the blocks again
 */
export function headlineFinder(head: PageHead, linked: LinkedData, url: string): FindHeadline {
  const documentTitle = cleanLine(head.title).replace(ARCHIVE, '')
  const declared = [head.meta.get('og:title')?.[0], linked.headline, head.meta.get('twitter:title')?.[0]]
    .map(text => cleanLine(decodeEntities(text ?? '')))
    .filter(text => text.length >= LENGTH.least)
  const site = cleanLine(head.meta.get('og:site_name')?.[0] ?? linked.publisher ?? '')
  const known = [...declared, documentTitle]
  const agreementOf = agreements(known, siteNameTest(site, displayHost(url), known))
  return (blocks, firstBody) => {
    const shown = bestShown(blocks, firstBody, agreementOf)
    const isSure = shown !== undefined && agreementOf(shown) >= SURE
    const block =
      (!isSure &&
        (aboveAboutLine(blocks, firstBody, agreementOf) ?? (shown ? undefined : prominent(blocks, firstBody)))) ||
      shown
    if (!block) return { title: stripSiteName(declared[0] ?? documentTitle, site) }
    const { title, kicker } = apartFromKicker(block) ?? { title: withoutKicker(block, known, site) }
    return {
      title: inOrdinaryCase(title.replace(LABEL, ''), known),
      block,
      agreement: agreementOf(block),
      ...(kicker && { kicker }),
    }
  }
}

/**
 * Before a headline: a link to the heading itself, what only screen readers say, and what 动易 (PowerEasy) calls articles:
 * [推荐], [组图].
 */
const LABEL = /^# |^(?:Headline|Title|Titel): |^\[(?:推荐|[组图][图文]|原创|转[帖贴载])\] ?/

/** What shows whose page it is. */
const LOGO = /(?:^|[\s_-])logo/
/** A heading that ends a trail says less than one above the text: its share of what it would. */
const TRAIL = { name: /breadcrumb/, share: 0.7 }

/** Two Han characters may be a headline: 背影. */
const isShort = (text: string): boolean => text.length < LENGTH.least && !/^\p{Script=Han}{2,}$/u.test(text)

/** How far a block says what the head says, 0..1; -1 where it can be no headline. */
function agreements(known: readonly string[], isSite: (text: string) => boolean): (block: Block) => number {
  const names = known.map(readKnown)
  const found = new Map<Block, number>()
  const read = (block: Block): number => {
    if (block.hidden || isShort(block.text) || block.text.length > LENGTH.most) return -1
    const shown = squeeze(block.text.replace(LABEL, ''))
    if (isSite(shown) || isNamedLike(LOGO, block.element, 2)) return -1
    const agreement = Math.max(
      0,
      ...names.map(name => agree(shown, name)),
      ...(headingLevel(block) === 1 && !names.some(name => name.names.includes(shown))
        ? known.map(text => LOOSELY * sharedWords(block.text, text))
        : []),
    )
    return isNamedLike(TRAIL.name, block.element, 2) ? agreement * TRAIL.share : agreement
  }
  return block => {
    const agreement = found.get(block) ?? read(block)
    found.set(block, agreement)
    return agreement
  }
}

/** A headline that the page shows in capitals only, or in none, as the head has it: "Tips for Online Success". */
function inOrdinaryCase(title: string, known: readonly string[]): string {
  if (title !== title.toUpperCase() && title !== title.toLowerCase()) return title
  const upper = title.toUpperCase()
  return known.map(text => text.slice(0, title.length)).find(text => text.toUpperCase() === upper) ?? title
}

/** Old Chinese pages say no more than their site's name in the head: the headline is what stands above "来源：… 时间：…". */
function aboveAboutLine(
  blocks: readonly Block[],
  firstBody: number,
  agreementOf: (block: Block) => number,
): Block | undefined {
  return blocks
    .slice(Math.max(0, firstBody - 6), firstBody + 1)
    .findLast(
      block =>
        /^(?=.*\p{Script=Han})(?!.*[:：]\d)[^>。]{2,60}$/u.test(block.text) &&
        block.linked === 0 &&
        agreementOf(block) >= 0 &&
        agreementOf(block) < SURE &&
        !isAboutLine(block.text) &&
        isStamp(blocks[block.position + 1]?.text ?? ''),
    )
}

/** Where the head names nothing that is on the page: what old Chinese pages set in the middle and large or bold above the text. */
const prominent = (blocks: readonly Block[], firstBody: number): Block | undefined =>
  blocks
    .slice(Math.max(0, firstBody - 8), firstBody + 2)
    .find(
      ({ text, element, linked, hidden }) =>
        /^(?=.*\p{Script=Han})(?!.*[:：]\d)[^>。]{3,40}$/u.test(text) &&
        linked === 0 &&
        !hidden &&
        !isAboutLine(text) &&
        lineage(element, 3).some(({ tag, attributes }) => tag === 'center' || attributes.align === 'center') &&
        [...elementsOf(element)].some(
          part =>
            (/^(?:b|strong|big)$/.test(part.tag) || Number(part.attributes.size) > 3) &&
            cleanLine(rawText(part)) === text,
        ),
    )

const isStamp = (text: string): boolean =>
  isAboutLine(text) || (text.length <= LENGTH.stamp && findDate(text) !== undefined)

/** The heading on the page that the head confirms, or the one heading that can be meant. */
function bestShown(
  blocks: readonly Block[],
  firstBody: number,
  agreementOf: (block: Block) => number,
): Block | undefined {
  let best: Block | undefined
  let highest = 0
  const limit = Math.min(blocks.length, firstBody + 12)
  for (const block of blocks) {
    // Farther down only a heading can be what the head says, and only where nothing above is.
    if (block.position > limit && best && (agreementOf(best) >= SURE || headingLevel(block) === 0)) continue
    const agreement = agreementOf(block)
    const score = agreement < 0 ? 0 : headlineScore(block, firstBody, agreement)
    if (score > highest) [best, highest] = [block, score]
  }
  return best
}

/** A heading so many blocks before the text, and not too short, opens it, whatever the head says. */
const OPENING = { reach: 3, least: 12 }

function headlineScore(block: Block, firstBody: number, agreement: number): number {
  const level = headingLevel(block)
  const distance = firstBody - block.position
  const opens =
    level > 0 &&
    /\p{L}/u.test(block.text) &&
    block.text.length >= OPENING.least &&
    distance >= 0 &&
    distance <= OPENING.reach
  if (agreement < SURE && level !== 1 && !opens) return 0
  const named = level > 0 || hasTitleName(block)
  if (!named && agreement < 0.6) return 0
  // Blogs link a headline to its own page, which they call a bookmark.
  const isLink =
    block.linked > block.text.length * 0.8 &&
    ![...elementsOf(block.element)].some(({ attributes }) => attributes.rel === 'bookmark')
  const nearness = 1 / (1 + Math.abs(distance) / 10)
  const late = distance < -3 && (level !== 1 || agreement < 0.9) ? -0.8 : 0
  return (
    agreement * 3 +
    (level === 1 ? 1.3 : level > 0 ? 0.6 : named ? 0.4 : 0) +
    (opens && agreement < SURE ? 0.8 : 0) +
    nearness +
    late -
    (isLink && agreement < 1 ? 1 : isLink ? 0.3 : 0)
  )
}

function headingLevel(block: Block): number {
  let element: PageElement | null = block.element
  for (; element; element = element.parent) {
    if (/^h[1-6]$/.test(element.tag)) return Number(element.tag[1])
    if (element !== block.element && element.children.length > 2) break
  }
  return 0
}

function hasTitleName(block: Block): boolean {
  return /(?<!sub-?)title|headline|biaoti|\btit\b|\bbt\b/.test(
    `${nameOf(block.element)} ${block.element.parent ? nameOf(block.element.parent) : ''}`,
  )
}

/** Is a text, squeezed, the site's name, as its head or its address has it, with more in the head than that? */
function siteNameTest(site: string, host: string, known: readonly string[]): (text: string) => boolean {
  const labels = squeeze(host.replace(/-/g, '')).split('.')
  const names = new Set([squeeze(site), labels.slice(0, -1).join('.'), labels.join('.'), labels.at(-2) ?? ''])
  const hasMore = known.some(text => !names.has(squeeze(text).replace(/-/g, '')))
  return text => text !== '' && hasMore && names.has(text.replace(/-/g, ''))
}

/** What the head gives, squeezed; where it was cut short ("A very long headl…"), what stands before that. */
interface Known {
  readonly whole: string
  readonly stem: string
  /** See `headlineAndNames`. */
  readonly headline?: string | undefined
  readonly names: readonly string[]
}

const readKnown = (text: string): Known => ({
  whole: squeeze(text),
  stem: squeeze(text.split(/\.\.|…/, 1)[0] ?? ''),
  ...headlineAndNames(text),
})

/** How far a text on the page, squeezed, is the headline that the head gives with or without additions: 0..1. */
function agree(a: string, { whole: b, stem, headline, names }: Known): number {
  if (a === '' || b === '') return 0
  if (a === headline && hasHan(a)) return NEARLY
  if (names.includes(a)) return NAMED
  if (a === b) return 1
  if (b.startsWith(a)) {
    return a.length >= (hasHan(a) ? 4 : 6) || a.length > b.length * 0.4 ? 0.65 + (0.3 * a.length) / b.length : 0.4
  }
  if (b.includes(a)) return Math.min(0.9, 0.3 + a.length / b.length)
  if (stem.length >= 8 && a.startsWith(stem)) return 0.9
  return a.includes(b) && b.length > a.length * 0.5 ? 0.6 : 0
}

/**
 * Share of the words of two texts that both have, 0..1 (Dice): "Top 11 Console Makers" over "11 Top Makers of Consoles", or
 * a head that was not brought up to date with its page.
 */
function sharedWords(shown: string, known: string): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu))
  const [a, b] = [words(shown), words(known)]
  const shared = [...a].filter(word => b.has(word)).length
  return (2 * shared) / (a.size + b.size || 1)
}
