import type { HighlightRow } from './database.ts'
import { failureOf } from './failures.ts'
import type { Library } from './open.ts'
import type { LibraryFailure } from './record.ts'
import { write } from './room.ts'
import { nextStamp } from './write.ts'

/** Words that a reader marked in an article, and what they wrote on them. */
export type Highlight = Omit<HighlightRow, 'updatedAt' | 'removed'>

export type HighlightResult = { status: 'done' } | { status: 'failed'; reason: LibraryFailure }

/** Keeps a highlight, new or changed; one that was removed comes back. */
export function keepHighlight(library: Library, highlight: Highlight): Promise<HighlightResult> {
  return put(library, highlight, 0)
}

/** Removes a highlight; what is left of it keeps a merge from bringing it back, and `keepHighlight` from losing it. */
export async function removeHighlight(library: Library, id: string): Promise<HighlightResult> {
  const present = await library.db.highlights.get(id)
  return present ? put(library, present, 1) : { status: 'done' }
}

/** The highlights of a page, by its canonical address, oldest first. They outlive the article, as corrections do. */
export async function highlightsOf({ db }: Library, canonicalUrl: string): Promise<Highlight[]> {
  return live(await db.highlights.where('canonicalUrl').equals(canonicalUrl).toArray())
}

/** Every highlight of every page, oldest first. */
export async function allHighlights({ db }: Library): Promise<Highlight[]> {
  return live(await db.highlights.toArray())
}

function live(rows: HighlightRow[]): Highlight[] {
  return rows
    .filter(({ removed }) => removed === 0)
    .sort((a, b) => a.createdAt - b.createdAt)
    .map(({ removed: _removed, updatedAt: _updatedAt, ...highlight }) => highlight)
}

async function put({ db, now }: Library, highlight: Highlight, removed: 0 | 1): Promise<HighlightResult> {
  try {
    await write(db, removed ? 'change' : 'add', [db.highlights, db.meta], async () => {
      const { id, canonicalUrl, quote, colour, note, createdAt } = highlight
      const updatedAt = await nextStamp(db, now())
      await db.highlights.put({ id, canonicalUrl, quote, colour, note, createdAt, removed, updatedAt })
    })
    return { status: 'done' }
  } catch (error) {
    return { status: 'failed', reason: await failureOf(error) }
  }
}
