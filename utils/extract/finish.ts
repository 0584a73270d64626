import type { Article } from '../article/article.ts'
import { cleanLine } from '../article/text.ts'
import { canonicalAddress } from '../article/url.ts'
import { findAgency } from './agency.ts'
import type { BodyTree } from './body-tree.ts'
import { findBreadcrumb } from './breadcrumb.ts'
import { creditLines, findBylines, linkedAuthors, shownAuthors, signaturesIn } from './bylines.ts'
import { findCredits, peopleOf } from './credits.ts'
import type { SentDates } from './dated-lines.ts'
import { findDateline } from './dateline.ts'
import { findDate } from './dates.ts'
import { decodeEntities, decodeLetters } from './entities.ts'
import { findLanguage } from './language.ts'
import { type Line, receiveLine, type SentLine } from './lines.ts'
import { isNextOf } from './next-page.ts'
import { findPublished } from './published.ts'
import { renderBody } from './render.ts'
import { receiveBody, type SentBody, sendBody } from './sent-body.ts'
import { findSource } from './source.ts'
import { findSubtitle, subtitleText } from './subtitle.ts'
import { tidyBody } from './tidy.ts'
import type { TrailLine } from './trail.ts'

/** What is made of a reading, beside its page. */
type Made =
  | (
      | 'breadcrumb'
      | 'canonicalUrl'
      | 'credits'
      | 'dateline'
      | 'language'
      | 'nextPageUrl'
      | 'publishedAt'
      | 'site'
      | 'section'
      | 'source'
      | 'subtitle'
    )
  | ('html' | 'images' | 'text')

/** An article as far as its page is needed for it. The rest is made of these strings and lines, wherever there is time and room. */
export interface Reading extends Omit<Article, Made> {
  readonly body: BodyTree
  readonly declared: {
    /** What the page calls its address, as written. */
    readonly address?: string | undefined
    /** What it calls its language; empty where it does not say. */
    readonly language: string
    /** What its head calls its source. */
    readonly sources: readonly string[]
    /** What may be the name of its site. */
    readonly sites: readonly string[]
    /** What its head says of it in a sentence. */
    readonly descriptions: readonly string[]
    /** Where on its site its data say that it is, outermost first, and what part of it its head names. */
    readonly steps: readonly string[]
    readonly part?: string
  }
  /** What stands above its headline in one heading. */
  readonly kicker?: string
  readonly people: {
    /** Whether they are written as on Chinese pages. */
    readonly isChinese: boolean
    /** What its data and its head name as its authors. */
    readonly inData: readonly string[]
    readonly inHead: readonly string[]
  }
  /** The lines around its headline, and those between its paragraphs and after its end that are about it. */
  readonly before: readonly SentLine[]
  readonly after: readonly SentLine[]
  /** The lines above it that may say where on its site it is. */
  readonly trail: readonly TrailLine[]
  /** Which of those before shows the headline, -1 where none does. */
  readonly headline: number
  /** What addresses in them are relative to. */
  readonly base: string
  /** Where it says when it was published. */
  readonly dates: SentDates
  /** Where it may go on, absolute: what its head declares, then links that say so. */
  readonly next: readonly string[]
}

/** A reading as plain values, to be sent out of its page. */
export interface SentReading extends Omit<Reading, 'body'> {
  readonly body: SentBody
}

export const sendReading = (reading: Reading): SentReading => ({ ...reading, body: sendBody(reading.body) })

/** The same reading where it has arrived. */
export const receiveReading = (sent: SentReading): Reading => ({ ...sent, body: receiveBody(sent.body) })

/** No names of sites: addresses, which page it is, who wrote it. */
const NO_SITE = /^(?:https?:|home(?:page)?$|(?:seite|page|teil|part) \d|(?:by|von) \p{Lu})|[{}]|^[^(（]*[)）]/iu

/** Of "News zu VR und KI | MIXED.de" the part that its address has as well; all of it where none has. */
function siteName(declared: string, url: string): string {
  const host = new URL(url).hostname.replace(/^www\.|-/g, '')
  const parts = declared.split(/ [|•·–—:-] | [|•] ?/)
  const isOfHost = (part: string) => {
    const name = part.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
    const [label = ''] = host.split('.')
    return name.length > 2 && label.length > 2 && (host.replaceAll('.', '').startsWith(name) || name.startsWith(label))
  }
  return parts.find(isOfHost) ?? declared
}

/** How the names of papers and stations end, which have accounts on portals as people do: 大河报, 巷口融媒. */
const OUTLET = /\p{Script=Han}{2}(?:[报報]|新[闻聞]|[网網]|[发發]布|[电電][视視][台臺]|融媒体?|在线|周刊|客户端)$/u

/** The article of a reading: with its HTML, people, source, language, dateline and canonical address; null where no text is left. */
export function finishArticle({
  declared,
  people,
  base,
  next,
  body,
  headline,
  dates,
  ...reading
}: Reading): Article | null {
  const { before: sentBefore, after: sentAfter, kicker, trail, ...read } = reading
  const [before, after] = [sentBefore.map(receiveLine), sentAfter.map(receiveLine)]
  const deck = findSubtitle(before, headline, read.title, body, declared.descriptions)
  const subtitle = deck ? subtitleText(deck, read.title) : isSaying(kicker) ? kicker : undefined
  const { html, text, images } = renderBody(tidyBody(withoutDeck(body, deck)), base)
  if (text === '') return null
  const { isChinese, inHead } = people
  const inData = people.inData.map(decodeLetters)
  const shown = isChinese ? [shownAuthors(before)] : findBylines(before)
  const page = { base, sources: declared.sources }
  const breadcrumb = findBreadcrumb(trail, declared.steps, read.title, slugOf(read.url))
  const section = cleanLine(decodeLetters(decodeEntities(breadcrumb.at(-1) ?? declared.part?.split(/,(?! )/)[0] ?? '')))
  const others = [...inData, ...inHead, section]
  const outlet = shown.flat().find(name => OUTLET.test(name))
  const source = isChinese
    ? (findSource(page, before, after, shown.flat(), others) ?? (outlet ? { name: outlet } : undefined))
    : findAgency(
        [...body.blocks.values()].flatMap(line => line.text || []),
        after.map(line => line.text),
      )
  const named = declared.sites.find(name => name !== '' && name !== read.title && !NO_SITE.test(name)) ?? ''
  const site = siteName(named, read.url)
  const nextPageUrl = next.find(target => isNextOf(read.url, target))
  const dateline = findDateline(text)
  const publishedAt = findPublished(dates, read.url)
  const credits = findCredits(
    isChinese ? [...creditLines([...before, ...after]), ...edgeLines(text)] : [],
    isChinese ? images.map(({ caption = '' }) => caption) : [],
    isChinese
      ? [[...shown.flat(), ...linkedAuthors(after)], inData, inHead]
      : byRank(inData, inHead, peopleOf(shown, inHead), [linkedAuthors(before), peopleOf(signaturesIn(after))]),
    [site, source?.name ?? ''],
  )
  // A name beside the day may be that of who wrote it.
  const isPerson = credits.some(({ name }) => name === source?.name)
  return {
    ...read,
    ...(section && { section }),
    breadcrumb,
    html,
    text,
    images: [...images],
    ...(subtitle && { subtitle }),
    ...(site && { site }),
    ...(source && !isPerson && { source }),
    canonicalUrl: canonicalAddress(read.url, declared.address),
    credits,
    ...(nextPageUrl && { nextPageUrl }),
    ...(dateline && { dateline }),
    ...(publishedAt && { publishedAt }),
    language: findLanguage(declared.language, text),
  }
}

/** The last part of an address, in lower case, without what kind of file it is. */
const slugOf = (url: string): string =>
  (new URL(url).pathname.split('/').findLast(Boolean) ?? '').replace(/\.\w+$/, '').toLowerCase()

/** More than the day, or a label like "Title:". */
const isSaying = (kicker = ':'): boolean => !kicker.endsWith(':') && !findDate(kicker)

const withoutDeck = (body: BodyTree, deck: Line | undefined): BodyTree => ({
  ...body,
  blocks: new Map([...body.blocks].filter((_, i) => i !== deck?.place)),
})

/** Under what name somebody logs in: "annalee2", "anna.lee", "AnnaL". */
const isLogin = (name: string): boolean => /^(?:[a-z\d]+(?:[._-][a-z\d]+){0,3}|\p{Lu}\p{Ll}+\p{Lu}\p{Ll}*)$/u.test(name)

/** What its data say before what it shows, unless that names the same and more, and what its head says; names to log in by last. */
function byRank(
  inData: readonly string[],
  inHead: readonly string[],
  shown: readonly string[],
  others: readonly (readonly string[])[],
): (readonly string[])[] {
  const [data, head] = [inData, inHead].map(names => names.filter(name => !isLogin(name))) as [string[], string[]]
  const isFuller = shown.length > data.length && data.every(name => shown.includes(name))
  return [...(isFuller ? [shown] : [data, shown]), head, ...others, inData, inHead]
}

/** The first and last paragraphs of a body, which often name its authors. */
function edgeLines(text: string): string[] {
  const lines = text.split('\n')
  return [...new Set([...lines.slice(0, 2), ...lines.slice(-3)])].map(line =>
    line.length > 120 ? line.slice(0, 60) : line,
  )
}
