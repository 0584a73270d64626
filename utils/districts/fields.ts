import type { Evidence, TaggableArticle } from '../article/article.ts'
import type { Gazetteer } from './gazetteer.ts'
import { withoutNoise } from './noise.ts'
import { type Mention, recognise } from './recognise.ts'
import { simplify } from './simplify.ts'

/** Where in an article words stand, and the names of places among them. */
export interface Field {
  where: 'title' | 'text' | 'breadcrumb' | 'source' | 'url'
  /** As the article has it. */
  original: string
  /** Simplified characters, noise blanked out; the same length. */
  text: string
  mentions: Mention[]
}

/** How many characters of the text are its lead: the first paragraph or two of a Chinese report. */
const LEAD = 120

export function fieldsOf(article: TaggableArticle, gazetteer: Gazetteer): Field[] {
  const field = (where: Field['where'], original: string, clean = simplify): Field => {
    const text = clean(original)
    return { where, original, text, mentions: recognise(text, gazetteer) }
  }
  return [
    field('title', article.title),
    field('text', article.text, text => withoutNoise(simplify(text), gazetteer)),
    ...(article.breadcrumb ?? []).map(crumb => field('breadcrumb', crumb)),
    ...(article.section ? [field('breadcrumb', article.section)] : []),
    ...(article.site ? [field('source', article.site)] : []),
    ...(article.source ? [field('source', article.source.name)] : []),
    field('url', hostOf(article.url)),
  ]
}

/** Where a piece of evidence is said to stand. */
export function whereOf({ where }: Field, offset: number): Evidence['where'] {
  if (where !== 'text') return where
  return offset < LEAD ? 'lead' : 'body'
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : ''
}
