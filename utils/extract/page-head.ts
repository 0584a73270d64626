import { parseAddress } from '../article/url.ts'

/** What a page says about itself, as plain values. */
export interface PageHead {
  readonly title: string
  readonly language: string
  /** Base address for relative links, already absolute. */
  readonly base: string
  /** `<meta>`: name, property or itemprop (lower case) to every content given, in order. */
  readonly meta: ReadonlyMap<string, readonly string[]>
  /** `<link rel>`: rel (lower case) to href as written. */
  readonly links: ReadonlyMap<string, string>
  readonly jsonLd: readonly string[]
}

/** Elements of one kind that are read, and characters of data: more than any page needs, and too few to hurt. */
const MOST = { elements: 400, jsonLd: 400_000 }

/**
 * What the head of `document` says.
 * @param url where it was visited, absolute
 * @param bodyJsonLd further data, which stand in its body
 */
export function readHead(document: Document, url: string, bodyJsonLd: readonly string[]): PageHead {
  const meta = new Map<string, string[]>()
  // By their tags: that is quicker than by selectors.
  const metas = document.getElementsByTagName('meta')
  for (let i = 0; i < metas.length && i < MOST.elements; i++) {
    const element = metas[i] as Element
    const content = element.getAttribute('content')?.trim().slice(0, 2000)
    if (!content) continue
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(key)?.toLowerCase()
      if (name) meta.set(name, [...(meta.get(name) ?? []), content])
    }
  }
  const links = new Map<string, string>()
  for (const link of document.getElementsByTagName('link')) {
    const rel = link.getAttribute('rel')?.toLowerCase() ?? ''
    const href = link.getAttribute('href')
    if (href && !links.has(rel) && links.size < MOST.elements) links.set(rel, href)
  }
  const jsonLd: string[] = []
  for (const script of document.head?.querySelectorAll('script[type*="ld+json"]') ?? [])
    jsonLd.push(script.textContent ?? '')
  const base = document.querySelector('base[href]')?.getAttribute('href') ?? ''
  return {
    title: document.querySelector('title')?.textContent?.trim() ?? '',
    language: document.documentElement.getAttribute('lang') ?? document.documentElement.getAttribute('xml:lang') ?? '',
    base: parseAddress(base, url)?.href ?? url,
    meta,
    links,
    jsonLd: [...jsonLd, ...bodyJsonLd].filter(text => text.length <= MOST.jsonLd).slice(0, 20),
  }
}
