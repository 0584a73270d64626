import type { Article } from '../../utils/article/article.ts'
import { showOutcome } from '../../utils/browser/badge.ts'
import { runInTab } from '../../utils/browser/tabs.ts'
import { find, save } from './library-service.ts'
import { correctedTags, tagsFor } from './tagging.ts'

/** Saves the article of a tab without opening the popup: the toolbar button says how it went. */
export async function saveTab(tabId: number): Promise<void> {
  const article = (await runInTab(tabId, '/extract.js')) as Article | null | undefined
  if (!article) return showOutcome(tabId, 'nothing')
  const { corrections, priors } = await find({
    canonicalUrl: article.canonicalUrl,
    host: new URL(article.url).hostname,
  })
  const tags = await correctedTags(await tagsFor(article, priors ?? undefined), corrections)
  await save({ article, tags, tabId })
}
