import type { Tabs } from 'webextension-polyfill'
import { canonicalAddress } from '../../utils/article/url.ts'
import { showOutcome } from '../../utils/browser/badge.ts'
import { find } from './library-service.ts'

/**
 * Marks the toolbar button on pages already saved, where Kaifong may see their address: on the sites that the reader
 * clicked it on in this tab or granted access to. Elsewhere browsers do not tell, and Kaifong does not ask.
 */
export async function onTabUpdated(
  tabId: number,
  { status }: Tabs.OnUpdatedChangeInfoType,
  tab: Tabs.Tab,
): Promise<void> {
  if (status !== 'complete' || !tab.url || !/^https?:/.test(tab.url)) return
  const { id } = await find({ canonicalUrl: canonicalAddress(tab.url), host: new URL(tab.url).hostname })
  if (id) await showOutcome(tabId, 'saved')
}
