import type { Tabs } from 'webextension-polyfill'
import { activeTab, openPage } from '../../utils/browser/tabs.ts'
import { saveTab } from './save-tab.ts'

/** The keyboard commands of the manifest. */
export async function onCommand(command: string, tab?: Tabs.Tab): Promise<void> {
  if (command === 'open-library') return openPage('library.html')
  const tabId = tab?.id ?? (await activeTab())?.id
  if (tabId !== undefined) await saveTab(tabId)
}
