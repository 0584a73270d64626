import type { Block } from './blocks.ts'
import type { DateContext } from './dates.ts'
import type { LinkedData } from './json-ld.ts'
import type { PageHead } from './page-head.ts'
import type { PageElement } from './page-tree.ts'
import { elementsOf, isElement, lineage, nameOf } from './tree.ts'

/** A line that may have a day in it, as it is sent: none of its names are among those that `tighten` shortens. */
export interface DatedLine {
  /** Its position among the blocks. */
  readonly at: number
  /** Its text, or more of its beginning than is read of a longer one. */
  readonly says: string
  readonly isHidden: boolean
  readonly isLinked: boolean
  readonly isItem: boolean
  /** Not right below a link to something else, of which the day may be. */
  readonly isOfPage: boolean
  /** What the line before it says, if that may be its label. */
  readonly label: string
  /** How it, the boxes around it and what is in it are named. */
  readonly names: string
  /** What its `<time>` elements and those marked as the day of publication say to machines. */
  readonly times: readonly string[]
}

/** Where a page says when it was published, as it is sent. */
export interface SentDates {
  /** How its dates are to be understood: see `DateContext`, of which `now` is in milliseconds. */
  readonly zone?: string
  readonly isAmerican: boolean
  readonly now?: number
  /** What its data call its day of publication. */
  readonly inData?: string
  /** Names of meta tags, and what each has that may be a day. */
  readonly metas: readonly (readonly [name: string, content: string])[]
  /** All of its title. */
  readonly title: string
  readonly lines: readonly DatedLine[]
  /** Positions of the headline, and of the first and last block of the body. */
  readonly headlineAt: number
  readonly beginsAt: number
  readonly endsAt: number
}

/** Years, dates in figures, and how long ago: what `findDate` finds has one of them. */
const MAY_BE_DAY = /\d{4}|\d ?[./|-] ?\d|\d ?(?:[秒分小天日周]|[a-z]{3,7} ago)|[今昨前][天日]|today|yesterday/i

/** Longer lines are prose, which only begins with a day: so far into it. */
export const LONGEST_DATED = 260
export const BEGINNING = 45
/** A label in a block of its own is no longer. */
const LABEL = 30
/** Shorter links are authors and topics, not other articles. */
const TEASER = 30
/** So near to the headline and the first line of the text, or twice as far below its last, what is said to machines counts. */
const NEAR = 10
/** So many lines nearest to the headline are sent. */
const MOST = 200
/** What a head says of a day in other ways is no longer. */
const LONGEST_META = 100

/** Positions of the headline, and of the first and last block of the body. */
export interface TextRange {
  readonly title: number
  readonly first: number
  readonly last: number
}

/**
 * Where a page says when it was published, for `findPublished`: what its head and its data say, and the lines that may.
 * @param context how its dates are to be understood
 * @returns plain values: no more than MOST lines, those nearest to the headline
 */
export function gatherDates(
  { title, meta }: PageHead,
  { published }: LinkedData,
  blocks: readonly Block[],
  range: TextRange,
  context: DateContext,
): SentDates {
  const { now, offset, monthFirst = false } = context
  const distance = ({ at }: DatedLine) => Math.abs(at - range.title)
  const isNear = (position: number) =>
    (position > Math.min(range.title, range.first) - NEAR && position < range.first + NEAR) ||
    (position > range.last && position < range.last + 2 * NEAR)
  const dated = blocks.filter(block => (isNear(block.position) && timesOf(block).length > 0) || mayBeDated(block.text))
  const lines = dated.map((block): DatedLine => {
    const { text, element, position, linked, hidden } = block
    const before = position > 0 ? blocks[position - 1] : undefined
    const { text: label = '', linked: leads = 0 } = before ?? {}
    const named = [...lineage(element, 3), ...element.children.filter(isElement)]
    return {
      ...{ at: position, isHidden: hidden, isLinked: linked > 0, isItem: element.tag === 'li' },
      times: isNear(position) ? timesOf(block) : [],
      says: text.slice(0, LONGEST_DATED + 1),
      isOfPage: position - 1 === range.title || label.length < TEASER || leads < label.length / 2,
      label: label.length > LABEL || before?.hidden ? '' : label,
      names: named.map(nameOf).join(' '),
    }
  })
  return {
    ...{ title, headlineAt: range.title, beginsAt: range.first, endsAt: range.last, isAmerican: monthFirst },
    lines: lines.sort((a, b) => distance(a) - distance(b)).slice(0, MOST),
    // Several are of the news that the page lists, too.
    metas: [...meta].flatMap(([name, [content = '', , , more]]) =>
      more === undefined && /\d/.test(content) ? [[name, content.slice(0, LONGEST_META)] as const] : [],
    ),
    ...(published && { inData: published }),
    ...(offset && { zone: offset }),
    ...(now && { now: now.getTime() }),
  }
}

function mayBeDated(text: string): boolean {
  const start = text.slice(0, text.length > LONGEST_DATED ? BEGINNING : LONGEST_DATED)
  // Most lines have no number in them.
  return /\d/.test(start) && MAY_BE_DAY.test(start)
}

function timesOf({ element, text }: Block): string[] {
  const isPlain = !element.children.some(isElement)
  const elements: PageElement[] = isPlain ? [element] : text.length < LONGEST_DATED ? [...elementsOf(element)] : []
  if (element.parent) elements.push(element.parent)
  return elements.flatMap(({ tag, attributes: { datetime, content, itemprop = '' } }) =>
    (tag === 'time' || /datePublished|pubdate/.test(itemprop)) && !/modified/i.test(itemprop)
      ? (datetime ?? content ?? [])
      : [],
  )
}
