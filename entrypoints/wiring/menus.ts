import type { Menus, Tabs } from 'webextension-polyfill'
import { browser } from '../../utils/browser/api.ts'
import { t } from '../../utils/browser/i18n.ts'
import { openPage } from '../../utils/browser/tabs.ts'
import { saveTab } from './save-tab.ts'

/** The context menu. Firefox for Android has none. */
export function createMenus(): void {
  browser.contextMenus?.create({ id: 'save', title: t('menuSave'), contexts: ['page', 'selection'] })
  browser.contextMenus?.create({ id: 'library', title: t('menuLibrary'), contexts: ['action'] })
}

export function onMenuClicked({ menuItemId }: Menus.OnClickData, tab?: Tabs.Tab): void {
  if (menuItemId === 'library') void openPage('library.html')
  else if (tab?.id !== undefined) void saveTab(tab.id)
}
