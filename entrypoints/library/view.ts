import type { ArticleQuery } from '../../utils/library/index.ts'

/** Which shelf of the library is shown. */
export type Shelf = 'all' | 'to-read' | 'reading' | 'read' | 'starred' | 'trash'

export const SHELVES: readonly Shelf[] = ['all', 'to-read', 'reading', 'read', 'starred', 'trash']

/** What the library page shows; the address bar holds it, so that it can be bookmarked and gone back to. */
export interface View {
  shelf: Shelf
  district?: string
  text?: string
}

export function viewFromAddress(search: string): View {
  const parameters = new URLSearchParams(search)
  const [district, text] = [parameters.get('district'), parameters.get('q')]
  return {
    shelf: SHELVES.find(shelf => shelf === parameters.get('shelf')) ?? 'all',
    ...(district && /^\d{6}(\d{3})?$/.test(district) && { district }),
    ...(text && { text }),
  }
}

export function addressOfView(view: View): string {
  const parameters = new URLSearchParams()
  if (view.shelf !== 'all') parameters.set('shelf', view.shelf)
  if (view.district) parameters.set('district', view.district)
  if (view.text) parameters.set('q', view.text)
  return `library.html${parameters.size > 0 ? `?${parameters}` : ''}`
}

export function queryOfView({ shelf, district, text }: View): ArticleQuery {
  return {
    ...(shelf === 'trash' && { trash: true }),
    ...(shelf === 'starred' && { starred: 1 as const }),
    ...((shelf === 'to-read' || shelf === 'reading' || shelf === 'read') && { state: shelf }),
    ...(district && { district }),
    ...(text && { text }),
  }
}
