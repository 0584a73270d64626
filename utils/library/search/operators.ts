import type { ArticleQuery } from '../plan.ts'
import { READING_STATES } from '../record.ts'

type Operator = (value: string) => Partial<ArticleQuery> | undefined

const OPERATORS: readonly { names: readonly string[]; apply: Operator }[] = [
  { names: ['source', '来源', '來源'], apply: source => ({ source }) },
  { names: ['site', '网站', '網站'], apply: site => ({ site }) },
  { names: ['label', 'tag', '标签', '標籤'], apply: label => ({ label }) },
  { names: ['after', '之后', '之後'], apply: value => dated(value, from => ({ from })) },
  { names: ['before', '之前'], apply: value => dated(value, to => ({ to })) },
  { names: ['is', '是'], apply: stateOf },
]

/** Those that name a place, which whoever knows the places takes out of a search. */
export const PLACE_OPERATOR: readonly string[] = ['区', '區', '地区', '地區', 'in']

/** As keyboards and input methods for Chinese, English and German give them. */
const QUOTES = /[“”„‟「」『』]/gu

/** The operators that a search box may suggest, by their names. */
export const SEARCH_OPERATORS: readonly (readonly string[])[] = OPERATORS.map(({ names }) => names)

/**
 * A typed search as a query: `来源:晶报 after:2024-06 is:starred 平湖`. Dates are years, months or days by the reader's
 * clock, and a value with spaces stands in quotes. An operator without its value is still being typed and asks for
 * nothing yet. What is no known operator, or has no sensible value, stays a word;
 * words in quotes keep them (see phrases.ts), as plain ones whatever they were.
 */
export function parseSearch(typed: string): Partial<ArticleQuery> {
  const words: string[] = []
  const query: Partial<ArticleQuery> = {}
  const plain = typed.normalize('NFKC').replace(QUOTES, '"')
  for (const [part] of plain.matchAll(/(?:[^\s"]|"[^"]*"?)+/gu)) {
    if (isBegun(part)) continue
    const [, name = '', value = ''] = /^([^:"]+):(.+)$/su.exec(part) ?? []
    const operator = OPERATORS.find(({ names }) => names.includes(name.toLowerCase()))
    const found = operator?.apply(value.replace(/"/g, '').trim())
    if (found) Object.assign(query, found)
    else words.push(part)
  }
  return { ...query, text: words.join(' ').trim() }
}

function isBegun(part: string): boolean {
  const name = /^([^:"]+):"?$/su.exec(part)?.[1]?.toLowerCase()
  return name !== undefined && [...PLACE_OPERATOR, ...SEARCH_OPERATORS.flat()].includes(name)
}

function stateOf(value: string): Partial<ArticleQuery> | undefined {
  if (value === 'starred' || value === '星标') return { starred: 1 }
  const state = READING_STATES.find(each => each === value)
  return state && { state }
}

function dated(value: string, use: (time: number) => Partial<ArticleQuery>): Partial<ArticleQuery> | undefined {
  const [, year, month = '1', day = '1'] = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/.exec(value) ?? []
  if (year === undefined) return undefined
  return use(new Date(Number(year), Number(month) - 1, Number(day)).getTime())
}
