import type { Page } from 'puppeteer-core'
import type { ChromiumDriver } from '../e2e/drivers/chromium.ts'
import { SAMPLE_PAGES } from '../e2e/site/sample-pages.ts'

export interface Stage {
  driver: ChromiumDriver
  /** Where the sample site is. */
  site: string
  /** Opens one of Kaifong's own pages. */
  open(path: string): Promise<Page>
}

/** One state of one page. */
export interface Scene {
  name: string
  /** Width and height, CSS pixels. */
  sizes: readonly (readonly [number, number])[]
  set(stage: Stage): Promise<Page>
}

const POPUP = [
  [420, 600],
  [800, 600],
] as const
const PAGE = [
  [320, 640],
  [800, 900],
  [1440, 900],
] as const

/** What is seen before anything is saved. */
export const EMPTY_SCENES: readonly Scene[] = [
  { name: 'welcome', sizes: PAGE, set: stage => ready(stage, 'welcome.html', '.portal h1') },
  { name: 'welcome-read', sizes: PAGE, set: welcomeRead },
  { name: 'panel-empty', sizes: PAGE, set: stage => ready(stage, 'sidepanel.html', '.blank') },
  { name: 'library-empty', sizes: PAGE, set: stage => ready(stage, 'library.html', '.blank') },
  { name: 'highlights-empty', sizes: PAGE, set: stage => ready(stage, 'highlights.html', '.blank') },
  { name: 'reader-gone', sizes: PAGE, set: stage => ready(stage, 'reader.html?id=never-there', '.blank') },
  { name: 'popup', sizes: POPUP, set: stage => popup(stage, '/portal.html', 'article h1') },
  { name: 'popup-none', sizes: POPUP, set: stage => popup(stage, '/front.html', '.blank') },
]

/** What is seen with some articles saved. */
export const FILLED_SCENES: readonly Scene[] = [
  { name: 'library', sizes: PAGE, set: stage => ready(stage, 'library.html', '.row__title') },
  {
    name: 'library-nothing-found',
    sizes: PAGE,
    set: stage => ready(stage, 'library.html?q=nothing-has-this', '.blank'),
  },
  { name: 'options', sizes: PAGE, set: stage => ready(stage, 'options.html', 'h1') },
  { name: 'reader', sizes: PAGE, set: reader },
  { name: 'reader-highlights', sizes: PAGE, set: readerWithHighlights },
  { name: 'reader-settings', sizes: PAGE, set: readerWithSettings },
  { name: 'highlights', sizes: PAGE, set: stage => ready(stage, 'highlights.html', '.marks__quote') },
  { name: 'popup-saved', sizes: POPUP, set: stage => popup(stage, '/portal.html', '.button--done') },
]

/** Saves every sample page. */
export async function fillLibrary(stage: Stage): Promise<void> {
  for (const { path } of SAMPLE_PAGES) {
    const page = await popup(stage, path, 'button[aria-keyshortcuts="s"]:not([disabled])')
    await page.click('button[aria-keyshortcuts="s"]')
    await page.waitForSelector('.button--done')
    await page.close()
  }
  // Marked once, so that every later scene has the same.
  const page = await reader(stage)
  await page.evaluate(() => {
    const paragraph = document.querySelectorAll('.article__body p')[1]
    if (paragraph) getSelection()?.selectAllChildren(paragraph)
  })
  await page.waitForSelector('.highlight-toolbar')
  await page.click('.highlight-toolbar .colour--green')
  await page.click('.reader__highlights summary')
  await page.waitForSelector('.highlights__item textarea')
  await page.type('.highlights__item textarea', '周六去看看')
  await page.close()
}

async function ready(stage: Stage, path: string, selector: string): Promise<Page> {
  const page = await stage.open(path)
  await page.waitForSelector(selector)
  return page
}

async function welcomeRead(stage: Stage): Promise<Page> {
  const page = await ready(stage, 'welcome.html', '.portal h1')
  await page.click('.welcome__bar button')
  await page.waitForSelector('article .district-tag')
  return page
}

async function popup({ driver, site }: Stage, path: string, selector: string): Promise<Page> {
  await driver.open(site + path)
  await driver.clickToolbarButton()
  const target = await driver.browser.waitForTarget(found => found.url().endsWith('/popup.html'))
  const page = await target.asPage()
  await page.waitForSelector(selector)
  return page
}

async function reader(stage: Stage): Promise<Page> {
  const library = await ready(stage, 'library.html', '.row__title a')
  const address = await library.$$eval('.row__title a', links => links.at(-1)?.getAttribute('href') ?? '')
  await library.close()
  return ready(stage, address, 'article h1')
}

async function readerWithHighlights(stage: Stage): Promise<Page> {
  const page = await reader(stage)
  await page.click('.reader__highlights summary')
  await page.waitForSelector('.highlights__item')
  return page
}

async function readerWithSettings(stage: Stage): Promise<Page> {
  const page = await reader(stage)
  await page.click('.reader__type:not(.reader__highlights) summary')
  return page
}
