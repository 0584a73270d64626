import type { KeyInput, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import type { Tab } from '../drivers/driver.ts'
import { until } from '../drivers/surface.ts'
import { Library } from '../pages/library.ts'
import { openLibrary, saveAll, soakArticle } from '../soak/saving.ts'

let driver: ChromiumDriver
let tab: Tab
let library: Library
let page: Page
const titles: string[] = []

// The last saved comes first.
beforeAll(async () => {
  driver = await launchChromium()
  tab = await openLibrary(driver)
  library = new Library(tab)
  const articles = [0, 1, 2].map(index => soakArticle(index, '', 0))
  await saveAll(tab, articles, 'nobody', 1)
  titles.push(...articles.map(({ article }) => article.title).reverse())
  await library.waitForHeadlines(titles)
  page = (await driver.browser.pages()).find(each => each.url().includes('library.html')) as Page
  await page.bringToFront()
})
afterAll(async () => {
  await driver?.close()
})

const press = (key: KeyInput) => page.keyboard.press(key)
/** What has the focus, as a screen reader says it. */
const at = () =>
  tab.run(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)
const isAt = (name: string) => until(`the focus on ${name}`, async () => (await at()) === name, 10)
/** Goes to a button by the tab key, as one without a mouse has to. */
async function tabTo(name: string, back = false): Promise<void> {
  for (let step = 0; step < 80; step++) {
    if ((await at()) === name) return
    if (back) await page.keyboard.down('Shift')
    await press('Tab')
    if (back) await page.keyboard.up('Shift')
  }
  throw new Error(`The tab key does not lead to ${name}`)
}

test('one step of the tab key leads past the places to the articles', async () => {
  await press('Tab')
  await isAt('Go to the articles')
  expect(await tab.run(() => getComputedStyle(document.activeElement as Element).clipPath)).toBe('none')
  await press('Enter')
  await isAt(titles[0] as string)
  await tab.run(() => (document.activeElement as HTMLElement).blur())
})

test('giving tags leads back to where it began, and j goes on from the row that was left', async () => {
  await press('j')
  await press('j')
  await isAt(titles[1] as string)
  await press('x')
  await tabTo('Tags', true)
  await press('Enter')
  await until('the dialog', () => tab.run(() => document.activeElement?.matches('dialog[open] form input') === true))
  await page.keyboard.type('周末')
  await press('Enter')
  await tabTo('Apply')
  await press('Enter')
  await isAt('Tags')
  await press('j')
  await isAt(titles[2] as string)
})

test('with the last row gone the keyboard goes on at the one before, and with the bar of a selection at the row', async () => {
  await press('Escape')
  await isAt(titles[2] as string)
  await press('#')
  await library.waitForHeadlines(titles.slice(0, 2))
  await isAt(titles[1] as string)
  await press('x')
  await tabTo('Leave the selection', true)
  await press('Enter')
  await isAt(titles[1] as string)
})

test('with the last one put back the words in place of the list are read, and Undo leads to the row again', async () => {
  await page.goto(`${page.url()}?shelf=trash`)
  await library.waitForHeadlines([titles[2] as string])
  await tabTo('Put back')
  await press('Enter')
  await isAt('The trash is empty')
  await tabTo('Undo')
  await press('Enter')
  await isAt(titles[2] as string)
})

test('who uses the mouse is not led anywhere', async () => {
  await page.click('.row__actions [aria-label="Put back"]')
  await library.waitForHeadlines([])
  expect(await tab.run(() => document.activeElement === document.body)).toBe(true)
})
