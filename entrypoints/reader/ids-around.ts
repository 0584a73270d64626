import { queryOfView, type View } from '../library/view.ts'
import type { LibraryAccess } from '../wiring/library-access.ts'

/**
 * The articles of a view, in its order, as they are before reading changes them. An article that no longer is in the view
 * because it was begun or read since stands where it stood.
 */
export async function idsAround(
  access: Pick<LibraryAccess, 'listIds'>,
  view: View,
  id: string,
): Promise<readonly string[]> {
  const query = queryOfView(view)
  const ids = await access.listIds(query)
  if (ids.includes(id)) return ids
  const { state: _state, starred: _starred, ...wider } = query
  const shown = new Set([...ids, id])
  return (await access.listIds(wider)).filter(each => shown.has(each))
}
