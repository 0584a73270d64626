import { parseAddress } from '../article/url.ts'
import type { Block } from './blocks.ts'
import { type DateContext, findDate } from './dates.ts'
import type { LinkedData } from './json-ld.ts'
import type { PageHead } from './page-head.ts'
import type { PageElement } from './page-tree.ts'
import { elementsOf, isElement, isNamedLike, nameOf } from './tree.ts'

/**
 * Names of meta tags that give the day of publication, most exact first: Open Graph and what portals make of it, days of
 * issue (Dublin Core), of creation, and days of which it is not said what they are: of the last change, often.
 */
const META: readonly RegExp[] = [
  /article:published_time$|^og:(?:published_time|release_date)/,
  /publi\w{0,12}[-_.: ]?(?:date|time)|date[-_.]?publi|pub_?-?date|^(?:article\.)?published(?:_at)?$/,
  /issued|create_at|created/,
  /^(?:dc\.|dcterms\.|sailthru\.)?date$|article_date_original|originalpublicationdate|^apub:time/,
]

const DATE_NAME = /date|time|publish|posted|riqi|shijian|byline|info|source|laiyuan|meta/
/** What portals and blogs write before the day of publication, in the languages of MONTHS (dates.ts). */
const PUBLISHED =
  /(?:publi(?:shed|cado|cada|é|cato|kováno)|veröffentlicht|erschienen|erstellt|gepostet|posted|gepubliceerd|opublikowano|yayınlanma|发布|發布|发表|發表|pressemitteilung)/i
/** A date that a first paragraph begins with: "27.1.2022 – …", "Pressemitteilung vom 25. Januar 2022 | …". Chinese ones begin with the day of an event. */
const BEGINNING = 45
/** A label in a block of its own is no longer. */
const LABEL = 30
/** Shorter links are authors and topics, not other articles. */
const TEASER = 30
const DAY = 86_400_000
const UTC = /(?:Z|[+-]00:00)$/
const UPDATED =
  /^\s*(?:last )?(?:updated?|modified|change|letzte änderung|stand|aktualisiert|mis à jour|actualizado|atualizado|aggiornato|gewijzigd|수정|更新)/i

/**
 * When the article was published.
 * @param first position of the first block of the body; the visible date stands close before it, or soon after the headline
 */
export function findPublished(
  head: PageHead,
  linked: LinkedData,
  blocks: readonly Block[],
  range: { title: number; first: number; last: number },
  url: string,
  context: DateContext,
): string | undefined {
  const sure = () => linked.published && findDate(linked.published, context)
  const meta = (names: readonly RegExp[]) => {
    for (const name of names) {
      for (const [key, contents] of head.meta) {
        // Several are of the news that the page lists, too.
        const date = name.test(key) && contents.length < 4 ? findDate(contents[0] ?? '', context) : undefined
        if (date) return date
      }
    }
    return undefined
  }
  const shown = (close = false) => shownDate(blocks, range, context, close)
  const stamp = context.offset ? undefined : stampOf(blocks, range, context)
  const [close, all] = [() => shown(true), () => meta(META)]
  const order = context.offset ? [close, all, sure] : [sure, () => meta(META.slice(0, -1)), close, all]
  const titled = () => findDate(head.title, context)
  for (const look of [...order, shown, () => dateInAddress(url), titled]) {
    const date = look()
    if (date && stamp && isEarlier(stamp, date)) return stamp
    if (date) return UTC.test(date) ? inReadersDay(date, [dateInAddress(url), shown(), stamp]) : date
  }
  return undefined
}

/** By a day at least, or two where one is in UTC and may mean the same moment. */
const isEarlier = (stamp: string, date: string): boolean =>
  Date.parse(date.slice(0, 10)) - Date.parse(stamp.slice(0, 10)) > (UTC.test(date) ? DAY : 0)

/** A line that says little more than a day is no longer, and that of the article stands so close below its headline. */
const STAMP = { length: 48, words: 8, reach: 8 }

/**
 * The day that stands below the headline, be it that of an update: what the head gives may be of the page's last
 * publication, and later. Not of Chinese pages, where what is shown comes first anyway.
 */
function stampOf(blocks: readonly Block[], { title }: { title: number }, context: DateContext): string | undefined {
  for (const block of blocks.slice(title + 1, title + 1 + STAMP.reach)) {
    if (block.hidden || block.linked > 0 || !isStamp(block) || !isOwn(block, blocks, title)) continue
    // With other words in a list it is the day of an event: what the story comes to.
    if (block.element.tag === 'li' && block.text.length > TEASER) continue
    const date = findDate(block.text, context)
    if (date) return date
  }
  return undefined
}

/** Not right below a link to something else, of which the day may be. */
function isOwn({ position }: Block, blocks: readonly Block[], title: number): boolean {
  const { text, linked } = blocks[position - 1] ?? { text: '', linked: 0 }
  return position - 1 === title || text.length < TEASER || linked < text.length / 2
}

const isStamp = ({ text }: Block): boolean =>
  text.length <= STAMP.length && text.split(' ').length <= STAMP.words && !text.includes('。')

/**
 * A moment given in UTC is of the day before or after for its readers: their day is what the page shows or its address
 * has, if that is next to it.
 */
function inReadersDay(date: string, local: readonly (string | undefined)[]): string {
  for (const other of local) {
    if (!other || UTC.test(other)) continue
    const apart = Math.abs(Date.parse(date.slice(0, 10)) - Date.parse(other.slice(0, 10)))
    if (apart === 0) return date
    if (apart === DAY) return other
  }
  return date
}

/** @param close only what stands by the headline as a date, and not the day of an event in a paragraph */
function shownDate(
  blocks: readonly Block[],
  { title, first, last }: { title: number; first: number; last: number },
  context: DateContext,
  close: boolean,
): string | undefined {
  const head = Math.min(title, first)
  const around = [...blocks.slice(head, first + 3), ...blocks.slice(Math.max(0, head - 6), head).reverse()]
  const near = [true, false].flatMap(own => around.filter(block => isOwn(block, blocks, title) === own))
  const isUnlinked = ({ linked }: Block) => linked === 0
  const far = blocks.slice(last + 1, last + 8)
  const lines = blocks.filter(block => block.text.length <= 80 && !block.hidden)
  // Nearest to the headline first: a line in a list of other articles is far from it.
  const byDistance = lines.sort((a, b) => Math.abs(a.position - title) - Math.abs(b.position - title)).slice(0, 40)
  const said =
    dateInTimeElements(near, context) ??
    // Headlines of other articles say that something is published, too.
    dateAfterLabel([...near, ...far.filter(isUnlinked)], context) ??
    dateInBlocks(near, context, true) ??
    dateInBlocks(near.filter(isStamp), context, false)
  if (said || close) return said
  return (
    (context.offset ? undefined : dateAtBeginning(blocks.slice(first, first + 6), context)) ??
    dateInBlocks(near, context, false) ??
    dateInBlocks(near.slice(0, 9), context, false, true) ??
    dateInBlocks(far.filter(isUnlinked), context, false) ??
    dateAfterLabel(blocks, context) ??
    dateInBlocks(byDistance.filter(isUnlinked), context, false) ??
    dateInBlocks(byDistance, context, false) ??
    dateInTimeElements([...blocks.slice(first, first + 10), ...blocks.slice(last + 1, last + 20)], context) ??
    dateInBlocks(lines, context, false, true)
  )
}

function dateAtBeginning(blocks: readonly Block[], context: DateContext): string | undefined {
  for (const { text } of blocks) {
    const date = UPDATED.test(text) ? undefined : findDate(text.slice(0, BEGINNING), context)
    if (date) return date
  }
  return undefined
}

/** "Last change: … Published on: 1 November 2023": the date right after a word that says so, or in the block after it. */
function dateAfterLabel(blocks: readonly Block[], context: DateContext): string | undefined {
  for (const [i, { text, hidden }] of blocks.entries()) {
    if (hidden || text.length > 260) continue
    const at = text.search(PUBLISHED)
    if (at < 0) continue
    const next = text.length <= LABEL ? ` ${blocks[i + 1]?.text.slice(0, BEGINNING)}` : ''
    const date = findDate(text.slice(at, at + 60) + next, context) ?? findDate(text, context)
    if (date) return date
  }
  return undefined
}

function dateInTimeElements(blocks: readonly Block[], context: DateContext): string | undefined {
  for (const block of blocks) {
    for (const element of withAncestors(block)) {
      if (element.tag !== 'time' && !/datePublished|pubdate/.test(element.attributes.itemprop ?? '')) continue
      const { datetime, content, itemprop = '' } = element.attributes
      if (UPDATED.test(block.text) || /modified/i.test(itemprop)) continue
      const date = findDate(datetime ?? content ?? '', context)
      if (date) return date
    }
  }
  return undefined
}

function* withAncestors(block: Block): Generator<PageElement> {
  if (block.text.length < 300) yield* elementsOf(block.element)
  if (block.element.parent) yield block.element.parent
}

function dateInBlocks(
  blocks: readonly Block[],
  context: DateContext,
  named: boolean,
  updates = false,
): string | undefined {
  for (const block of blocks) {
    if (block.text.length > 260 || UPDATED.test(block.text) !== updates) continue
    if (named && !isNamed(block) && !/^(?:发布|发表|时间|日期|来源|posted|published|on\s)/i.test(block.text)) continue
    const date = findDate(block.text, context)
    if (date) return date
  }
  return undefined
}

function isNamed(block: Block): boolean {
  const { element } = block
  return (
    isNamedLike(DATE_NAME, element, 3) ||
    element.children.some(child => isElement(child) && DATE_NAME.test(nameOf(child)))
  )
}

/** The day in an address: /2021/06/11/, /20210611/, /2021-06/11/, t20210611_123.html, /2021/sport/06/11/. */
export function dateInAddress(url: string): string | undefined {
  const path = parseAddress(url)?.pathname ?? url
  const match =
    /(?<!\d)(19[89]\d|20[0-4]\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(path) ??
    /\/(19[89]\d|20[0-4]\d)(?:\/[a-z_-]{2,20})?\/(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])(?!\d)/i.exec(path)
  return match ? findDate(`${match[1]}-${match[2]}-${match[3]}`) : undefined
}
