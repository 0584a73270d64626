import { cleanLine } from '../article/text.ts'
import { words } from './html-words.ts'
import type { PageHead } from './page-head.ts'

/** What a head says of its page in a sentence. */
export const descriptionsOf = ({ meta }: PageHead): string[] =>
  ['og:description', 'description', 'twitter:description'].flatMap(name => meta.get(name)?.[0] ?? [])

/** Where heads name who wrote: as all do, and as what counts readers wants it. */
const AUTHOR_METAS = words(
  'author article:author parsely-author cxenseparse:author sailthru.author dc.creator dcterms.creator',
)

/** How Yoast labels whom it names for Twitter (https://yoast.com/help/enhanced-slack-sharing/). */
const WRITTEN_BY = /^(?:written by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|作者)$/i

/** Journals name all, the last name first: "Lee, Anna". */
export function headAuthors({ meta }: PageHead): readonly string[] {
  const cited = meta.get('citation_author')?.map(name => name.replace(/^([^,]+), ([^,]+)$/, '$2 $1'))
  const labelled = WRITTEN_BY.test(meta.get('twitter:label1')?.[0] ?? '') ? meta.get('twitter:data1') : undefined
  for (const names of [cited, ...[...AUTHOR_METAS].map(name => meta.get(name)), labelled]) if (names) return names
  return []
}

/** Where heads of Chinese pages name the source. */
const SOURCE_METAS = ['source', 'mediaid', 'contentsource']

export const headSources = ({ meta }: PageHead): string[] => SOURCE_METAS.flatMap(name => meta.get(name)?.[0] ?? [])

/** What a head calls the language of its page; empty where it does not say. */
export const declaredLanguage = ({ language, meta }: PageHead): string =>
  language || (['og:locale', 'content-language', 'language', 'lang'].flatMap(name => meta.get(name) ?? [])[0] ?? '')

/**
 * What may be the name of a site: what its head calls it, and how its title ends.
 * @param publisher whom its data name
 */
export function siteNames({ meta, title }: PageHead, publisher = ''): string[] {
  const end = title.split(/[_|｜]|\s[-–—]\s/).at(-1) ?? ''
  const isEnd = end !== title && end.trim().length <= 30
  const declared = ['og:site_name', 'application-name'].map(name => meta.get(name)?.[0] ?? '')
  return [...declared, publisher, isEnd ? end : ''].map(cleanLine)
}
