import type { Strings } from '../../components/strings.ts'
import type { ArticleGroup, ArticleRecord, ArticleSort, ArticleSpan } from '../../utils/library/index.ts'

/** By the index of a group's first row, the group. */
export function startsOf(spans: readonly ArticleSpan[]): ReadonlyMap<number, ArticleSpan> {
  const starts = new Map<number, ArticleSpan>()
  let next = 0
  for (const span of spans) {
    starts.set(next, span)
    next += span.count
  }
  return starts
}

/** What stands above the rows that begin a group: the day of saving or of publication, or a district with what it lies in. */
export function headingsOf(
  starts: ReadonlyMap<number, ArticleSpan>,
  { group, sort }: { group?: ArticleGroup; sort?: ArticleSort },
  rowAt: (index: number) => ArticleRecord | undefined,
  { t, tn, formatDate }: Strings,
): (index: number) => string | undefined {
  // As the list is divided: see `ArticleGroup`.
  const dayOf = sort === 'published' ? 'publishedOn' : 'savedOn'
  const nameOf = (index: number, key: string) => {
    if (key === '') return t(NONE[group ?? 'district'])
    if (group === 'day') return t(dayOf, formatDate(`${localDay(Number(key))}T00:00:00Z`))
    if (group === 'story') return rowAt(index)?.title ?? ''
    return [...new Set(rowAt(index)?.tags[0]?.path)].join(' › ')
  }
  return index => {
    const span = group && starts.get(index)
    return span && `${nameOf(index, span.key)} · ${tn('articleCount', span.count)}`
  }
}

const NONE = { day: 'groupNoDay', story: 'groupNoStory', district: 'groupNoDistrict' } as const

function localDay(time: number): string {
  const date = new Date(time)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
