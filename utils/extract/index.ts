import type { Article } from '../article/article.ts'
import { rest } from '../article/rest.ts'
import { type Block, settleBlocks } from './blocks.ts'
import { bodyTree } from './body-tree.ts'
import { LONGEST_SIGNATURE } from './bylines.ts'
import { findCaptions } from './captions.ts'
import { chooseBlocks } from './choose.ts'
import { isPicture } from './choose-pictures.ts'
import { gatherDates } from './dated-lines.ts'
import { declaredBlocks } from './declared.ts'
import { gatherFacts, isHan } from './facts.ts'
import { finishArticle, type Reading } from './finish.ts'
import { declaredLanguage, descriptionsOf, headAuthors, headSources, siteNames } from './head-says.ts'
import { type LinkedData, readJsonLd } from './json-ld.ts'
import { sendLine } from './lines.ts'
import { locateTitle } from './locate-title.ts'
import { nextLinks } from './next-links.ts'
import { type PageTree, readPage } from './page-tree.ts'
import { type FindHeadline, type Headline, headlineFinder } from './title.ts'
import { trailLines } from './trail.ts'
import { isAboutLine, trimBlocks } from './trim.ts'
import { isArticle } from './verdict.ts'

export { joinPages } from './join.ts'
export { isNextOf } from './next-page.ts'

export interface ExtractOptions {
  /** What "3小时前" counts from. Without it relative dates stay unknown. */
  readonly now?: Date
}

/** Chinese portals that give no offset mean this one. */
const CHINA_OFFSET = '+08:00'

/**
 * The article of a page, or null where there is none (front pages, lists, search results).
 * @param document any DOM: a live page, jsdom, linkedom; it is read, never changed
 * @param url where it was visited, absolute
 */
export function extractArticle(document: Document, url: string, options: ExtractOptions = {}): Article | null {
  const page = readPage(document, url)
  return page && extractFromTree(page, url, options)
}

/** The rest of `extractArticle`, on the page as plain values. Settles the tree in place. */
export function extractFromTree(page: PageTree, url: string, options: ExtractOptions = {}): Article | null {
  const studied = study(page, url, options)
  return finished(judge(page, studied, choose(page, studied)))
}

const finished = (reading: Reading | null): Article | null => reading && finishArticle(reading)

/**
 * `extractArticle` as far as the page is needed: `finishArticle` does the rest. With rests, so that the page goes on answering
 * meanwhile. It is read before the first: what it does to itself later changes nothing.
 */
export async function readInTurns(
  document: Document,
  url: string,
  options: ExtractOptions = {},
): Promise<Reading | null> {
  const page = readPage(document, url)
  if (!page) return null
  await rest()
  const studied = study(page, url, options)
  await rest()
  const chosen = choose(page, studied)
  await rest()
  return judge(page, studied, chosen)
}

function choose({ head }: PageTree, { facts, context, captions }: Studied): readonly Block[] {
  const { block, agreement = 0 } = context.headline
  const about = {
    ...{ title: block?.position ?? -1, isSure: agreement > 0.7, url: context.url, captions },
    named: head.meta.get('og:image')?.[0],
  }
  return chooseBlocks(facts, about)
}

function judge(page: PageTree, studied: Studied, chosen: readonly Block[]): Reading | null {
  const { blocks, facts, context } = studied
  const kept = trimBlocks(chosen)
  const found = isArticle(facts, chosen) ? kept.reduce((sum, block) => sum + block.text.length, 0) : 0
  const declared = declaredBlocks(page, context.linked.body ?? '', found, blocks.length)
  if (declared) return assemble(page, { ...studied, blocks: [...blocks, ...declared] }, declared)
  return found > 0 ? assemble(page, studied, kept) : null
}

/**
 * A further page of an article, as `extractArticle` gives it: however little stands on it, it is an article. Null only
 * where there is no text at all.
 */
export function extractFurtherPage(document: Document, url: string): Article | null {
  const page = readPage(document, url)
  if (!page) return null
  const studied = study(page, url, {})
  return finished(assemble(page, studied, trimBlocks(choose(page, studied))))
}

/** The article of a page of which everything belongs to it: clutter was taken out before. */
export function extractWhole(page: PageTree, url: string): Article | null {
  const studied = study(page, url, {})
  return finished(assemble(page, studied, trimBlocks(studied.blocks)))
}

type Studied = ReturnType<typeof study>

function study(page: PageTree, url: string, options: ExtractOptions) {
  const blocks = settleBlocks(page.body)
  const facts = gatherFacts(blocks)
  const han = isHan(facts)
  const linked = readJsonLd(page.head.jsonLd)
  const findHeadline = headlineFinder(page.head, linked, url)
  const headline = locateTitle(findHeadline, facts)
  const context: Context = { ...{ url, han, linked, headline, findHeadline }, ...options }
  return { blocks, facts, context, captions: findCaptions(blocks) }
}

interface Context extends ExtractOptions {
  readonly url: string
  readonly han: boolean
  readonly linked: LinkedData
  readonly headline: Headline
  readonly findHeadline: FindHeadline
}

function assemble(page: PageTree, { blocks, captions, context }: Studied, chosen: readonly Block[]): Reading {
  const { head } = page
  const { url, han, linked } = context
  const { title, block: titleBlock, kicker } = settleHeadline(blocks, chosen, context)
  const untitled = chosen.filter(block => block !== titleBlock && block.text !== title)
  const textBlocks = untitled.filter(block => !isPicture(block))
  const [first, last] = [textBlocks[0]?.position ?? 0, textBlocks.at(-1)?.position ?? 0]
  const places = new Map(untitled.map((block, i) => [block, i]))
  const around = linesAround(blocks, titleBlock?.position ?? first, first, last)
  const before = around.before.filter(block => han || !block.hidden || block === titleBlock)
  // Between the paragraphs, taken out of them: 来源：山城晚报, 编辑 | 刘思彤.
  const within = blocks.slice(first, last).filter(block => !places.has(block) && isAboutLine(block.text))
  // Elsewhere than on Chinese pages they only sign.
  const after = [...within, ...around.after].filter(
    block => han || (!block.hidden && block.text.length <= LONGEST_SIGNATURE),
  )
  const section = head.meta.get('article:section')?.[0] ?? linked.section
  const dateContext = {
    ...(han && { offset: CHINA_OFFSET }),
    ...(context.now && { now: context.now }),
    monthFirst: !han && /^en(?:-us)?$/i.test(head.language || 'en'),
  }
  const range = { title: titleBlock?.position ?? first, first, last }
  return {
    url,
    declared: {
      address: head.links.get('canonical') ?? head.meta.get('og:url')?.[0],
      language: declaredLanguage(head),
      sources: headSources(head),
      sites: siteNames(head, linked.publisher),
      descriptions: descriptionsOf(head),
      steps: linked.breadcrumb,
      ...(section && { part: section }),
    },
    people: { isChinese: han, inData: linked.authors, inHead: headAuthors(head) },
    before: before.map(block => sendLine(block, places.get(block))),
    after: after.map(block => sendLine(block)),
    headline: titleBlock ? before.indexOf(titleBlock) : -1,
    ...(kicker && { kicker }),
    base: head.base,
    title,
    trail: trailLines(blocks, first),
    dates: gatherDates(head, linked, blocks, range, dateContext),
    body: bodyTree(page.body, untitled, captions),
    next: nextLinks(page),
  }
}

/** Once more, now that it is known where the body begins, if what was found before is not more what the head says. */
function settleHeadline(
  blocks: readonly Block[],
  chosen: readonly Block[],
  { headline, findHeadline }: Context,
): Headline {
  if ((headline.agreement ?? 0) >= 1) return headline
  const again = findHeadline(blocks, chosen.find(block => block.text !== '')?.position ?? 0)
  return (again.agreement ?? 0) < Math.min(LITTLE, headline.agreement ?? 0) ? headline : again
}

/** A heading so far from what the head says is the headline by its place alone. */
const LITTLE = 0.5

/** The lines where a page says who, when and from where: around the headline, and after the end. */
function linesAround(blocks: readonly Block[], title: number, first: number, last: number): LinesAround {
  const from = Math.max(0, Math.min(title, first) - 3)
  const to = Math.max(first + 2, Math.min(title + 6, last)) + 1
  return { before: blocks.slice(from, to), after: blocks.slice(Math.max(to, last), last + 12) }
}

interface LinesAround {
  readonly before: readonly Block[]
  readonly after: readonly Block[]
}
