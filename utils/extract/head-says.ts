import { cleanLine } from '../article/text.ts'
import { words } from './html-words.ts'
import type { PageHead } from './page-head.ts'

/** What a head says of its page in a sentence. */
export const descriptionsOf = ({ meta }: PageHead): string[] =>
  ['og:description', 'description', 'twitter:description'].flatMap(name => meta.get(name)?.[0] ?? [])

/** Where heads name who wrote: as all do, and as what counts readers wants it. */
const AUTHOR_METAS = words(
  'author article:author parsely-author cxenseparse:author sailthru.author dc.creator dcterms.creator byl',
)

/** Journals name all, the last name first: "Lee, Anna". */
export function headAuthors({ meta }: PageHead): readonly string[] {
  const cited = meta.get('citation_author')?.map(name => name.replace(/^([^,]+), ([^,]+)$/, '$2 $1'))
  for (const names of [cited, ...[...AUTHOR_METAS].map(name => meta.get(name))]) if (names) return names
  return []
}

/** Where heads of Chinese pages name the source. */
const SOURCE_METAS = ['source', 'mediaid', 'contentsource']

export const headSources = ({ meta }: PageHead): string[] => SOURCE_METAS.flatMap(name => meta.get(name)?.[0] ?? [])

/** What a head calls the language of its page; empty where it does not say. */
export const declaredLanguage = ({ language, meta }: PageHead): string =>
  language || (['og:locale', 'content-language', 'language', 'lang'].flatMap(name => meta.get(name) ?? [])[0] ?? '')

/** The site, as its head names it or its title ends. */
export function siteName(head: PageHead): string | undefined {
  const declared = head.meta.get('og:site_name')?.[0] ?? head.meta.get('application-name')?.[0]
  if (declared) return cleanLine(declared)
  const last = head.title.split(/[_|｜]|\s[-–—]\s/).at(-1)
  return last && last !== head.title && last.trim().length <= 30 ? cleanLine(last) : undefined
}
