import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FirefoxDriver, launchFirefox } from '../drivers/firefox.ts'
import { click, until } from '../drivers/surface.ts'
import { Popup } from '../pages/popup.ts'
import { Reader } from '../pages/reader.ts'
import { ENGLISH, PORTAL } from '../site/sample-pages.ts'
import { openSite, type Site } from '../site/server.ts'

let driver: FirefoxDriver
let site: Site

beforeAll(async () => {
  site = await openSite()
  driver = await launchFirefox()
})
afterAll(async () => {
  await driver?.close()
  await site?.close()
})

test('the popup hands the article to the sidebar, saved, and the sidebar shows one after the other', async () => {
  for (const page of [PORTAL, ENGLISH]) {
    await driver.open(site.origin + page.path)
    const popup = new Popup(await driver.clickToolbarButton())
    await popup.headline()
    await click(popup.surface, { role: 'button', name: 'Read beside the page' })
    await until('the article in the sidebar', async () => (await driver.window.sidebarTitle()) === page.headline)
    await popup.surface.close()
  }
})

test('the address bar suggests what is in the library, by place and word, and opens it', async () => {
  await driver.window.typeAddress('kf 区 龙岗 夜市')
  const suggested = await until('a suggestion', async () => {
    const found = await driver.window.suggestions()
    return found.some(text => text.includes(PORTAL.headline)) && found
  })
  expect(suggested.filter(text => text.includes(ENGLISH.headline))).toEqual([])
  await driver.window.pickSuggestion(PORTAL.headline)
  const reader = new Reader(await driver.findOwn('reader.html'))
  expect(await reader.headline()).toBe(PORTAL.headline)
})
