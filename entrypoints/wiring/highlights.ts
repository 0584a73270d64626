import {
  allHighlights,
  findByAddress,
  type Highlight,
  highlightsOf,
  keepHighlight,
  removeHighlight,
} from '../../utils/library/index.ts'
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
  return done(await keepHighlight(await libraryOrThrow(), highlight))
}

export async function dropHighlight(id: string): Promise<null> {
  return done(await removeHighlight(await libraryOrThrow(), id))
}

function done(result: Awaited<ReturnType<typeof keepHighlight>>): null {
  if (result.status === 'failed') throw new Error(`The highlight could not be kept: ${result.reason}`)
  return null
}
