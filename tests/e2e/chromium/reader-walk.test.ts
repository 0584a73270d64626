import type { KeyInput, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import type { Tab } from '../drivers/driver.ts'
import { click, until } from '../drivers/surface.ts'
import { Library } from '../pages/library.ts'
import { Popup } from '../pages/popup.ts'
import { Reader } from '../pages/reader.ts'
import { BOOK_HEADLINE, BOOK_PAGE } from '../site/generated-pages.ts'
import { ENGLISH, PORTAL, SAMPLE_PAGES } from '../site/sample-pages.ts'
import { openSite, type Site } from '../site/server.ts'

let driver: ChromiumDriver
let site: Site
let tab: Tab
let reader: Reader
let page: Page

const TABLE = SAMPLE_PAGES.find(({ path }) => path === '/table.html') ?? PORTAL

// In the library the last saved comes first: BOOK, ENGLISH, TABLE, PORTAL; in 龙岗 BOOK, ENGLISH, PORTAL.
beforeAll(async () => {
  site = await openSite()
  driver = await launchChromium()
  for (const path of [PORTAL.path, TABLE.path, ENGLISH.path, BOOK_PAGE]) {
    const page = await driver.open(site.origin + path)
    const popup = new Popup(await driver.clickToolbarButton())
    await popup.save()
    await popup.surface.close()
    // Its pictures are taken from the page that is open.
    if (path !== BOOK_PAGE) await page.close()
  }
  const library = new Library(await driver.openOwn('library.html?district=440307&shelf=to-read'))
  await library.openArticle(BOOK_HEADLINE)
  tab = library.tab
  reader = new Reader(tab)
  await shows(BOOK_HEADLINE)
  const pages = await driver.browser.pages()
  page = pages.find(each => each.url().includes('reader.html')) as Page
  await page.bringToFront()
})
afterAll(async () => {
  await driver?.close()
  await site?.close()
})

const shows = (headline: string) => until(headline, async () => (await reader.headline()) === headline)
const press = (key: KeyInput) => page.keyboard.press(key)
const textOf = (selector: string) =>
  tab.run((wanted: string) => document.querySelector(wanted)?.textContent ?? undefined, selector)
const knowsNext = (headline: string) =>
  until('the next article', async () => (await textOf('.reader__neighbour--next'))?.includes(headline))

test('the subheads are listed, lead to their sections, and the one that is read is marked', async () => {
  // Wide enough for the outline beside the text.
  await page.setViewport({ width: 1440, height: 900 })
  const items = () => tab.run(() => [...document.querySelectorAll('.outline__item')].map(item => item.textContent))
  await until('the outline', async () => (await items()).join() === '书从哪里来,木工班的手艺,谁来值班')
  await click(tab, { role: 'button', name: '木工班的手艺' })
  await until('its mark', async () => (await textOf('.outline [aria-current]')) === '木工班的手艺')
  expect(await tab.run(() => document.activeElement?.textContent)).toBe('木工班的手艺')
  await page.setViewport({ width: 800, height: 600 })
  await until('the outline in the bar', () => tab.run(() => document.querySelector('.reader__outline') !== null))
})

test('a picture fills the window with its caption; arrows lead on, Escape leads back to it', async () => {
  const name = 'Enlarge: 靠墙的书架'
  await tab.run(() => document.querySelector('.article__enlarge')?.scrollIntoView({ block: 'center' }))
  await click(tab, { role: 'button', name })
  await until('the picture', async () => (await textOf('.light-box figcaption'))?.startsWith('书架靠墙摆了一圈。'))
  await press('ArrowLeft')
  expect(await textOf('.light-box [role=status]')).toBe('1 of 2')
  await press('ArrowRight')
  await until('the other', async () => (await textOf('.light-box figcaption')) === '晚上的阅览室。')
  await press('j')
  await press('Escape')
  await until('the text', () => tab.run(() => document.querySelector('.light-box') === null))
  expect(await tab.run(() => document.activeElement?.getAttribute('aria-label'))).toBe(name)
  expect(await reader.headline()).toBe(BOOK_HEADLINE)
})

test('a link says where it leads, to the mouse and to the keyboard', async () => {
  const [x, y] = await tab.run(() => {
    const link = document.querySelector('.article__body a')
    link?.scrollIntoView({ block: 'center' })
    const { left, top, width, height } = link?.getBoundingClientRect() ?? new DOMRect()
    return [left + width / 2, top + height / 2] as const
  })
  await page.mouse.move(x, y)
  await until('the host', async () => (await textOf('.link-hint')) === 'books.example.org')
  await page.mouse.move(2, 2)
  await until('nothing', async () => (await textOf('.link-hint')) === undefined)
  await tab.run(() => document.querySelectorAll<HTMLElement>('.article__body a')[1]?.focus())
  await until('the address', async () => (await textOf('.link-hint')) === 'desk@library.example.org')
  expect(await tab.run(() => document.activeElement?.getAttribute('aria-describedby'))).toBe('link-hint')
  await page.setViewport({ width: 1440, height: 600 })
  await until('the hint to hang from the link in the wide window', () =>
    tab.run(() => {
      const [link, hint] = [document.activeElement, document.querySelector('.link-hint')]
      const [line] = link?.getClientRects() ?? []
      const { top, bottom, left } = hint?.getBoundingClientRect() ?? new DOMRect()
      const hangs = line && (Math.abs(top - line.bottom) < 12 || Math.abs(line.top - bottom) < 12)
      return hangs && Math.abs(left - line.left) < 12
    }),
  )
  await page.setViewport({ width: 800, height: 600 })
  await press('Escape')
  await until('nothing', async () => (await textOf('.link-hint')) === undefined)
})

test('the next article is the next of the list that the reader came from; one that was put away comes back', async () => {
  await knowsNext(ENGLISH.headline)
  await press('e')
  await shows(ENGLISH.headline)
  expect(await textOf('.toast')).toContain(BOOK_HEADLINE)
  await knowsNext(PORTAL.headline)
  await click(tab, { role: 'button', name: 'Undo' })
  await shows(BOOK_HEADLINE)
  await until('the article unread', () =>
    tab.run(() => document.querySelector('[aria-keyshortcuts=m]')?.textContent === 'Mark as read'),
  )
})

test('keys and the browser lead back and forth, and what was begun keeps its place in the list', async () => {
  await knowsNext(ENGLISH.headline)
  await press('j')
  await shows(ENGLISH.headline)
  await tab.run(() => scrollTo(0, document.documentElement.scrollHeight))
  await until('the article read', () =>
    tab.run(() => document.querySelector('[aria-keyshortcuts=m]')?.textContent === 'Mark as unread'),
  )
  await tab.run(() => location.reload())
  await shows(ENGLISH.headline)
  await knowsNext(PORTAL.headline)
  await press('j')
  await shows(PORTAL.headline)
  // Whoever listens begins there; an article that is merely opened takes no focus.
  await until('the keyboard at its headline', () =>
    tab.run(() => document.activeElement === document.querySelector('article h1')),
  )
  await tab.run(() => history.back())
  await shows(ENGLISH.headline)
  await until('the previous one', async () => (await textOf('.reader__neighbour--previous'))?.includes(BOOK_HEADLINE))
  await press('k')
  await shows(BOOK_HEADLINE)
})

const isOpen = () => tab.run(() => document.querySelector<HTMLDetailsElement>('.reader__highlights')?.open)

test('Escape closes a panel of the bar and leads back to its button', async () => {
  await page.click('.reader__highlights summary')
  await until('the panel', isOpen)
  await press('Escape')
  expect(await isOpen()).toBe(false)
  expect(await tab.run(() => document.activeElement?.matches('.reader__highlights summary'))).toBe(true)
})

test('a press outside a panel of the bar closes it, one inside does not', async () => {
  await page.click('.reader__highlights summary')
  await until('the panel', isOpen)
  await page.click('.reader__highlights .reader__panel')
  expect(await isOpen()).toBe(true)
  await page.click('.article__title')
  expect(await isOpen()).toBe(false)
})

test('the place in an article stays where it is however often it is opened', async () => {
  await tab.run(() => document.querySelector('.article__body h3')?.scrollIntoView())
  await until('the place to be kept', async () => (await tab.run(keptPlace))?.quote === '木工班的手艺')
  for (const opening of ['first', 'second', 'third']) {
    const before = await tab.run(keptPlace)
    await page.reload()
    await shows(BOOK_HEADLINE)
    // Going to the place is a movement too, after which it is kept anew.
    await until(`the ${opening} opening to keep it`, async () => {
      const now = await tab.run(keptPlace)
      return now && now.at !== before?.at
    })
    expect(await tab.run(keptPlace)).toMatchObject({ quote: '木工班的手艺' })
  }
})

test('focus mode leaves only headline and text', async () => {
  const visible = (selector: string) =>
    tab.run((wanted: string) => document.querySelector(wanted)?.checkVisibility() ?? false, selector)
  await click(tab, { role: 'button', name: 'Only the text' })
  await until('the bar gone', async () => !(await visible('.reader__bar')))
  expect(await visible('.district-tags')).toBe(false)
  expect(await visible('article h1')).toBe(true)
  expect(await visible('.article__body p')).toBe(true)
  await press('Escape')
  await until('the bar', () => visible('.reader__bar'))
})

test('the way back leads to the list that the reader came from', async () => {
  await click(tab, { role: 'link', name: 'Library' })
  await until('the list', () =>
    tab.run(() => location.search.includes('district=440307') && location.search.includes('shelf=to-read')),
  )
})

/** Where the library has it that the reader stopped in this article, and when it was told. */
async function keptPlace(): Promise<{ quote: string | undefined; at: string } | undefined> {
  const request = { query: {}, window: { offset: 0, limit: 10 } }
  const { rows } = (await chrome.runtime.sendMessage({ name: 'list', request })).response
  const record = rows.find(({ id }) => location.search.includes(id))
  return record && { quote: record.place?.quote, at: record.updatedAt }
}

interface Kept {
  id: string
  place?: { quote: string }
  updatedAt: string
}

declare const chrome: { runtime: { sendMessage(message: object): Promise<{ response: { rows: Kept[] } }> } }
