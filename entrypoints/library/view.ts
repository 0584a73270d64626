import type { ArticleGroup, ArticleQuery, ArticleSort } from '../../utils/library/index.ts'

/** Which shelf of the library is shown. */
export type Shelf = 'all' | 'to-read' | 'reading' | 'read' | 'starred' | 'trash'

export const SHELVES: readonly Shelf[] = ['all', 'to-read', 'reading', 'read', 'starred', 'trash']
export const SORTS: readonly ArticleSort[] = ['saved', 'published', 'title', 'length', 'district']
export const GROUPS: readonly ArticleGroup[] = ['day', 'district', 'story']

/** What the library page shows; the address bar holds it, so that it can be bookmarked and gone back to. */
export interface View {
  shelf: Shelf
  district?: string
  /** Codes of places that are left out, with commas between them. */
  without?: string
  text?: string
  source?: string
  site?: string
  /** One of the reader's own tags. */
  label?: string
  pictures?: 'with' | 'without'
  /** First and last day of publication, as 2024-06-30. */
  from?: string
  to?: string
  /** Without one: last saved first, and among search results those with the words in their title before. */
  sort?: ArticleSort
  group?: ArticleGroup
}

/** What narrows the list down beside shelf and search box. */
export const FILTERS = ['district', 'without', 'source', 'site', 'label', 'pictures', 'from', 'to'] as const
export type Filter = (typeof FILTERS)[number]

// The name of each part in the address, and which values make sense.
const PARTS: Readonly<Record<Exclude<keyof View, 'shelf'>, { name: string; holds: (value: string) => boolean }>> = {
  district: { name: 'district', holds: value => /^\d{6}(\d{3})?$/.test(value) },
  without: { name: 'without', holds: value => /^\d{6}(\d{3})?(,\d{6}(\d{3})?)*$/.test(value) },
  source: { name: 'source', holds: isGiven },
  site: { name: 'site', holds: isGiven },
  label: { name: 'tag', holds: isGiven },
  pictures: { name: 'pictures', holds: value => value === 'with' || value === 'without' },
  from: { name: 'from', holds: isDay },
  to: { name: 'to', holds: isDay },
  text: { name: 'q', holds: isGiven },
  sort: { name: 'sort', holds: value => (SORTS as readonly string[]).includes(value) },
  group: { name: 'group', holds: value => (GROUPS as readonly string[]).includes(value) },
}
const NAMES = Object.entries(PARTS) as [keyof typeof PARTS, (typeof PARTS)[keyof typeof PARTS]][]

export function viewFromAddress(search: string): View {
  const parameters = new URLSearchParams(search)
  const parts = NAMES.flatMap(([part, { name, holds }]) => {
    const value = parameters.get(name)
    return value !== null && holds(value) ? [[part, value]] : []
  })
  const shelf = SHELVES.find(shelf => shelf === parameters.get('shelf')) ?? 'all'
  return { ...(Object.fromEntries(parts) as Partial<View>), shelf }
}

export function addressOfView(view: View): string {
  const parameters = new URLSearchParams()
  if (view.shelf !== 'all') parameters.set('shelf', view.shelf)
  for (const [part, { name }] of NAMES) {
    const value = view[part]
    if (value) parameters.set(name, value)
  }
  return `library.html${parameters.size > 0 ? `?${parameters}` : ''}`
}

/** Where an article is read so that the next one is the next of `view`. */
export function addressOfReader(id: string, view: View): `reader.html?id=${string}` {
  const parameters = addressOfView(view).split('?')[1]
  return `reader.html?id=${id}${parameters ? `&${parameters}` : ''}`
}

/** `view` with `change` made; what is undefined in it is asked for no longer. */
export function changedView(view: View, change: { [Part in keyof View]?: View[Part] | undefined }): View {
  const parts = Object.entries({ ...view, ...change }).filter(([, value]) => value !== undefined && value !== '')
  return { shelf: 'all', ...Object.fromEntries(parts) }
}

/** `view` with nothing narrowing it down but its shelf and what is searched for. */
export function unfiltered({ shelf, text, sort, group }: View): View {
  return changedView({ shelf }, { text, sort, group })
}

/** The places that are left out of a view. */
export function codesWithout(without: string | undefined): string[] {
  return without?.split(',') ?? []
}

/** What changes of `view` when a place was typed, with a minus one to be left out, and the rest of what was typed. */
export function changeToPlace(
  view: View,
  { code, minus, text }: { code: string; minus: boolean; text: string },
): Partial<View> {
  if (!minus) return { district: code, text }
  return { without: [...new Set([...codesWithout(view.without), code])].join(), text }
}

/** The query of a view; days are those of this device's clock. */
export function queryOfView({ shelf, without, pictures, from, to, ...asked }: View): ArticleQuery {
  return {
    ...asked,
    ...(without !== undefined && { without: codesWithout(without) }),
    ...(shelf === 'trash' && { trash: true }),
    ...(shelf === 'starred' && { starred: 1 as const }),
    ...((shelf === 'to-read' || shelf === 'reading' || shelf === 'read') && { state: shelf }),
    ...(pictures && { hasPictures: pictures === 'with' }),
    ...(from && { from: startOf(from) }),
    ...(to && { to: startOf(to, 1) }),
  }
}

function startOf(day: string, later = 0): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).getTime()
}

function isGiven(value: string): boolean {
  return value !== ''
}

function isDay(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))
}
