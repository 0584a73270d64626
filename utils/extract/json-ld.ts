import { decodeEntities } from './entities.ts'

/** What a page's JSON-LD says about its article. */
export interface LinkedData {
  readonly headline?: string
  readonly published?: string
  readonly authors: readonly string[]
  readonly publisher?: string
  readonly section?: string
  readonly breadcrumb: readonly string[]
  readonly url?: string
  /** The article's text, as plain as it is given. */
  readonly body?: string
}

type Json = Readonly<Record<string, unknown>>

/** Objects looked at in one page's JSON-LD. */
const MOST_NODES = 2000

/** Reads the scripts of a page; malformed ones count for nothing. */
export function readJsonLd(scripts: readonly string[]): LinkedData {
  const nodes = scripts.flatMap(script => objectsOf(parseLoosely(script)))
  const article = nodes.find(isArticle) ?? nodes.find(node => 'pubDate' in node || 'datePublished' in node)
  const trail = nodes.find(node => typeOf(node).includes('BreadcrumbList'))
  if (!article) return { authors: [], breadcrumb: breadcrumbOf(trail) }
  const headline = textOf(article.headline) ?? (isArticle(article) ? textOf(article.name) : undefined)
  const published = textOf(article.datePublished) ?? textOf(article.pubDate) ?? textOf(article.dateCreated)
  const publisher = namesOf(article.publisher)[0]
  const section = textOf(article.articleSection)
  const url = textOf(article.url)
  const body = nodes.map(node => textOf(node.articleBody) ?? '').reduce((a, b) => (b.length > a.length ? b : a), '')
  return {
    ...(headline && { headline }),
    ...(published && { published }),
    authors: namesOf(article.author),
    ...(publisher && { publisher }),
    ...(section && { section: decodeEntities(section) }),
    ...(url && { url }),
    ...(body && { body }),
    breadcrumb: breadcrumbOf(trail),
  }
}

const isArticle = (node: Json): boolean => /Article|BlogPosting|Report\b|LiveBlog/.test(typeOf(node))

const typeOf = (node: Json): string => [node['@type']].flat().join(' ')

/** JSON as published: in CDATA, in comments, with raw line breaks in strings or a semicolon at the end. */
function parseLoosely(script: string): unknown {
  const from = script.search(/[[{]/)
  const opensArray = script.slice(from).search(/\[\s*\{/) === 0
  const to = script.lastIndexOf(opensArray ? ']' : '}')
  if (from < 0 || to < from) return null
  const text = script.slice(opensArray || script[from] === '{' ? from : script.indexOf('{'), to + 1)
  for (const attempt of [text, text.replace(/[\n\r\t]/g, ' ')]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // The next attempt, or none: broken JSON-LD is common and tells nothing.
    }
  }
  return null
}

function objectsOf(root: unknown): Json[] {
  const found: Json[] = []
  const stack: unknown[] = [root]
  while (stack.length > 0 && found.length < MOST_NODES) {
    const node = stack.pop()
    if (Array.isArray(node)) stack.push(...node.slice(0, 200).reverse())
    else if (node && typeof node === 'object') {
      found.push(node as Json)
      stack.push((node as Json).mainEntity, (node as Json).mainEntityOfPage, (node as Json).breadcrumb)
      stack.push((node as Json)['@graph'])
    }
  }
  return found
}

function textOf(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && first.trim() ? first.trim() : undefined
}

function namesOf(value: unknown): string[] {
  return [value].flat().flatMap(entry => {
    const name = entry && typeof entry === 'object' ? textOf((entry as Json).name) : textOf(entry)
    return name && !/^https?:/.test(name) ? [decodeEntities(name)] : []
  })
}

function breadcrumbOf(trail: Json | undefined): string[] {
  const items = trail?.itemListElement
  if (!Array.isArray(items)) return []
  return items.slice(0, 12).flatMap((item: Json) => {
    const inner = item?.item
    return textOf(item?.name) ?? (inner && typeof inner === 'object' ? (textOf((inner as Json).name) ?? []) : [])
  })
}
