import { browser } from './api.ts'

const BADGES = {
  saved: { text: '✓', color: '#23663b' },
  'not-saved': { text: '', color: '#23663b' },
  nothing: { text: '–', color: '#6b645b' },
  failed: { text: '!', color: '#a8321f' },
} as const

/** Shows on one tab's toolbar button whether its page is in the library, or how saving it without the popup went. */
export async function showOutcome(tabId: number, outcome: keyof typeof BADGES): Promise<void> {
  const { text, color } = BADGES[outcome]
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color })
    await browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' })
    await browser.action.setBadgeText({ tabId, text })
  } catch (error) {
    // The tab was closed meanwhile: then there is no button to mark.
    console.info('No badge set:', error)
  }
}
