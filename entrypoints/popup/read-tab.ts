import type { Article } from '../../utils/article/article.ts'
import { activeTab, runInTab, whatIsShown } from '../../utils/browser/tabs.ts'
import type { Unreadable } from '../../utils/browser/unreadable.ts'
import { extractFromTab } from '../wiring/extract-tab.ts'

export type Reading =
  /** `chosen`: the text is where the reader said it is on this site. */
  | { status: 'article'; tabId: number; article: Article; chosen?: boolean }
  /** There is no page of the web, or the browser keeps extensions out of it. */
  | { status: 'closed'; shown: Unreadable }
  /** There is nothing to read however hard one looks. */
  | { status: 'nothing' }
  /** The page does not look like an article; the reader may think otherwise: see `readAnyway`. */
  | { status: 'no-article'; tabId: number }

/** The article on the page in front of the reader. */
export async function readActiveTab(): Promise<Reading> {
  const tab = await activeTab()
  if (!tab) return { status: 'closed', shown: 'own' }
  const { article, chosen } = await extractFromTab(tab.id)
  if (article === undefined) return { status: 'closed', shown: await whatIsShown(tab.id) }
  return article ? { status: 'article', tabId: tab.id, article, chosen } : { status: 'no-article', tabId: tab.id }
}

/** The text of a page that does not look like an article. */
export async function readAnyway(tabId: number): Promise<Reading> {
  const article = (await runInTab(tabId, '/extract-anyway.js')) as Article | null | undefined
  return article ? { status: 'article', tabId, article } : { status: 'nothing' }
}
