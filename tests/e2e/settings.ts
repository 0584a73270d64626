import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Driver, Launch, Tab } from './drivers/driver.ts'
import { click, find, standStill, until } from './drivers/surface.ts'
import { Library } from './pages/library.ts'
import { Popup } from './pages/popup.ts'
import { PORTAL } from './site/sample-pages.ts'
import { openSite, type Site } from './site/server.ts'

/** What the settings say is stored, and that one click and one yes delete it. */
export function testSettings(launch: Launch): void {
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

  const words = (page: Tab) => page.run(() => document.querySelector('main')?.textContent ?? '')

  test('everything is deleted at a click, once the reader says yes', async () => {
    const tab = await driver.open(site.origin + PORTAL.path)
    const popup = new Popup(await driver.clickToolbarButton())
    await popup.save()
    await popup.surface.close()
    await tab.close()

    const options = await driver.openOwn('options.html')
    await until('the count', async () => (await words(options)).includes('1 article'))
    await standStill(options)
    await click(options, { role: 'button', name: 'Delete everything' })
    await click(options, { role: 'button', name: 'Cancel' })
    expect(await words(options)).toContain('1 article')
    await click(options, { role: 'button', name: 'Delete everything' })
    await find(options, { role: 'button', name: 'Cancel' })
    await click(options, { role: 'button', name: 'Delete everything' })
    await until('the word that all is gone', async () => (await words(options)).includes('0 articles'))
    await options.close()

    const library = new Library(await driver.openOwn('library.html'))
    expect(await library.headlines()).toEqual([])
    await library.tab.close()
  })
}
