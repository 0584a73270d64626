/**
 * Titles and days of the gold that no extractor should give, counted by rules so that nobody bends to them: where the gold
 * and what was found differ in a way that is the gold's own.
 */

/** What is the gold's own about a title: see `doubtTitle`. */
export type TitleDoubt = 'marks' | 'suffix' | 'nowhere' | 'head'
/** What is the gold's own about a day: see `doubtDay`. */
export type DayDoubt = 'nowhere' | 'update' | 'zone'

export const DOUBTS: Readonly<Record<TitleDoubt | DayDoubt, string>> = {
  marks: 'differ in case and marks alone',
  suffix: 'have the name of the site or section as well',
  nowhere: 'are nowhere on the page',
  head: 'are in the head alone, and the page shows another headline',
  update: 'are of what the page says is a change',
  zone: 'are of the same moment in another zone',
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** @returns why the gold's title may not be meant, undefined where it may: then what was found is wrong */
export function doubtTitle(gold: string, found: string, document: Document): TitleDoubt | undefined {
  const [wanted, got] = [bare(gold), bare(found)]
  if (wanted === got) return 'marks'
  const isLonger = got !== '' && wanted.startsWith(got)
  if (isLonger && /^\s*[-–—|_:»·]/.test(gold.trim().slice(found.length))) return 'suffix'
  const isInHead = headTitles(document).some(text => bare(text).includes(wanted))
  const isInBody = bare(shownText(document)).includes(wanted)
  if (!isInHead && !isInBody) return 'nowhere'
  const headings = [...document.querySelectorAll('h1,h2,h3')].map(heading => bare(heading.textContent ?? ''))
  return isInBody || !headings.includes(got) ? undefined : 'head'
}

const headTitles = (document: Document): string[] => [
  document.title,
  ...[...document.querySelectorAll('meta[property$="title"],meta[name$="title"]')].map(
    meta => meta.getAttribute('content') ?? '',
  ),
]

function shownText(document: Document): string {
  const body = document.body.cloneNode(true) as HTMLElement
  for (const element of body.querySelectorAll('script,style,template')) element.remove()
  return body.textContent ?? ''
}

/**
 * @param gold `2026-11-28`, maybe with a time
 * @param found the same, or empty
 * @returns why the gold's day may not be meant, undefined where it may
 */
export function doubtDay(gold: string, found: string, html: string): DayDoubt | undefined {
  const day = gold.slice(0, 10)
  const forms = formsOf(day)
  if (!forms?.test(withoutAddresses(html))) return 'nowhere'
  const escaped = day.replaceAll('-', '\\D?')
  const isCalled = (names: string, at: string) => new RegExp(`(?:${names})["'\\s:=/>a-z;&]{1,40}${at}`, 'i').test(html)
  const isPublished = (at: string) => isCalled('datePublished|published(?:_time|_at|date)?', at)
  const isChange = isCalled('modified(?:_time)?|dateUpdated?|updated(?:_time|_at)?', escaped)
  if (found !== '' && isChange && isPublished(found.slice(0, 10)) && !isPublished(escaped)) return 'update'
  const apart = Math.abs(Date.parse(day) - Date.parse(found.slice(0, 10)))
  return apart === 86_400_000 && new RegExp(`${escaped}[T ]\\d\\d:\\d\\d[:.\\d]*(?:Z|\\+00:?00)`).test(html)
    ? 'zone'
    : undefined
}

/** A page's own address and those it links to may hold a day; that is not to show it. */
const withoutAddresses = (html: string): string =>
  html.replace(/https?:[^"'\s<>]{0,400}/g, ' ').replace(/\s(?:href|src|srcset|content)="\/[^"]{0,400}"/g, ' ')

/** The months as pages in the languages of the corpora begin them. */
const MONTHS = 'jan,fe[bv],m[aä]r,a[pvb]r,ma[iyg],ju[ni],ju[li],a[uog],se[pt],o[ckt],no[v],d[ei][cz]'.split(',')

/** A day as pages write it: digits in every order, or with the month's name. Undefined where the gold gives no day. */
function formsOf(day: string): RegExp | undefined {
  const [year = '', month = '', date = ''] = day.split('-')
  const name = MONTHS[Number(month) - 1]
  if (!name || date === '') return undefined
  const [m, d, space] = [`0?${Number(month)}`, `0?${Number(date)}`, '(?:\\s|&nbsp;|de\\b|[-.,])']
  const short = `(?:${year}|${year.slice(2)})`
  const parts = [
    `${year}\\D{1,2}${m}\\D{1,2}${d}(?!\\d)`,
    `${year}${month}${date}`,
    `(?<!\\d)${d}[-./]\\s?${m}[-./]\\s?${short}(?!\\d)`,
    `(?<!\\d)${m}[-./]${d}[-./]${short}(?!\\d)`,
    `(?<!\\d)${d}(?:st|nd|rd|th|er)?${space}{0,3}${name}[\\p{L}.]{0,9}${space}{0,4}(?:${short}|\\d)?`,
    `${name}[\\p{L}.]{0,9}${space}{1,3}${d}(?:st|nd|rd|th)?(?!\\d)`,
  ]
  return new RegExp(parts.join('|'), 'iu')
}
