import { parseAddress } from '../article/url.ts'
import { BEGINNING, type DatedLine, LONGEST_DATED, type SentDates, type TextRange } from './dated-lines.ts'
import { type DateContext, findDate } from './dates.ts'

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
const DAY = 86_400_000
const UTC = /(?:Z|[+-]00:00)$/
const UPDATED =
  /^\s*(?:last )?(?:updated?|modified|change|letzte änderung|stand|aktualisiert|mis à jour|actualizado|atualizado|aggiornato|gewijzigd|수정|更新)/i

/**
 * When the article was published.
 * @param url where it was visited, absolute
 * @returns ISO 8601: a time with its offset where both are known, else the day; undefined where the page does not say
 */
export function findPublished(dates: SentDates, url: string): string | undefined {
  const { metas, inData = '', zone, isAmerican, now } = dates
  const range = { title: dates.headlineAt, first: dates.beginsAt, last: dates.endsAt }
  const lines = dates.lines.toSorted((a, b) => a.at - b.at)
  const context: DateContext = {
    monthFirst: isAmerican,
    ...(zone && { offset: zone }),
    ...(now && { now: new Date(now) }),
  }
  const sure = () => findDate(inData, context)
  // Of two that say the same, the earlier: the other may be of when the page was last put out.
  const meta = (names: readonly RegExp[]) => {
    for (const name of names) {
      const days = metas.flatMap(([key, content]) => (name.test(key) ? (findDate(content, context) ?? []) : []))
      const [date] = days.sort((a, b) => a.slice(0, 10).localeCompare(b.slice(0, 10)))
      if (date) return date
    }
    return undefined
  }
  const shown = (close = false) => shownDate(lines, range, context, close)
  const stamp = context.offset ? undefined : stampOf(lines, range, context)
  const [close, all] = [() => shown(true), () => meta(META)]
  const order = context.offset ? [close, all, sure] : [sure, () => meta(META.slice(0, -1)), close, all]
  const titled = () => findDate(dates.title, context)
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
const STAMP = { length: 48, words: 8, reach: 8, item: 30 }

/**
 * The day that stands below the headline, be it that of an update: what the head gives may be of the page's last
 * publication, and later. Not of Chinese pages, where what is shown comes first anyway.
 */
function stampOf(lines: readonly DatedLine[], { title }: TextRange, context: DateContext): string | undefined {
  for (const line of lines) {
    const below = line.at - title
    if (below < 1 || below > STAMP.reach || line.isHidden || line.isLinked || !isStamp(line) || !line.isOfPage) continue
    // With other words in a list it is the day of an event: what the story comes to.
    if (line.isItem && line.says.length > STAMP.item) continue
    const date = findDate(line.says, context)
    if (date) return date
  }
  return undefined
}

const isStamp = ({ says }: DatedLine): boolean =>
  says.length <= STAMP.length && says.split(' ').length <= STAMP.words && !says.includes('。')

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

/** Lines that stand by themselves are no longer; so far from the headline they say nothing of it. */
const SHORT = { length: 80, reach: 40 }

/** @param close only what stands by the headline as a date, and not the day of an event in a paragraph */
function shownDate(
  lines: readonly DatedLine[],
  { title, first, last }: TextRange,
  context: DateContext,
  close: boolean,
): string | undefined {
  const head = Math.min(title, first)
  const between = (from: number, to: number) => lines.filter(({ at }) => at >= from && at < to)
  const around = [...between(head, first + 3), ...between(head - 6, head).reverse()]
  const near = [true, false].flatMap(own => around.filter(({ isOfPage }) => isOfPage === own))
  const isUnlinked = ({ isLinked }: DatedLine) => !isLinked
  const far = between(last + 1, last + 8)
  const short = lines.filter(line => line.says.length <= SHORT.length && !line.isHidden)
  const distance = ({ at }: DatedLine) => Math.abs(at - title)
  // Nearest to the headline first: a line in a list of other articles is far from it.
  const byDistance = short.filter(line => distance(line) <= SHORT.reach).sort((a, b) => distance(a) - distance(b))
  const said =
    dateForMachines(near, context) ??
    // Headlines of other articles say that something is published, too.
    dateAfterLabel([...near, ...far.filter(isUnlinked)], context) ??
    dateInLines(near, context, true) ??
    dateInLines(near.filter(isStamp), context, false)
  if (said || close) return said
  return (
    (context.offset ? undefined : dateAtBeginning(between(first, first + 6), context)) ??
    dateInLines(near, context, false) ??
    dateInLines(near.slice(0, 9), context, false, true) ??
    dateInLines(far.filter(isUnlinked), context, false) ??
    dateAfterLabel(lines, context) ??
    dateInLines(byDistance.filter(isUnlinked), context, false) ??
    dateInLines(byDistance, context, false) ??
    dateForMachines([...between(first, first + 10), ...between(last + 1, last + 20)], context) ??
    dateInLines(short, context, false, true)
  )
}

function dateAtBeginning(lines: readonly DatedLine[], context: DateContext): string | undefined {
  for (const { says } of lines) {
    const date = UPDATED.test(says) ? undefined : findDate(says.slice(0, BEGINNING), context)
    if (date) return date
  }
  return undefined
}

/** "Last change: … Published on: 1 November 2023": the date right after a word that says so, or in the line after it. */
function dateAfterLabel(lines: readonly DatedLine[], context: DateContext): string | undefined {
  for (const { says: text, isHidden, label } of lines) {
    if (isHidden || text.length > LONGEST_DATED) continue
    if (PUBLISHED.test(label)) {
      const date = findDate(text.slice(0, BEGINNING), context)
      if (date) return date
    }
    const at = text.search(PUBLISHED)
    const date = at < 0 ? undefined : (findDate(text.slice(at, at + 60), context) ?? findDate(text, context))
    if (date) return date
  }
  return undefined
}

function dateForMachines(lines: readonly DatedLine[], context: DateContext): string | undefined {
  for (const { says: text, times } of lines) {
    for (const time of UPDATED.test(text) ? [] : times) {
      const date = findDate(time, context)
      if (date) return date
    }
  }
  return undefined
}

function dateInLines(
  lines: readonly DatedLine[],
  context: DateContext,
  named: boolean,
  updates = false,
): string | undefined {
  for (const { says: text, names } of lines) {
    if (text.length > LONGEST_DATED || UPDATED.test(text) !== updates) continue
    if (named && !DATE_NAME.test(names) && !/^(?:发布|发表|时间|日期|来源|posted|published|on\s)/i.test(text)) continue
    const date = findDate(text, context)
    if (date) return date
  }
  return undefined
}

/** The day in an address: /2021/06/11/, /20210611/, /2021-06/11/, t20210611_123.html, /2021/sport/06/11/. */
export function dateInAddress(url: string): string | undefined {
  const path = parseAddress(url)?.pathname ?? url
  const match =
    /(?<!\d)(19[89]\d|20[0-4]\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(path) ??
    /\/(19[89]\d|20[0-4]\d)(?:\/[a-z_-]{2,20})?\/(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])(?!\d)/i.exec(path)
  return match ? findDate(`${match[1]}-${match[2]}-${match[3]}`) : undefined
}
