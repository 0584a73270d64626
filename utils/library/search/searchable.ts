import type { Article } from '../../article/article.ts'
import { unpackBody } from '../body.ts'
import type { LibraryDatabase } from '../database.ts'
import type { ArticleId } from '../record.ts'

/** What is searched of an article. */
export interface Searchable {
  title: string
  /** Everything else: subtitle, source, site, credits and the text. */
  text: string
}

/** What an article is found by: its title first, then subtitle, source, site, credits and text. */
export function searchableOf(
  article: Pick<Article, 'title' | 'subtitle' | 'source' | 'site' | 'credits'>,
  text: string,
): Searchable {
  const { title, subtitle, source, site, credits } = article
  const around = [subtitle, source?.name, site, ...credits.map(({ name }) => name)]
  return { title, text: [...around, text].filter(part => part !== undefined).join('\n') }
}

/** Texts unpacked at once. */
const BATCH = 64

/**
 * What these articles are found by, in their order, from their records and bodies; of one whose body is lost, its excerpt.
 * Undefined for those that are gone. Not for inside a transaction: unpacking outlasts it.
 */
export async function readSearchables(
  db: LibraryDatabase,
  ids: readonly ArticleId[],
): Promise<(Searchable | undefined)[]> {
  const found: (Searchable | undefined)[] = []
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH)
    const [rows, bodies] = await db.transaction('r', [db.articles, db.bodies], async () =>
      Promise.all([db.articles.bulkGet(batch), db.bodies.bulkGet(batch)]),
    )
    const read = rows.map(async (row, at) => {
      const bytes = bodies[at]?.bytes
      return row && searchableOf(row, (bytes && (await unpackBody(bytes))?.text) ?? row.excerpt)
    })
    found.push(...(await Promise.all(read)))
  }
  return found
}
