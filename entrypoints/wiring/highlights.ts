import {
  allHighlights,
  findByAddress,
  type Highlight,
  highlightsOf,
  keepHighlight,
  removeHighlight,
} from '../../utils/library/index.ts'
import { noteChanges } from './change-journal.ts'
import type { KaifongContract } from './contract.ts'
import { libraryOrThrow } from './open-library.ts'

export async function highlightsOfPage(canonicalUrl: string): Promise<Highlight[]> {
  return highlightsOf(await libraryOrThrow(), canonicalUrl)
}

/** The last highlights, each with the article it is in; those of articles that were removed come without one. */
export async function listHighlights({
  most,
}: KaifongContract['listHighlights']['request']): Promise<KaifongContract['listHighlights']['response']> {
  const library = await libraryOrThrow()
  const highlights = (await allHighlights(library)).slice(-most)
  const addresses = [...new Set(highlights.map(({ canonicalUrl }) => canonicalUrl))]
  const found = await Promise.all(addresses.map(address => findByAddress(library, address)))
  const articles = new Map(addresses.map((address, index) => [address, found[index]]))
  return highlights.map(highlight => {
    const article = articles.get(highlight.canonicalUrl)
    return {
      highlight,
      article: article ? { id: article.id, title: article.title, language: article.language } : null,
    }
  })
}

export async function storeHighlight(highlight: Highlight): Promise<null> {
  const library = await libraryOrThrow()
  done(await keepHighlight(library, highlight))
  noteChanges(library, { highlights: [highlight.id] })
  return null
}

export async function dropHighlight(id: string): Promise<null> {
  const library = await libraryOrThrow()
  done(await removeHighlight(library, id))
  noteChanges(library, { highlights: [id] })
  return null
}

function done(result: Awaited<ReturnType<typeof keepHighlight>>): void {
  if (result.status === 'failed') throw new Error(`The highlight could not be kept: ${result.reason}`)
}
