import type { Menus, Tabs } from 'webextension-polyfill'
import { browser } from '../../utils/browser/api.ts'
import { t } from '../../utils/browser/i18n.ts'
import { openPage } from '../../utils/browser/tabs.ts'
import { saveLink } from './save-link.ts'
import { saveSelection } from './save-selection.ts'
import { saveTab } from './save-tab.ts'

/** The context menu. Firefox for Android has none. */
export function createMenus(): void {
  browser.contextMenus?.create({ id: 'save', title: t('menuSave'), contexts: ['page'] })
  browser.contextMenus?.create({ id: 'highlight', title: t('menuHighlight'), contexts: ['selection'] })
  browser.contextMenus?.create({
    id: 'save-link',
    title: t('menuSaveLink'),
    contexts: ['link'],
    targetUrlPatterns: ['http://*/*', 'https://*/*'],
  })
  browser.contextMenus?.create({ id: 'library', title: t('menuLibrary'), contexts: ['action'] })
}

export function onMenuClicked({ menuItemId, linkUrl, selectionText }: Menus.OnClickData, tab?: Tabs.Tab): void {
  if (menuItemId === 'library') void openPage('library.html')
  else if (menuItemId === 'save-link' && linkUrl) void saveLink(linkUrl, tab?.id)
  else if (menuItemId === 'highlight' && selectionText && tab?.id !== undefined)
    void saveSelection(tab.id, selectionText)
  else if (tab?.id !== undefined) void saveTab(tab.id)
}
