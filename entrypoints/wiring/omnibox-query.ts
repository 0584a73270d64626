import type { ArticleQuery } from '../../utils/library/index.ts'

/** A place that has articles in the library. */
export interface KnownPlace {
  code: string
  name: string
  count: number
}

const PLACE_MARKS = ['区', '區', 'in']

/**
 * What was typed after the keyword, as a search of the library: `区 龙岗 地铁` is the word 地铁 in Longgang. The place is
 * the one with most articles whose name begins with what stands behind the mark; where there is none, all are words.
 */
export function omniboxQuery(typed: string, places: readonly KnownPlace[]): Pick<ArticleQuery, 'district' | 'text'> {
  const [mark = '', name = '', ...words] = typed.trim().split(/\s+/u)
  const isMarked = PLACE_MARKS.includes(mark.toLowerCase()) && name !== ''
  const [place] = isMarked
    ? places.filter(known => known.name.startsWith(name)).toSorted((a, b) => b.count - a.count)
    : []
  const text = place ? words.join(' ') : typed.trim()
  return { ...(place && { district: place.code }), ...(text && { text }) }
}

/** A headline as suggestions take it: Chrome reads markup in them, Firefox shows it. */
export const plainSuggestion = (title: string): string =>
  title
    .replace(/[<>&"']/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
