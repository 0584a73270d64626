import { showOutcome } from '../../utils/browser/badge.ts'
import { hasAccess, requestAccess } from '../../utils/browser/permissions.ts'
import { closeTab, openBehind } from '../../utils/browser/tabs.ts'
import { saveTab } from './save-tab.ts'

const SECOND = 1000
const PATIENCE = 30 * SECOND

/**
 * Saves the article behind a link. The browser asks for access to its site, now that the reader wants it; the page is
 * then read in a tab of its own, behind the one in front, as any other page is, and that tab closed. What could not be
 * saved stays open there, so that a link is never lost.
 * @param from the tab with the link: its toolbar button says how it went
 */
export async function saveLink(address: string, from?: number): Promise<void> {
  // First of all, with nothing awaited before it: browsers ask only while the click is being handled.
  // Where one will not ask at all, what was granted before still holds.
  const granted = await requestAccess([address]).catch(() => hasAccess(address))
  const tabId = granted ? await openBehind(address, PATIENCE) : undefined
  if (tabId === undefined) return tell(from, 'nothing')
  const saved = await saveTab(tabId)
  await tell(from, saved.status)
  if (saved.status !== 'saved') return
  await saved.followed
  await closeTab(tabId)
}

async function tell(tabId: number | undefined, outcome: 'saved' | 'nothing' | 'failed'): Promise<void> {
  if (tabId !== undefined) await showOutcome(tabId, outcome)
}
