import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import { click, find } from '../drivers/surface.ts'
import { PORTAL } from '../site/sample-pages.ts'
import { openSite, type Site } from '../site/server.ts'

let driver: ChromiumDriver
let site: Site

beforeAll(async () => {
  site = await openSite()
  driver = await launchChromium({ language: 'zh-CN' })
})
afterAll(async () => {
  await driver?.close()
  await site?.close()
})

test('in a Chinese browser Kaifong speaks Chinese, from the popup to the library', async () => {
  await driver.open(site.origin + PORTAL.path)
  const popup = await driver.clickToolbarButton()
  await find(popup, { role: 'list', name: '区县' })
  expect((await find(popup, { role: 'article' })).text).toContain('2025年3月15日')
  await click(popup, { role: 'button', name: '保存' })
  await find(popup, { role: 'button', name: '已保存' })
  await popup.close()
  const library = await driver.openOwn('library.html')
  await find(library, { role: 'navigation', name: '区县' })
  await find(library, { role: 'link', name: PORTAL.headline })
  const words = await library.run(() => document.body.textContent ?? '')
  expect(words).not.toMatch(/\b(?:Library|Read|Save|All|Trash|min)\b/)
  expect(await library.run(() => document.documentElement.lang)).toBe('zh-CN')
})
