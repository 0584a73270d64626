import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Driver, Launch } from './drivers/driver.ts'
import { until } from './drivers/surface.ts'
import { Library } from './pages/library.ts'
import { Popup } from './pages/popup.ts'
import { Reader } from './pages/reader.ts'
import { PAGE_SENTENCES } from './site/generated-pages.ts'
import { openSite, type Site } from './site/server.ts'

/** An article that its portal cut into pages is one article: in the popup, and when it is saved. */
export function testFurtherPages(launch: Launch): void {
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

  const openPopup = async (path: string) => {
    const tab = await driver.open(site.origin + path)
    return { tab, popup: new Popup(await driver.clickToolbarButton()) }
  }

  test('its pages follow one another, in whatever encoding each is, and are saved together', async () => {
    const { tab, popup } = await openPopup('/pages/long.html')
    const text = await until('the last page', async () => {
      const now = await popup.text()
      return now.includes(PAGE_SENTENCES[2]) ? now : undefined
    })
    const places = PAGE_SENTENCES.map(sentence => text.indexOf(sentence))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(text.split('阅览室换了新书架')).toHaveLength(2)
    expect(text).not.toContain('下一页')
    expect(site.requests.filter(path => path.startsWith('/pages/'))).toEqual([
      '/pages/long.html',
      '/pages/long_2.html',
      '/pages/long_3.html',
    ])
    await popup.save()
    await popup.surface.close()
    await tab.close()

    const library = new Library(await driver.openOwn('library.html'))
    await library.openArticle('阅览室换了新书架')
    const saved = await new Reader(library.tab).text()
    for (const sentence of PAGE_SENTENCES) expect(saved).toContain(sentence)
    await library.tab.close()
  })

  test('a page that cannot be had is told of, and what comes before it is there', async () => {
    const { tab, popup } = await openPopup('/pages/short.html')
    expect(await popup.alert()).toContain('Page 2 of this article could not be fetched')
    expect(await popup.text()).toContain(PAGE_SENTENCES[0])
    await popup.save()
    await popup.surface.close()
    await tab.close()
  })
}
