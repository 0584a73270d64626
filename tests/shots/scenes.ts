import type { Page } from 'puppeteer-core'
import type { ChromiumDriver } from '../e2e/drivers/chromium.ts'
import { BOOK_HEADLINE, BOOK_PAGE, LONG_PAGE } from '../e2e/site/generated-pages.ts'
import { SAMPLE_PAGES } from '../e2e/site/sample-pages.ts'
import { changedCount, newerLibrary, picturesComing, picturesLost, withVoices } from './circumstances.ts'

export interface Stage {
  driver: ChromiumDriver
  /** Where the sample site is. */
  site: string
  /** Opens one of Kaifong's own pages; `before` runs in it before its own scripts. */
  open(path: string, before?: () => void): Promise<Page>
}

/** One state of one page. */
export interface Scene {
  name: string
  /** Width and height, CSS pixels. */
  sizes: readonly (readonly [number, number])[]
  /** The page opens otherwise in a narrow window: it is loaded anew at each size, until this is there. */
  anew?: string
  set(stage: Stage): Promise<Page>
}

/** As it opens, as large as browsers let it be, and as the page of its own that it is on a phone. */
const POPUP = [
  [560, 600],
  [800, 600],
  [320, 600],
] as const
const PAGE = [
  [320, 640],
  [800, 900],
  [1440, 900],
] as const
const PANEL = [
  [320, 800],
  [460, 800],
] as const

/** What is seen before anything is saved. */
export const EMPTY_SCENES: readonly Scene[] = [
  { name: 'welcome', sizes: PAGE, set: stage => ready(stage, 'welcome.html', '.portal h1') },
  { name: 'welcome-read', sizes: PAGE, set: welcomeRead },
  { name: 'welcome-foot', sizes: PAGE, set: welcomeFoot },
  { name: 'panel-empty', sizes: PANEL, set: stage => ready(stage, 'sidepanel.html', '.blank') },
  { name: 'library-empty', sizes: PAGE, anew: '.blank', set: stage => ready(stage, 'library.html', '.blank') },
  { name: 'highlights-empty', sizes: PAGE, set: stage => ready(stage, 'highlights.html', '.blank') },
  { name: 'reader-gone', sizes: PAGE, set: stage => ready(stage, 'reader.html?id=never-there', '.blank') },
  { name: 'popup', sizes: POPUP, set: stage => popup(stage, '/portal.html', '.district-tag') },
  { name: 'popup-english', sizes: POPUP, set: stage => popup(stage, '/english.html', '.district-tag') },
  { name: 'popup-long', sizes: POPUP, set: stage => popup(stage, LONG_PAGE, '.district-tag') },
  { name: 'popup-tag', sizes: POPUP, set: popupWithTag },
  { name: 'popup-marking', sizes: POPUP, set: popupMarking },
  { name: 'popup-none', sizes: POPUP, set: stage => popup(stage, '/front.html', '.blank') },
  { name: 'popup-closed', sizes: POPUP, set: popupClosed },
  { name: 'popup-picture', sizes: POPUP, set: stage => popup(stage, '/pictures/market.png', '.blank') },
]

/** The library with its rows, places and filters, which come one after the other and move what is below them. */
const WHOLE_LIBRARY = 'body:has(.row__title):has(.district-tree__toggle):has(.facet__value)'

/** What is seen with some articles saved. */
export const FILLED_SCENES: readonly Scene[] = [
  { name: 'library', sizes: PAGE, anew: '.row__title', set: stage => ready(stage, 'library.html', WHOLE_LIBRARY) },
  {
    name: 'library-place',
    sizes: PAGE,
    anew: '.row__title',
    set: stage => ready(stage, 'library.html?district=440307', '.district-tree a[aria-current]'),
  },
  {
    name: 'library-filtered',
    sizes: PAGE,
    anew: '.row__title',
    set: stage => ready(stage, 'library.html?group=day&pictures=without&from=2000-01-01', '.facet'),
  },
  {
    name: 'library-search',
    sizes: PAGE,
    anew: '.district-tree a[aria-current]',
    set: stage => ready(stage, `library.html?q=${encodeURIComponent('夜市')}`, '.hit'),
  },
  {
    name: 'library-story',
    sizes: PAGE,
    anew: '.row__others',
    set: stage => ready(stage, 'library.html?group=story', '.row__others'),
  },
  { name: 'library-selection', sizes: PAGE, set: librarySelection },
  { name: 'library-tags', sizes: PAGE, set: stage => selectionDialog(stage, 4) },
  { name: 'library-districts', sizes: PAGE, set: stage => selectionDialog(stage, 5) },
  { name: 'library-undo', sizes: PAGE, set: libraryUndo },
  {
    name: 'library-trash',
    sizes: PAGE,
    anew: '.row__title',
    set: stage => ready(stage, 'library.html?shelf=trash', '.row__title'),
  },
  { name: 'library-keys', sizes: PAGE, set: libraryKeys },
  {
    name: 'library-nothing-found',
    sizes: PAGE,
    anew: '.blank',
    set: stage => ready(stage, 'library.html?q=nothing-has-this', '.blank'),
  },
  { name: 'options', sizes: PAGE, set: stage => ready(stage, 'options.html', 'h1') },
  { name: 'options-foot', sizes: PAGE, set: optionsFoot },
  { name: 'reader', sizes: PAGE, set: reader },
  { name: 'reader-english', sizes: PAGE, set: stage => reader(stage, 'solar') },
  { name: 'reader-long', sizes: PAGE, set: stage => reader(stage, '2025') },
  { name: 'reader-foot', sizes: PAGE, set: readerFoot },
  { name: 'reader-tag', sizes: PAGE, set: readerWithTag },
  { name: 'reader-highlights', sizes: PAGE, set: readerWithHighlights },
  { name: 'reader-settings', sizes: PAGE, set: readerWithSettings },
  { name: 'reader-aloud', sizes: PAGE, set: readerAloud },
  { name: 'reader-voiceless', sizes: PAGE, set: readerVoiceless },
  { name: 'reader-outline', sizes: PAGE, set: readerWithOutline },
  { name: 'reader-picture', sizes: PAGE, set: readerWithPicture },
  { name: 'reader-link', sizes: PAGE, set: readerWithLink },
  { name: 'reader-focus', sizes: PAGE, set: readerInFocus },
  { name: 'reader-next', sizes: PAGE, set: readerNext },
  { name: 'reader-keys', sizes: PAGE, set: readerKeys },
  { name: 'panel', sizes: PANEL, set: panel },
  { name: 'highlights', sizes: PAGE, set: stage => ready(stage, 'highlights.html', '.marks__quote') },
  { name: 'popup-saved', sizes: POPUP, set: stage => popup(stage, '/portal.html', '.button--done') },
  { name: 'popup-same', sizes: POPUP, set: popupElsewhere },
  // The next seven change what is kept: nothing else comes after them.
  { name: 'library-pictures', sizes: PAGE, anew: '.notice--working', set: stage => picturesOn(stage, 'library.html') },
  { name: 'reader-pictures', sizes: PAGE, set: readerPictures },
  { name: 'popup-pictures', sizes: POPUP, set: popupPictures },
  { name: 'library-pictures-lost', sizes: PAGE, set: libraryPicturesLost },
  { name: 'reader-pictures-lost', sizes: PAGE, set: readerPicturesLost },
  { name: 'library-short', sizes: PAGE, anew: '.notice', set: libraryShort },
  { name: 'library-newer', sizes: PAGE, set: libraryNewer },
]

/** Saves every sample page, marks something, and puts one in the trash. */
export async function fillLibrary(stage: Stage): Promise<void> {
  for (const path of [
    '/bad/gbk.html',
    '/bad/mixed-encodings.html',
    BOOK_PAGE,
    LONG_PAGE,
    ...SAMPLE_PAGES.map(page => page.path),
  ]) {
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
  await (await libraryUndo(stage)).close()
}

async function ready(stage: Stage, path: string, selector: string, before?: () => void): Promise<Page> {
  const page = await stage.open(path, before)
  await page.waitForSelector(selector)
  return page
}

async function welcomeRead(stage: Stage): Promise<Page> {
  const page = await ready(stage, 'welcome.html', '.portal h1')
  await page.click('.welcome__bar button')
  await page.waitForSelector('article .district-tag')
  return page
}

async function welcomeFoot(stage: Stage): Promise<Page> {
  const page = await ready(stage, 'welcome.html', '.portal h1')
  await page.evaluate(() => document.querySelector('.welcome__actions')?.scrollIntoView({ block: 'end' }))
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

// The same machine by another name is another portal with the same page.
async function popupElsewhere(stage: Stage): Promise<Page> {
  return popup({ ...stage, site: stage.site.replace('127.0.0.1', 'localhost') }, '/portal.html', '.popup__same')
}

async function popupWithTag(stage: Stage): Promise<Page> {
  const page = await popup(stage, '/portal.html', 'button.district-tag__name')
  await page.click('button.district-tag__name')
  await page.waitForSelector('dialog[open]')
  return page
}

async function popupMarking(stage: Stage): Promise<Page> {
  const page = await popup(stage, '/english.html', '.district-tag')
  await page.evaluate(() => {
    const paragraph = document.querySelector('.article__body p')
    if (paragraph) getSelection()?.selectAllChildren(paragraph)
  })
  await page.waitForSelector('.highlight-toolbar')
  return page
}

// One of the browser's own pages, which it keeps extensions out of.
async function popupClosed(stage: Stage): Promise<Page> {
  await stage.driver.open('chrome://version')
  await stage.driver.clickToolbarButton()
  const target = await stage.driver.browser.waitForTarget(found => found.url().endsWith('/popup.html'))
  const page = await target.asPage()
  await page.waitForSelector('.blank')
  return page
}

async function libraryUndo(stage: Stage): Promise<Page> {
  const page = await ready(stage, 'library.html', '.row__title')
  const removes = await page.$$('.row__actions button:last-child')
  await removes.at(-1)?.click()
  await page.waitForSelector('.toast button')
  return page
}

async function libraryKeys(stage: Stage): Promise<Page> {
  const page = await ready(stage, 'library.html', '.row__title')
  await page.keyboard.press('?')
  await page.waitForSelector('dialog[open]')
  return page
}

async function picturesOn(stage: Stage, path: string): Promise<Page> {
  await picturesOf(stage, '')
  return ready(stage, path, '.notice--working')
}

/** Of the newest article whose headline has these words. */
async function picturesOf(stage: Stage, words: string): Promise<void> {
  const before = await ready(stage, 'library.html', '.row__title')
  await before.evaluate(picturesComing, words)
  await before.close()
}

async function popupPictures(stage: Stage): Promise<Page> {
  await picturesOf(stage, '夜市')
  return popup(stage, '/portal.html', '.notice--working')
}

async function readerPictures(stage: Stage): Promise<Page> {
  const library = await picturesOn(stage, 'library.html')
  const address = await library.$eval('.row__title a', link => (link as HTMLAnchorElement).getAttribute('href') ?? '')
  await library.close()
  return ready(stage, address, '.notice--working')
}

async function lostPictures(stage: Stage): Promise<void> {
  const before = await ready(stage, 'library.html', '.row__title')
  await before.evaluate(picturesLost, '夜市')
  await before.close()
}

async function libraryPicturesLost(stage: Stage): Promise<Page> {
  await lostPictures(stage)
  const page = await ready(stage, 'library.html', '.row__pictures')
  await page.click('.row__pictures')
  await page.waitForSelector('dialog[open]')
  return page
}

async function readerPicturesLost(stage: Stage): Promise<Page> {
  await lostPictures(stage)
  const page = await reader(stage)
  await page.waitForSelector('.notice')
  return page
}

async function optionsFoot(stage: Stage): Promise<Page> {
  const page = await ready(stage, 'options.html', 'h1')
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  return page
}

/** The article whose headline has these words. */
async function reader(stage: Stage, words = '夜市', before?: () => void): Promise<Page> {
  const address = await addressOf(stage, words)
  return ready(stage, address, 'article h1', before)
}

async function addressOf(stage: Stage, words: string): Promise<string> {
  const library = await ready(stage, 'library.html', '.row__title a')
  const address = await library.$$eval(
    '.row__title a',
    (links, wanted) => links.find(link => link.textContent?.includes(wanted))?.getAttribute('href') ?? '',
    words,
  )
  await library.close()
  return address
}

async function readerFoot(stage: Stage): Promise<Page> {
  const page = await reader(stage)
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  return page
}

async function readerWithTag(stage: Stage): Promise<Page> {
  const page = await reader(stage)
  await page.click('button.district-tag__name')
  await page.waitForSelector('dialog[open]')
  return page
}

async function readerWithHighlights(stage: Stage): Promise<Page> {
  const page = await reader(stage)
  await page.click('.reader__highlights summary')
  await page.waitForSelector('.highlights__item')
  return page
}

async function librarySelection(stage: Stage): Promise<Page> {
  const page = await ready(stage, 'library.html', '.facet')
  await page.click('.list-bar__select')
  await page.click('.row__select input')
  return page
}

/** @param button its place among the buttons for what is selected */
async function selectionDialog(stage: Stage, button: number): Promise<Page> {
  const page = await librarySelection(stage)
  await page.click(`.selection__actions button:nth-child(${button})`)
  await page.waitForSelector('dialog[open]')
  return page
}

async function readerWithSettings(stage: Stage): Promise<Page> {
  const page = await reader(stage)
  await page.click('.reader__settings summary')
  return page
}

async function readerWithOutline(stage: Stage): Promise<Page> {
  const page = await reader(stage, BOOK_HEADLINE)
  await page.evaluate(() => document.querySelector('.article__body h3')?.scrollIntoView())
  // Beside the text where there is room, else in a panel.
  await page.waitForSelector('.outline, .reader__outline')
  await page.evaluate(() => document.querySelector('.reader__outline')?.setAttribute('open', ''))
  await page.waitForSelector('.outline [aria-current]')
  return page
}

async function readerWithPicture(stage: Stage): Promise<Page> {
  const page = await reader(stage, BOOK_HEADLINE)
  await page.waitForSelector('.article__enlarge')
  await page.click('.article__enlarge')
  await page.waitForSelector('.light-box[open]')
  return page
}

async function readerWithLink(stage: Stage): Promise<Page> {
  const page = await reader(stage, BOOK_HEADLINE)
  await page.focus('.article__body a')
  await page.waitForSelector('.link-hint')
  return page
}

async function readerInFocus(stage: Stage): Promise<Page> {
  const page = await reader(stage, BOOK_HEADLINE)
  await page.keyboard.press('f')
  await page.waitForSelector('.reader__leave')
  return page
}

async function readerNext(stage: Stage): Promise<Page> {
  const page = await reader(stage)
  await page.waitForSelector('.reader__neighbour--next')
  await page.keyboard.press('e')
  await page.waitForSelector('.toast button')
  return page
}

async function readerKeys(stage: Stage): Promise<Page> {
  const page = await reader(stage)
  await page.keyboard.press('?')
  await page.waitForSelector('dialog[open]')
  return page
}

async function readerAloud(stage: Stage): Promise<Page> {
  const page = await reader(stage, undefined, withVoices)
  await page.click('button[aria-pressed]')
  await page.waitForSelector('.aloud select')
  return page
}

async function readerVoiceless(stage: Stage): Promise<Page> {
  const page = await reader(stage)
  await page.click('button[aria-pressed]')
  await page.waitForSelector('.aloud .notice')
  return page
}

async function panel(stage: Stage): Promise<Page> {
  const id = new URLSearchParams((await addressOf(stage, '夜市')).split('?')[1]).get('id')
  const page = await ready(stage, 'sidepanel.html', '.blank')
  await page.evaluate(article => chrome.storage.session.set({ panel: article }), id)
  await page.waitForSelector('article h1')
  return page
}

async function libraryShort(stage: Stage): Promise<Page> {
  const page = await ready(stage, 'library.html', '.row__title')
  await page.evaluate(changedCount)
  await page.reload()
  await page.waitForSelector('.notice')
  return page
}

async function libraryNewer(stage: Stage): Promise<Page> {
  const page = await ready(stage, 'library.html', '.row__title')
  const other = await stage.open('options.html')
  await other.evaluate(newerLibrary)
  await other.close()
  await page.bringToFront()
  await page.waitForSelector('.blank')
  return page
}

declare const chrome: { storage: { session: { set(values: object): Promise<void> } } }
