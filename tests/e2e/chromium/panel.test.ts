import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import { click, find, until } from '../drivers/surface.ts'
import { Popup } from '../pages/popup.ts'
import { Reader } from '../pages/reader.ts'
import { ENGLISH, PORTAL } from '../site/sample-pages.ts'
import { openSite, type Site } from '../site/server.ts'

let driver: ChromiumDriver
let site: Site

beforeAll(async () => {
  site = await openSite()
  driver = await launchChromium()
})
afterAll(async () => {
  await driver?.close()
  await site?.close()
})

test('the popup hands the article to the panel, saved, and the panel keeps it until it is given another', async () => {
  const panel = await driver.openOwn('sidepanel.html')
  expect((await find(panel, { role: 'heading' })).name).toBe('Nothing to read here yet')
  for (const page of [PORTAL, ENGLISH]) {
    await driver.open(site.origin + page.path)
    const popup = new Popup(await driver.clickToolbarButton())
    await popup.headline()
    await click(popup.surface, { role: 'button', name: 'Read beside the page' })
    await until('the article in the panel', async () => (await new Reader(panel).headline()) === page.headline)
  }
})
