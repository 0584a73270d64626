import type { ReadQuery } from '../plan.ts'

type Asked = Omit<ReadQuery, 'text' | 'not'>
type Operator = (value: string) => Asked | undefined

const OPERATORS: readonly { names: readonly string[]; apply: Operator }[] = [
  { names: ['source', '来源', '來源'], apply: source => ({ source }) },
  { names: ['site', '网站', '網站'], apply: siteOrHost => ({ siteOrHost }) },
  { names: ['label', 'tag', '标签', '標籤'], apply: label => ({ label }) },
  { names: ['after', '晚于', '晚於', '之后', '之後'], apply: value => dated(value, from => ({ from })) },
  { names: ['before', '早于', '早於', '之前'], apply: value => dated(value, to => ({ to })) },
  { names: ['is', '是'], apply: stateOf },
]

/** Those that name a place, which whoever knows the places takes out of a search. */
export const PLACE_OPERATOR: readonly string[] = ['区', '區', '地区', '地區', 'in']

/** As keyboards and input methods for Chinese, English and German give them. */
const QUOTES = /[“”„‟「」『』]/gu

/** The operators that a search box may suggest, by their names. */
export const SEARCH_OPERATORS: readonly (readonly string[])[] = OPERATORS.map(({ names }) => names)

// English, then as the shelves and buttons say it in Chinese, simplified and traditional.
const STATES: readonly { words: readonly string[]; asked: Asked }[] = [
  { words: ['unread', '未读', '未讀'], asked: { unread: true } },
  { words: ['to-read', '待读', '待讀'], asked: { state: 'to-read' } },
  { words: ['reading', '在读', '在讀', '阅读中', '閱讀中'], asked: { state: 'reading' } },
  { words: ['read', '已读', '已讀'], asked: { state: 'read' } },
  { words: ['starred', '星标', '星標', '星号', '星號'], asked: { starred: 1 } },
]

/** Every word that may follow `is:`. */
export const STATE_WORDS: readonly string[] = STATES.flatMap(({ words }) => words)

/** A word of the shelves as it is typed after `is:`. */
export const asStateWord = (words: string): string => words.trim().toLowerCase().replace(/\s+/g, '-')

/**
 * A typed search as a query: `来源:晶报 after:2024-06 is:starred 平湖 -夜市`. Dates are years, months or days by the reader's
 * clock, and a value with spaces stands in quotes. A minus before a word, quotes or an operator leaves out what it finds.
 * An operator without its value is still being typed and asks for nothing yet. What is no known operator, or has no
 * sensible value, stays a word; words in quotes keep them (see phrases.ts), as plain ones whatever they were.
 */
export function parseSearch(typed: string): ReadQuery & { text: string } {
  const words: string[] = []
  const query: ReadQuery = {}
  const not: NonNullable<ReadQuery['not']>[number][] = []
  for (const each of partsOf(typed)) {
    const { minus, part } = signOf(each)
    if (isBegun(part)) continue
    const { asked } = readOperator(part)
    if (minus) not.push(asked ?? { text: part })
    else if (asked) Object.assign(query, asked)
    else words.push(part)
  }
  return { ...query, ...(not.length > 0 && { not }), text: words.join(' ').trim() }
}

/** The parts of a typed search that look like operators but are none, or have no sensible value: they were words to it. */
export function notUnderstood(typed: string): string[] {
  return partsOf(typed).filter(each => {
    const { part } = signOf(each)
    const { name, value, asked } = readOperator(part)
    return !asked && !isBegun(part) && /^\p{L}+$/u.test(name) && !value.startsWith('//')
  })
}

function partsOf(typed: string): string[] {
  // Spaces at the end belong to nothing, not even to a quote that is still open.
  const plain = typed.normalize('NFKC').replace(QUOTES, '"').trimEnd()
  return Array.from(plain.matchAll(/(?:[^\s"]|"[^"]*"?)+/gu), ([part]) => part)
}

/** A minus with nothing to find behind it is none. */
function signOf(part: string): { minus: boolean; part: string } {
  const minus = /^-[^-]*[\p{L}\p{N}]/u.test(part)
  return { minus, part: minus ? part.slice(1) : part }
}

function readOperator(part: string): { name: string; value: string; asked?: Asked | undefined } {
  const [, name = '', value = ''] = /^([^:"]+):(.+)$/su.exec(part) ?? []
  const operator = OPERATORS.find(({ names }) => names.includes(name.toLowerCase()))
  return { name, value, asked: operator?.apply(value.replace(/"/g, '').trim()) }
}

function isBegun(part: string): boolean {
  const name = /^([^:"]+):"?$/su.exec(part)?.[1]?.toLowerCase()
  return name !== undefined && [...PLACE_OPERATOR, ...SEARCH_OPERATORS.flat()].includes(name)
}

function stateOf(value: string): Asked | undefined {
  return STATES.find(({ words }) => words.includes(asStateWord(value)))?.asked
}

function dated(value: string, use: (time: number) => Asked): Asked | undefined {
  const [, year, month = '1', day = '1'] = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/.exec(value) ?? []
  if (year === undefined) return undefined
  const date = new Date(Number(year), Number(month) - 1, Number(day))
  // The 31st of June is no day, though a Date makes one of it.
  return date.getMonth() === Number(month) - 1 && date.getDate() === Number(day) ? use(date.getTime()) : undefined
}
