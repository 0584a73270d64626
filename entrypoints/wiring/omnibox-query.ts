import { type ArticleQuery, PLACE_OPERATOR } from '../../utils/library/index.ts'
import { placeInSearch } from '../library/search-terms.ts'

/** A place that has articles in the library. */
export interface KnownPlace {
  code: string
  name: string
  count: number
}

type Asked = Pick<ArticleQuery, 'district' | 'without' | 'text'>

/**
 * What was typed after the keyword, as a search of the library: `区 龙岗 地铁` is the word 地铁 in Longgang. The place is
 * the one with most articles whose name begins with what stands behind the mark; where there is none, all are words. All
 * else means what it means in the library's own search box: `区:龙岗`, `-区:龙岗`, and what the library itself reads.
 */
export function omniboxQuery(typed: string, places: readonly KnownPlace[]): Asked {
  const [mark = '', name = '', ...words] = typed.trim().split(/\s+/u)
  const isMarked = PLACE_OPERATOR.includes(mark.toLowerCase()) && name !== ''
  const [place] = isMarked
    ? places.filter(known => known.name.startsWith(name)).toSorted((a, b) => b.count - a.count)
    : []
  const { without, text, ...rest } = withPlaces(place ? words.join(' ') : typed.trim(), places)
  return {
    ...(place && { district: place.code }),
    ...rest,
    ...(without && { without }),
    ...(text && { text }),
  }
}

// One after the other, as the search box takes them; nothing more is typed after the last.
function withPlaces(typed: string, places: readonly KnownPlace[]): Asked {
  const found = placeInSearch(
    `${typed} `,
    places.map(place => ({ ...place, children: [] })),
  )
  if (!found) return { text: typed }
  const rest = withPlaces(found.text, places)
  if (!found.minus) return { district: found.code, ...rest }
  return { ...rest, without: [...new Set([found.code, ...(rest.without ?? [])])] }
}

/** A headline as suggestions take it: Chrome reads markup in them, Firefox shows it. */
export const plainSuggestion = (title: string): string =>
  title
    .replace(/[<>&"']/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
