import type { Article } from '../../utils/article/article.ts'
import { callInTab, runInTab } from '../../utils/browser/tabs.ts'
import { joinPages } from '../../utils/extract/join.ts'
import { setRule } from './extract-tab.ts'
import { ruleFor } from './site-rules.ts'

/** Portals cut their longest articles into a dozen pages. */
const MOST_PAGES = 30

export interface Whole {
  /** All pages that could be had, as one article. */
  article: Article
  /** The number of the page that could not be had, where it stops short. */
  missing?: number
}

/**
 * An article with its further pages, fetched one after the other by the page itself.
 * @param first the article in the tab; without a next page it is given as it is
 * @param onPage told the number of each page before it is fetched, and what there is so far
 * @param have how many pages `first` has already
 */
export async function readWhole(
  tabId: number,
  first: Article,
  onPage: (number: number, soFar: Article) => void = () => undefined,
  have = 1,
): Promise<Whole> {
  const pages: [Article, ...Article[]] = [first]
  if (first.nextPageUrl) await setRule(tabId, await ruleFor(first.url)).catch(told)
  const seen = new Set([first.url])
  for (let next = first.nextPageUrl; next && !seen.has(next) && pages.length < MOST_PAGES; ) {
    seen.add(next)
    onPage(pages.length + have, joinPages(pages))
    const page = await readPage(tabId, next)
    if (!page) return { article: joinPages(pages), missing: pages.length + have }
    pages.push(page)
    next = page.nextPageUrl
  }
  return { article: joinPages(pages) }
}

async function readPage(tabId: number, address: string): Promise<Article | null> {
  try {
    await callInTab(tabId, async (wanted: string) => void Object.assign(globalThis, { kaifongNext: wanted }), [address])
    return ((await runInTab(tabId, '/extract-next.js')) as Article | null | undefined) ?? null
  } catch (error) {
    told(error)
    return null
  }
}

const told = (error: unknown) => console.info('The tab is gone:', error)
