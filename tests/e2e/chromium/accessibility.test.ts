import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import { Popup } from '../pages/popup.ts'
import { openSite, type Site } from '../site/server.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

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

/** What axe finds on a page, in each theme: "dark: color-contrast at .row__excerpt". */
async function faultsOf(page: Page): Promise<string[]> {
  // Colours on their way from one theme to the next are neither's.
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
  await page.evaluate(AXE)
  const faults: string[] = []
  for (const theme of ['light', 'sepia', 'dark']) {
    await page.evaluate(name => {
      document.documentElement.dataset.theme = name
    }, theme)
    const found = await page.evaluate(
      values => (globalThis as unknown as { axe: typeof axe }).axe.run(document, { runOnly: values }),
      RULES,
    )
    faults.push(
      ...found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${theme}: ${id} at ${target}`)),
    )
  }
  return faults
}

async function openOwn(path: string, ready: string): Promise<Page> {
  const page = await driver.browser.newPage()
  await page.goto(`chrome-extension://${driver.extensionId}/${path}`)
  await page.waitForSelector(ready)
  return page
}

test('axe finds nothing on any page in any theme', async () => {
  await driver.open(`${site.origin}/portal.html`)
  const popup = new Popup(await driver.clickToolbarButton())
  await popup.save()
  const target = driver.browser.targets().find(found => found.url().endsWith('/popup.html'))
  const popupPage = await target?.asPage()
  if (!popupPage) throw new Error('No popup is open')
  expect(await faultsOf(popupPage)).toEqual([])
  await popupPage.click('button.district-tag__name')
  await popupPage.waitForSelector('dialog[open]')
  expect(await faultsOf(popupPage)).toEqual([])

  const library = await openOwn('library.html?group=day&pictures=with&from=2000-01-01', '.facet')
  expect(await faultsOf(library)).toEqual([])
  const address = await library.$eval('.row__title a', link => link.getAttribute('href') ?? '')
  const reader = await openOwn(address, 'article h1')
  await reader.evaluate(selectFirstParagraph)
  await reader.waitForSelector('.highlight-toolbar')
  await reader.click('.highlight-toolbar .colour--pink')
  await reader.click('.reader__highlights summary')
  await reader.waitForSelector('.highlights__item')
  expect(await faultsOf(reader)).toEqual([])
  await reader.click('.reader__highlights summary')
  expect(await faultsOf(await openOwn('highlights.html', '.marks__quote'))).toEqual([])
  await reader.bringToFront()
  await reader.click('.reader__type:not(.reader__highlights) summary')
  expect(await faultsOf(reader)).toEqual([])
  expect(await faultsOf(await openOwn('sidepanel.html', '.blank'))).toEqual([])
  const welcome = await openOwn('welcome.html', '.portal h1')
  expect(await faultsOf(welcome)).toEqual([])
  await welcome.click('.welcome__bar button')
  await welcome.waitForSelector('article .district-tag')
  expect(await welcome.$eval('article h1', title => title.textContent)).toBe('渡口老茶楼修好了 龙田街坊回来喝早茶')
  expect(await faultsOf(welcome)).toEqual([])
  expect(await faultsOf(await openOwn('options.html', '.options__sample'))).toEqual([])
  expect(await faultsOf(await openOwn('library.html?q=nothing-has-this', '.blank'))).toEqual([])
})

function selectFirstParagraph(): void {
  const paragraph = document.querySelector('.article__body p')
  if (paragraph) getSelection()?.selectAllChildren(paragraph)
}

test('axe finds what is wrong, so that the test above can fail', async () => {
  const page = await openOwn('options.html', '.options__sample')
  await page.evaluate(() =>
    document.querySelector('h1')?.insertAdjacentElement('afterend', document.createElement('button')),
  )
  expect(await faultsOf(page)).toContainEqual(expect.stringContaining('button-name'))
})
