import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Driver, Launch } from './drivers/driver.ts'
import { until } from './drivers/surface.ts'
import { Library } from './pages/library.ts'
import { Popup } from './pages/popup.ts'
import { Reader } from './pages/reader.ts'
import { ENGLISH, PORTAL, SAMPLE_PAGES, type SamplePage } from './site/sample-pages.ts'
import { openSite, type Site } from './site/server.ts'

/**
 * What any browser must do for a reader, from the click on the toolbar to reading with the network gone.
 * @param gallery host of the browser's own extension gallery, which it keeps from extensions
 */
export function testCorePath(launch: Launch, gallery: string): void {
  let driver: Driver
  let site: Site

  beforeAll(async () => {
    site = await openSite()
    driver = await launch({ hostHere: gallery })
  })
  afterAll(async () => {
    await driver?.close()
    await site?.close()
  })

  const openPopup = async (path: string) => {
    const tab = await driver.open(site.origin + path)
    return { tab, popup: new Popup(await driver.clickToolbarButton()) }
  }
  const save = async (page: SamplePage) => {
    const { popup, tab } = await openPopup(page.path)
    await popup.save()
    await popup.surface.close()
    return tab
  }
  const openLibrary = async () => new Library(await driver.openOwn('library.html'))

  test.each(SAMPLE_PAGES)('the popup shows the article of $path and nothing else of the page', async page => {
    const { popup, tab } = await openPopup(page.path)
    expect(await popup.headline()).toBe(page.headline)
    const text = await popup.text()
    for (const part of [page.subtitle ?? '', page.origin, page.date, ...page.credits, ...page.parts])
      expect(text).toContain(part)
    expect(inOrder(text, page.parts)).toBe(true)
    for (const clutter of page.clutter) expect(text).not.toContain(clutter)
    expect(text).toMatch(/\d+ min/)
    expect(await popup.pictures()).toBe(page.pictures)
    expect(await popup.districts()).toEqual(page.districts)
    await popup.surface.close()
    await tab.close()
  })

  test('a front page has no article, and the popup says so and leads to the library', async () => {
    const { popup, tab } = await openPopup('/front.html')
    expect(await popup.apology()).toContain('There is no article on this page')
    await popup.press('Open the library')
    const library = new Library(await driver.findOwn('library.html'))
    expect(await library.headlines()).toEqual([])
    await library.tab.close()
    await tab.close()
  })

  test('a page that is no article to Kaifong can be read all the same', async () => {
    const { popup, tab } = await openPopup('/front.html')
    await popup.press('Read it anyway')
    expect(await popup.text()).toContain('南山一小区试点自动驾驶接驳')
    await popup.surface.close()
    await tab.close()
  })

  test('the extension gallery is closed to extensions, and the popup says so', async () => {
    const tab = await driver.open(`http://${gallery}:${new URL(site.origin).port}${PORTAL.path}`)
    const popup = new Popup(await driver.clickToolbarButton())
    expect(await popup.apology()).toContain('The browser keeps this page to itself')
    await popup.surface.close()
    await tab.close()
  })

  test('what is saved is in the library, found by its district and its title', async () => {
    await save(PORTAL)
    await save(ENGLISH)
    const library = await openLibrary()
    await library.waitForHeadlines([ENGLISH.headline, PORTAL.headline])
    const row = await library.row(PORTAL.headline)
    for (const part of [PORTAL.origin, PORTAL.day, '龙岗区', '2 min']) expect(row).toContain(part)
    await library.waitForPlaces(['All places 2', '广东省 2', '深圳市 2', '龙岗区 2'])
    await library.choosePlace('龙岗区 2')
    await library.waitForHeadlines([ENGLISH.headline, PORTAL.headline])
    await library.choosePlace('坂田街道 1')
    await library.waitForHeadlines([PORTAL.headline])
    await library.choosePlace('All places 2')
    await library.waitForHeadlines([ENGLISH.headline, PORTAL.headline])
    await library.search('老墟市')
    await library.waitForHeadlines([PORTAL.headline])
    await library.tab.close()
  })

  test('a page already saved says so, on the button too, and can be opened, removed and brought back', async () => {
    const { popup, tab } = await openPopup(PORTAL.path)
    await popup.waitUntilSaved()
    await until('the mark on the button', async () => (await driver.badge()) === '✓')
    await popup.press('Remove')
    await until('the mark to go', async () => (await driver.badge()) === '')
    await popup.press('Undo')
    await popup.waitUntilSaved()
    await popup.press('Open')
    const reader = new Reader(await driver.findOwn('reader.html'))
    expect(await reader.headline()).toBe(PORTAL.headline)
    const isInFront = () => reader.tab.run(() => document.visibilityState === 'visible')
    await until('the reader to come to the front', isInFront)
    const again = await openPopup(PORTAL.path)
    await until('the page to come to the front', async () => !(await isInFront()))
    await again.popup.press('Open')
    await until('the reader that is open already', isInFront)
    await reader.tab.close()
    await again.tab.close()
    await tab.close()
  })

  test('articles in the library can be marked read, removed and brought back', async () => {
    const library = await openLibrary()
    await library.waitForHeadlines([ENGLISH.headline, PORTAL.headline])
    await library.press('Mark as read')
    await until('the article to be marked', async () => /\(read\)/.test(await library.row(ENGLISH.headline)))
    await library.press('Remove')
    await library.waitForHeadlines([PORTAL.headline])
    await library.press('Undo')
    await library.waitForHeadlines([ENGLISH.headline, PORTAL.headline])
    await library.tab.close()
  })

  test('a saved article reads complete when the site is gone, without asking the network for anything', async () => {
    const library = await openLibrary()
    await library.openArticle(PORTAL.headline)
    const stored = new Reader(await driver.findOwn('reader.html'))
    expect(await stored.pictures()).toBe(PORTAL.pictures)
    const address = await stored.tab.run(() => location.pathname.slice(1) + location.search)
    await stored.tab.close()
    await site.close()
    const reader = new Reader(await driver.openOwn(address))
    const text = await reader.text()
    expect(inOrder(text, PORTAL.parts)).toBe(true)
    expect(await reader.pictures()).toBe(PORTAL.pictures)
    expect(reader.tab.requests).toEqual([])
    await reader.tab.close()
  })
}

/** Whether each of `parts` comes after the one before it. */
export function inOrder(text: string, parts: string[]): boolean {
  let rest = text
  return parts.every(part => {
    const at = rest.indexOf(part)
    rest = rest.slice(at + part.length)
    return at >= 0
  })
}
