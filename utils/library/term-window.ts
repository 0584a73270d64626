import { Dexie } from 'dexie'
import type { ArticleRow, LibraryDatabase } from './database.ts'
import type { ArticleId } from './record.ts'
import { rangesWith, type Term } from './terms.ts'

/** Where a list was once read: at `at`, counted from 0, stands the article `id`. */
interface Anchor {
  at: number
  id: ArticleId
  savedAt: number
}

/** A window further than this from any anchor is for the catalogue: an index is walked row by row. */
const NEAR = 300
/** Articles that may have been saved in one millisecond: among them an anchor is looked for. */
const TOGETHER = 16

// Of the list that was read last, as long as nothing is written.
const lists = new WeakMap<LibraryDatabase, { key: string; anchors: Map<number, Anchor> }>()

/**
 * The rows of a window into the list that an index holds in order, in a request or three, which takes a fraction of asking
 * for each: a list that is scrolled goes on from where it was read before. Undefined where the way there is too long. Call
 * inside a transaction over `articles` and `meta`.
 * @param elsewhere what is at `offset`, from whoever knows
 */
export async function windowOfTerm(
  db: LibraryDatabase,
  term: Term,
  { offset, limit }: { offset: number; limit: number },
  elsewhere?: Anchor,
): Promise<ArticleRow[] | undefined> {
  const anchors = anchorsOf(db, `${term} ${(await db.meta.get('revision'))?.value}`)
  const anchor = elsewhere ?? nearest(anchors, offset)
  const from = anchor?.at ?? 0
  if (offset - from > NEAR) return undefined
  const start = anchor ? -anchor.savedAt : Dexie.minKey
  const most = offset - from + limit + (anchor ? TOGETHER : 0)
  const ranges = rangesWith(term).map(range =>
    db.articles.where('terms').between([range, start], [range, Dexie.maxKey], true, true).limit(most).toArray(),
  )
  const rows = (await Promise.all(ranges)).flat()
  if (ranges.length > 1) rows.sort(inOrderOfSaving)
  const first = anchor ? rows.findIndex(({ id }) => id === anchor.id) : 0
  if (first < 0 || first > TOGETHER) return undefined
  const window = rows.slice(first + offset - from, Math.min(most, first + offset - from + limit))
  for (const at of [0, window.length - 1]) {
    const row = window[at]
    if (row) anchors.set(offset + at, { at: offset + at, id: row.id, savedAt: row.savedAt })
  }
  return window
}

// That of each range, and of the catalogue.
function inOrderOfSaving(a: ArticleRow, b: ArticleRow): number {
  return b.savedAt - a.savedAt || (a.id < b.id ? -1 : 1)
}

function anchorsOf(db: LibraryDatabase, key: string): Map<number, Anchor> {
  const known = lists.get(db)
  if (known?.key === key) return known.anchors
  const anchors = new Map<number, Anchor>()
  lists.set(db, { key, anchors })
  return anchors
}

function nearest(anchors: ReadonlyMap<number, Anchor>, offset: number): Anchor | undefined {
  let found: Anchor | undefined
  for (const anchor of anchors.values()) {
    if (anchor.at <= offset && anchor.at > (found?.at ?? -1)) found = anchor
  }
  return found
}
