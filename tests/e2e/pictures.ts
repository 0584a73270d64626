import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Driver, Launch } from './drivers/driver.ts'
import { find, until } from './drivers/surface.ts'
import { Popup } from './pages/popup.ts'
import { ELSEWHERE_PAGE } from './site/generated-pages.ts'
import { openSite, type Site } from './site/server.ts'

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
