import type { Article } from '../article/article.ts'
import { extractFurtherPage, extractWhole } from './index.ts'
import { readPage } from './page-tree.ts'

/** What a reader chose on a site where the guess was wrong, by CSS selectors. */
export interface SiteRule {
  /** Of the site's pages: www.example.com. */
  readonly host: string
  /** What the text is, all that match in the page's order; without it only `drop` holds. */
  readonly keep?: string
  /** What is left out, whoever chose the text. */
  readonly drop: readonly string[]
}

/**
 * The article of a page by what its reader chose: title, source, date and credits as ever, the text from where it was
 * said to be. Null where the rule fits nothing on this page, or nothing is left: then the guess stands.
 * @param document it is copied, never changed
 * @param url where it was visited, absolute
 */
export function extractByRule(document: Document, url: string, { keep, drop }: SiteRule): Article | null {
  const copy = document.cloneNode(true) as Document
  const dropped = drop.flatMap(selector => matches(copy, selector))
  for (const element of dropped) element.remove()
  const kept = keep === undefined ? [] : outermost(matches(copy, keep))
  if (dropped.length === 0 && kept.length === 0) return null
  const whole = extractFurtherPage(copy, url)
  if (kept.length === 0) return whole
  const head = readPage(copy, url)?.head
  copy.body.replaceChildren(...kept)
  const content = readPage(copy, url, true)
  const chosen = head && content && extractWhole({ ...content, head }, url)
  if (!chosen) return null
  const { html, text, images, language } = chosen
  return whole ? { ...whole, html, text, images, language } : chosen
}

/** Rules may come from a file, with selectors that no browser can read: they match nothing. */
function matches(document: Document, selector: string): Element[] {
  try {
    return [...document.querySelectorAll(selector)].filter(element => document.body.contains(element))
  } catch {
    return []
  }
}

const outermost = (elements: readonly Element[]): Element[] =>
  elements.filter(element => !elements.some(other => other !== element && other.contains(element)))
