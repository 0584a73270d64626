import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Driver, Launch } from './drivers/driver.ts'
import { click, find, look, until } from './drivers/surface.ts'
import { Library } from './pages/library.ts'
import { countPictures, Popup } from './pages/popup.ts'
import { ELSEWHERE_PAGE } from './site/generated-pages.ts'
import { openSite, type Site } from './site/server.ts'
import { SLOW_HEADLINE, serveSlowPictures } from './site/slow-pictures.ts'

/** What a picture costs: before saving nothing that the page did not ask for itself. */
export function testPictures(launch: Launch): void {
  let driver: Driver
  let site: Site

  beforeAll(async () => {
    site = await openSite()
    driver = await launch()
  })
  afterAll(async () => {
    await driver?.close()
    await site?.close()
  })

  test('the popup shows the size that the page has; the best one is fetched when the article is saved', async () => {
    const tab = await driver.open(`${site.origin}/sizes.html`)
    const popup = new Popup(await driver.clickToolbarButton())
    await until('the picture', () =>
      popup.surface.run(() => [...document.querySelectorAll('img')].some(img => img.complete && img.naturalWidth > 0)),
    )
    expect(site.requests).toContain('/sizes/small.png')
    expect(site.requests).not.toContain('/sizes/large.png')
    await popup.save()
    await until('the large picture to be asked for', async () => site.requests.includes('/sizes/large.png'))
    await popup.surface.close()
    await tab.close()
  })

  test('pictures that were lost with their page say so, and come when it is opened again', async () => {
    const pictures = await serveSlowPictures()
    try {
      const tab = await driver.open(pictures.pageOf(3))
      const popup = new Popup(await driver.clickToolbarButton())
      await popup.save()
      await popup.surface.close()
      await tab.close()
      const library = await driver.openOwn('library.html')
      await click(library, { role: 'button', name: '0 of 3 pictures' })
      const said = (await find(library, { role: 'dialog' })).text
      expect(said).toContain('What is missing could not be had once its page was closed')
      expect(said).toContain('127.0.0.1')
      await find(library, { role: 'button', name: 'Allow and fetch' })
      await click(library, { role: 'button', name: 'Close' })
      await new Library(library).openArticle(SLOW_HEADLINE)
      const reader = await driver.findOwn('reader.html')
      expect((await find(reader, { role: 'alert' })).text).toContain('once its page was closed')
      // The page in front is the one whose button is clicked.
      pictures.give()
      await driver.open(pictures.pageOf(3))
      const again = new Popup(await driver.clickToolbarButton())
      await again.waitUntilSaved()
      await until('all pictures in the reader', async () => (await reader.run(countPictures)) === 3)
      await until('no more word of it', async () => (await look(reader, { role: 'alert' })).length === 0)
      await again.surface.close()
      await reader.close()
    } finally {
      await pictures.close()
    }
  })

  test('a picture on a site that Kaifong may not look at is said to be there, and permission is asked for', async () => {
    const tab = await driver.open(site.origin + ELSEWHERE_PAGE)
    const popup = new Popup(await driver.clickToolbarButton())
    expect(await popup.alert()).toContain('A picture is on another site (localhost')
    await find(popup.surface, { role: 'button', name: 'Allow and show' })
    const words = () => document.querySelector<HTMLImageElement>('.article__body img')?.alt
    expect(await popup.surface.run(words)).toBe('Picture on another site')
    await popup.surface.close()
    await tab.close()
  })
}
