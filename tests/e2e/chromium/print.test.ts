import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import { until } from '../drivers/surface.ts'
import { Library } from '../pages/library.ts'
import { Popup } from '../pages/popup.ts'
import { PORTAL } from '../site/sample-pages.ts'
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

test('what is printed is headline, source and text, in black on white whatever the theme, and nothing of the window', async () => {
  const page = await driver.open(site.origin + PORTAL.path)
  const popup = new Popup(await driver.clickToolbarButton())
  await popup.save()
  await popup.surface.close()
  const library = new Library(await driver.openOwn('library.html'))
  await library.openArticle(PORTAL.headline)
  await page.close()
  const tab = await until('the reader', async () =>
    (await driver.browser.pages()).find(each => each.url().includes('reader.html')),
  )
  const shown = (selector: string) =>
    tab.evaluate(wanted => document.querySelector(wanted)?.checkVisibility(), selector)
  await until('the text', () => shown('.article__body p'))
  await tab.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
  await tab.emulateMediaType('print')
  for (const part of ['article h1', '.article__source', '.district-tag']) expect(await shown(part)).toBe(true)
  for (const part of ['.reader__bar', '.reader__own', '.reader__neighbours', '.reader__progress', '.article__foot'])
    expect(await shown(part), part).toBe(false)
  const colours = await tab.evaluate(() => {
    const { color } = getComputedStyle(document.querySelector('.article__body p') as Element)
    return [
      color,
      getComputedStyle(document.body).backgroundColor,
      getComputedStyle(document.documentElement).backgroundColor,
    ]
  })
  expect(colours).toEqual(['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)'])
})
