/** How a date without more is to be understood. */
export interface DateContext {
  /** Offset that a clock time without one has: Chinese portals mean +08:00. Without it such a time is dropped. */
  readonly offset?: string
  /** What "3小时前" counts from. Relative dates are unknown without it. */
  readonly now?: Date
  /** Of 3/4/2021: whether the month comes first, as Americans write. */
  readonly monthFirst?: boolean
}

// The first letters of the months in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Turkish and Russian,
// lower case and without accents, longest common beginnings first.
const MONTHS: readonly (readonly string[])[] = (
  'jan janv ene gen sty oca jän янв,feb fev lut sub фев,mar mär maa mrz mrt мар,apr avr abr kwi nis апр,' +
  'may mai mag maj mei мая маи,jun juin giu cze haz июн,jul juil lug lip tem июл,aug aou ago sie agu авг,' +
  'sep set wrz eyl сен,oct okt ott out paz eki окт,nov lis kas ноя,dec dez dic gru ara дек'
)
  .split(',')
  .map(names => names.split(' '))

const TIME = String.raw`(?:[日号]?[\sT·,，|｜/\-]{0,6}(?:um|at|às|à|kl\.?)?\s{0,3}(\d{1,2})\s?[:：时点h]\s?(\d{2})(?:\s?[:：分]\s?(\d{2}))?(?:\.\d{1,9})?\s{0,2}([ap]\.?m\b)?\s{0,2}(Z|GMT|UTC|[+-]\d{2}:?\d{2})?)?`
const YEAR = String.raw`(19[89]\d|20[0-4]\d)`
const MONTH = '(1[0-2]|0?[1-9])'
const DAY = String.raw`(3[01]|[12]\d|0?[1-9])`
// Latin and Cyrillic letters by their codes: \p{L} takes ten times as long to compile, on every click.
const NAME = '([a-zß-ɏа-я]{3,12})'
const pattern = (text: string): RegExp => new RegExp(text, 'i')

const YEAR_FIRST = pattern(String.raw`(?<!\d)${YEAR}\s?[-/.年–]\s?${MONTH}\s?[-/.月–]\s?${DAY}(?!\d)${TIME}`)
const COMPACT =
  /(?<!\d)(19[89]\d|20[0-4]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:T?([01]\d|2[0-3])([0-5]\d)(?:[0-5]\d)?)?(?!\d)/
const DAY_MONTH = pattern(
  String.raw`(?<!\d)${DAY}(?:st|nd|rd|th|er|º|ª)?[.,]?\s{0,2}(?:of\s|de\s|-)?${NAME}\.?,?\s{0,2}(?:de\s|-)?'?${YEAR}(?!\d(?!\d?:\d\d))${TIME}`,
)
const MONTH_DAY = pattern(
  String.raw`(?<![a-zß-ɏа-я])${NAME}\.?\s{1,2}${DAY}(?:st|nd|rd|th)?,?\s{1,2}${YEAR}(?!\d)${TIME}`,
)
const DAY_FIRST = pattern(
  String.raw`(?<!\d)${DAY}\s?([./|-])\s?${DAY}\s?\2\s?(19[89]\d|20[0-4]\d|[0-4]\d)(?!\d)${TIME}`,
)
const RELATIVE = /(\d{1,3})\s?(秒|分钟|分鐘|小时|小時|天|日|周|minutes?|mins?|hours?|days?|weeks?)\s?(?:以?前|ago)/i
const CLOCK_DAY = /(今天|今日|昨天|昨日|前天|today|yesterday)[\s,，]{0,3}(?:at\s)?(\d{1,2})[:：](\d{2})/i

/** The longest text a date is looked for in; longer ones are prose. */
const LONGEST = 400

/**
 * The first date that stands in `text`, as ISO 8601.
 * @returns a time with offset where both are known, else the bare day; undefined where there is no date
 */
export function findDate(text: string, context: DateContext = {}): string | undefined {
  const line = text.slice(0, LONGEST)
  const found = [yearFirst, monthByName, compact, dayFirst]
    .map(reader => reader(line, context))
    .filter(candidate => candidate !== undefined)
    .sort((a, b) => a.at - b.at)[0]
  return found?.iso ?? relativeDate(line, context)
}

interface Found {
  readonly iso: string
  readonly at: number
}

function yearFirst(text: string, context: DateContext): Found | undefined {
  const match = YEAR_FIRST.exec(text)
  return match ? found(match, [match[1], match[2], match[3]], match.slice(4), context) : undefined
}

function compact(text: string, context: DateContext): Found | undefined {
  const match = COMPACT.exec(text)
  return match ? found(match, [match[1], match[2], match[3]], [match[4], match[5]], context) : undefined
}

function monthByName(text: string, context: DateContext): Found | undefined {
  // Most lines have no year, and looking for a name at every letter takes long.
  if (!/19[89]\d|20[0-4]\d/.test(text)) return undefined
  const hits: Found[] = []
  const dayMonth = DAY_MONTH.exec(text)
  const monthDay = MONTH_DAY.exec(text)
  if (dayMonth)
    push(hits, found(dayMonth, [dayMonth[3], monthNumber(dayMonth[2]), dayMonth[1]], dayMonth.slice(4), context))
  if (monthDay)
    push(hits, found(monthDay, [monthDay[3], monthNumber(monthDay[1]), monthDay[2]], monthDay.slice(4), context))
  return hits.sort((a, b) => a.at - b.at)[0]
}

function push(list: Found[], item: Found | undefined): void {
  if (item) list.push(item)
}

function dayFirst(text: string, context: DateContext): Found | undefined {
  const match = DAY_FIRST.exec(text)
  if (!match) return undefined
  const [first, second] = [Number(match[1]), Number(match[3])]
  const isMonthFirst = second > 12 || (match[2] === '/' && first <= 12 && context.monthFirst === true)
  const year = (match[4]?.length === 2 ? '20' : '') + match[4]
  const [day, month] = isMonthFirst ? [second, first] : [first, second]
  return found(match, [year, String(month), String(day)], match.slice(5), context)
}

function found(
  match: RegExpExecArray,
  day: readonly (string | undefined)[],
  clock: readonly (string | undefined)[],
  context: DateContext,
): Found | undefined {
  const [year, month, date] = day.map(Number)
  if (!isRealDay(year, month, date)) return undefined
  const iso = `${year}-${two(month)}-${two(date)}`
  return { iso: withClock(iso, clock, context), at: match.index }
}

function withClock(day: string, clock: readonly (string | undefined)[], context: DateContext): string {
  const [hourText, minute, second, half, zone] = clock
  if (hourText === undefined || minute === undefined) return day
  const hour = (Number(hourText) % (half ? 12 : 24)) + (/^p/i.test(half ?? '') ? 12 : 0)
  const offset = zone
    ? zone
        .toUpperCase()
        .replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
        .replace(/^[GU].*/, 'Z')
    : context.offset
  if (!offset || Number(hourText) > 24 || Number(minute) > 59) return day
  return inOffset(`${day}T${two(hour)}:${minute}:${second ?? '00'}${offset}`, context.offset)
}

/** A time given in UTC, in the offset its readers live in, so that its day is theirs. */
function inOffset(iso: string, offset: string | undefined): string {
  if (!offset || !/(?:Z|\+00:00)$/.test(iso) || !/^\+\d{2}:00$/.test(offset)) return iso
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  return atOffset(moment, offset)
}

function atOffset(moment: Date, offset: string): string {
  const hours = Number(offset.slice(0, 3))
  return new Date(moment.getTime() + hours * 3_600_000).toISOString().slice(0, 19) + offset
}

const SECONDS: readonly [RegExp, number][] = [
  [/^秒/, 1],
  [/^(?:分|min)/i, 60],
  [/^(?:小|hour)/i, 3600],
  [/^(?:天|日|day)/i, 86_400],
  [/^(?:周|week)/i, 604_800],
]

function relativeDate(text: string, { now, offset = 'Z' }: DateContext): string | undefined {
  if (!now) return undefined
  const at = (moment: Date) => (offset === 'Z' ? `${moment.toISOString().slice(0, 19)}Z` : atOffset(moment, offset))
  const ago = RELATIVE.exec(text)
  if (ago) {
    const unit = SECONDS.find(([pattern]) => pattern.test(ago[2] ?? ''))?.[1] ?? 0
    const iso = at(new Date(now.getTime() - Number(ago[1]) * unit * 1000))
    return unit >= 86_400 ? iso.slice(0, 10) : iso
  }
  const clock = CLOCK_DAY.exec(text)
  if (!clock) return undefined
  const days = /^(?:今|today)/i.test(clock[1] ?? '') ? 0 : /^前/.test(clock[1] ?? '') ? 2 : 1
  const day = at(new Date(now.getTime() - days * 86_400_000))
  return `${day.slice(0, 11)}${two(Number(clock[2]))}:${clock[3]}:00${day.slice(19)}`
}

function monthNumber(name: string | undefined): string | undefined {
  const plain = (name ?? '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
  const index = MONTHS.findIndex(starts => starts.some(start => plain.startsWith(start)))
  return index < 0 ? undefined : String(index + 1)
}

function isRealDay(year = 0, month = 0, day = 0): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const two = (number = 0): string => String(number).padStart(2, '0')
