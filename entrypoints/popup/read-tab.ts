import type { Article } from '../../utils/article/article.ts'
import { activeTab, runInTab } from '../../utils/browser/tabs.ts'

export type Reading =
  | { status: 'article'; tabId: number; article: Article }
  /** The browser keeps extensions out, or the page has no article on it. */
  | { status: 'closed' | 'no-article' }

/** The article on the page in front of the reader. */
export async function readActiveTab(): Promise<Reading> {
  const tab = await activeTab()
  if (!tab) return { status: 'closed' }
  const article = (await runInTab(tab.id, '/extract.js')) as Article | null | undefined
  if (article === undefined) return { status: 'closed' }
  return article ? { status: 'article', tabId: tab.id, article } : { status: 'no-article' }
}
