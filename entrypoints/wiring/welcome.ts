import type { Runtime } from 'webextension-polyfill'
import { browser } from '../../utils/browser/api.ts'
import { openPage } from '../../utils/browser/tabs.ts'

/** Shows, once, what Kaifong does. Not for an add-on loaded for a single session: that is a developer's. */
export async function welcome({ reason, temporary }: Runtime.OnInstalledDetailsType): Promise<void> {
  if (reason !== 'install' || temporary) return
  const { welcomed } = await browser.storage.local.get('welcomed')
  if (welcomed) return
  await browser.storage.local.set({ welcomed: true })
  await openPage('welcome.html')
}
