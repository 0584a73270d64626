import { showOutcome } from '../../utils/browser/badge.ts'
import { storeHighlight } from './highlights.ts'
import { newHighlight } from './new-highlight.ts'
import { saveTab } from './save-tab.ts'

/** Saves the article of a tab and marks in it what is selected there. The browser tells the words, not their place. */
export async function saveSelection(tabId: number, words: string): Promise<void> {
  const saved = await saveTab(tabId)
  if (saved.status !== 'saved') return
  try {
    const quote = { exact: words, prefix: '', suffix: '' }
    await storeHighlight(newHighlight(saved.canonicalUrl, quote, 'yellow'))
  } catch (error) {
    console.error(error)
    await showOutcome(tabId, 'failed')
  }
}
