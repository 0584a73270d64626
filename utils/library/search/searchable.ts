import type { Article } from '../../article/article.ts'
import type { Searchable } from './tokens.ts'

/** What an article is found by: its title first, then subtitle, source, site, credits and text. */
export function searchableOf(
  article: Pick<Article, 'title' | 'subtitle' | 'source' | 'site' | 'credits'>,
  text: string,
): Searchable {
  const { title, subtitle, source, site, credits } = article
  const around = [subtitle, source?.name, site, ...credits.map(({ name }) => name)]
  return { title, text: [...around, text].filter(part => part !== undefined).join('\n') }
}
