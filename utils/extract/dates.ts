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

const TIME = String.raw`(?:[日号]?[\sT·,，|｜/\-]{0,6}(?:um|at|às|à|kl\.?)?\s{0,3}(\d\d?)\s?[:：时点h]\s?(\d\d)(?:\s?[:：分]\s?(\d\d))?(?:\.\d{1,9})?\s{0,2}([ap]\.?m\b)?\s{0,2}(Z|GMT|UTC|[+-]\d\d:?\d\d)?)?`
const YEAR = String.raw`(19[89]\d|20[0-4]\d)`
const MONTH = '(1[0-2]|0?[1-9])'
const DAY = String.raw`(3[01]|[12]\d|0?[1-9])`
// Latin and Cyrillic letters by their codes: \p{L} takes ten times as long to compile, on every click.
const NAME = '([a-zß-ɏа-я]{3,12})'
const pattern = (...text: Parameters<typeof String.raw>): RegExp => new RegExp(String.raw(...text), 'i')

/** Each with the places of year, month and day in what it finds; the clock comes after them. Of two at one place the first counts. */
const PATTERNS: readonly (readonly [RegExp, number, number, number])[] = [
  [pattern`(?<!\d)${YEAR}\s?[-/.年–]\s?${MONTH}\s?[-/.月–]\s?${DAY}(?!\d)${TIME}`, 1, 2, 3],
  [
    pattern`(?<!\d)${DAY}(?:st|nd|rd|th|er|º|ª)?[.,]?\s{0,2}(?:of\s|de\s|-)?${NAME}\.?,?\s{0,2}(?:de\s|-)?'?${YEAR}(?!\d(?!\d?:\d\d))${TIME}`,
    3,
    2,
    1,
  ],
  // "Apr 042013": three boxes side by side, in one line.
  [pattern`(?<![a-zß-ɏа-я])${NAME}\.?\s{1,2}${DAY}(?:st|nd|rd|th)?,?\s{0,2}${YEAR}(?!\d)${TIME}`, 3, 1, 2],
  [
    pattern`(?<!\d)${YEAR}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:T?([01]\d|2[0-3])([0-5]\d)(?:[0-5]\d)?)?(?!\d)`,
    1,
    2,
    3,
  ],
  [pattern`(?<!\d)${DAY}\s?([./|-])\s?${DAY}\s?\2\s?(19[89]\d|20[0-4]\d|[0-4]\d)(?!\d)${TIME}`, 4, 3, 1],
]
const RELATIVE = /(\d{1,3})\s?(秒|分钟|分鐘|小时|小時|天|日|周|minutes?|mins?|hours?|days?|weeks?)\s?(?:以?前|ago)/i
const CLOCK_DAY = /(今天|今日|昨天|昨日|前天|today|yesterday)[\s,，]{0,3}(?:at\s)?(\d\d?)[:：](\d\d)/i

/** The longest text a date is looked for in; longer ones are prose. */
const LONGEST = 400

/**
 * The first date that stands in `text`, as ISO 8601.
 * @returns a time with offset where both are known, else the bare day; undefined where there is no date
 */
export function findDate(text: string, context: DateContext = {}): string | undefined {
  const line = text.slice(0, LONGEST)
  // Most lines have no day, and looking for one takes long.
  if (!/(?:19|20)\d\d|\d ?[./|-] ?\d/.test(line)) return relativeDate(line, context)
  // "HealthDECEMBER 22, 2022", and 百家号's 发布时间：21-03-1412:23: boxes side by side. Chinese pages write the year first.
  const spaced = line.replace(/([a-z])([A-Z])/g, '$1 $2')
  const dated = context.offset ? spaced.replace(/(?<![\d-])(\d\d-\d\d-\d\d)(?!-|\d(?!\d:))/, ' 20$1 ') : spaced
  let [found, at]: [string | undefined, number] = [undefined, LONGEST]
  // Years of two digits have the last pattern only.
  for (const [pattern, ...places] of PATTERNS.slice(/19[89]\d|20[0-4]\d/.test(dated) ? 0 : -1)) {
    const match = pattern.exec(dated)
    const iso = match && match.index < at && readDate(match, places, context)
    if (iso) [found, at] = [iso, match.index]
  }
  return found ?? relativeDate(dated, context)
}

function readDate(
  match: RegExpExecArray,
  places: readonly [number, number, number],
  context: DateContext,
): string | undefined {
  const [year = '', name = '', date] = places.map(place => match[place])
  let [month, day] = [Number(name) || monthNumber(name), Number(date)]
  // Who writes 9/12/2020, 7:45 PM writes the month first.
  if (month > 12 || (match[2] === '/' && day <= 12 && (context.monthFirst || match[8]))) [month, day] = [day, month]
  const iso = `${year.length === 2 ? 20 : ''}${year}-${two(month)}-${two(day)}`
  return isRealDay(iso) ? withClock(iso, match.slice(Math.max(...places) + 1), context) : undefined
}

function withClock(day: string, clock: readonly (string | undefined)[], context: DateContext): string {
  const [hourText, minute, second, half, zone] = clock
  if (hourText === undefined || minute === undefined) return day
  const hour = (Number(hourText) % (half ? 12 : 24)) + (/^p/i.test(half ?? '') ? 12 : 0)
  const offset = zone
    ? zone
        .toUpperCase()
        .replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')
        .replace(/^[GU].*/, 'Z')
    : context.offset
  if (!offset || Number(hourText) > 24 || Number(minute) > 59) return day
  return inOffset(`${day}T${two(hour)}:${minute}:${second ?? '00'}${offset}`, context.offset)
}

/** A time given in UTC, in the offset its readers live in, so that its day is theirs. */
function inOffset(iso: string, offset: string | undefined): string {
  if (!offset || !/(?:Z|\+00:00)$/.test(iso) || !/^\+\d\d:00$/.test(offset)) return iso
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

/** 0 for what is no month. */
function monthNumber(name: string): number {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
  return MONTHS.findIndex(starts => starts.some(start => plain.startsWith(start))) + 1
}

/** Not 31 February, which a date makes a day in March. */
const isRealDay = (day: string): boolean => new Date(Date.parse(day) || 0).toISOString().startsWith(day)

const two = (number = 0): string => String(number).padStart(2, '0')
