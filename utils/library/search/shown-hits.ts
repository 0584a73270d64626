import { unpackBody } from '../body.ts'
import type { Library } from '../open.ts'
import type { ArticleId } from '../record.ts'
import { hitsIn, type Range, snippetOf } from './hits.ts'
import { parseSearch } from './operators.ts'

/** Where an article says what was searched for. */
export interface SearchHits {
  id: ArticleId
  title: Range[]
  /** The first place in its text that does. */
  snippet?: { text: string; hits: Range[] }
}

/** The hits to show for the articles on screen: their texts are read, so give no more than those. */
export async function searchHits({ db }: Library, ids: readonly ArticleId[], typed: string): Promise<SearchHits[]> {
  const query = parseSearch(typed).text ?? ''
  if (query === '') return []
  const [rows, bodies] = await db.transaction('r', [db.articles, db.bodies], async () =>
    Promise.all([db.articles.bulkGet([...ids]), db.bodies.bulkGet([...ids])]),
  )
  const found = rows.map(async (row, index): Promise<SearchHits[]> => {
    if (!row) return []
    const bytes = bodies[index]?.bytes
    const snippet = snippetOf((bytes && (await unpackBody(bytes))?.text) ?? row.excerpt, query)
    return [{ id: row.id, title: hitsIn(row.title, query), ...(snippet && { snippet }) }]
  })
  return (await Promise.all(found)).flat()
}
