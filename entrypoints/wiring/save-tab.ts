import { showOutcome } from '../../utils/browser/badge.ts'
import { extractFromTab } from './extract-tab.ts'
import { readWhole } from './further-pages.ts'
import { find, saveAndFollow } from './library-service.ts'
import { correctedTags, tagsFor } from './tagging.ts'

/** What came of saving a tab: `followed` settles when its pictures are there too. */
export type SavedTab =
  | { status: 'saved'; canonicalUrl: string; followed: Promise<void> }
  | { status: 'nothing' | 'failed' }

/** Saves the article of a tab without opening the popup: the toolbar button says how it went. */
export async function saveTab(tabId: number): Promise<SavedTab> {
  const { article: first } = await extractFromTab(tabId)
  if (!first) {
    await showOutcome(tabId, 'nothing')
    return { status: 'nothing' }
  }
  const { article } = await readWhole(tabId, first)
  const { corrections, priors } = await find({
    canonicalUrl: article.canonicalUrl,
    host: new URL(article.url).hostname,
  })
  const tags = await correctedTags(await tagsFor(article, priors ?? undefined), corrections)
  const { result, followed } = await saveAndFollow({ article, tags, tabId })
  return result.status === 'failed'
    ? { status: 'failed' }
    : { status: 'saved', canonicalUrl: article.canonicalUrl, followed }
}
