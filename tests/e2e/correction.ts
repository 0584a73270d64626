import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Driver, Launch } from './drivers/driver.ts'
import { click, find, look, type Surface, until } from './drivers/surface.ts'
import { Library } from './pages/library.ts'
import { Popup } from './pages/popup.ts'
import { openSite, type Site } from './site/server.ts'

const PAGE = '/shared-name.html'
const HEADLINE = '鼓楼区老茶馆重新开门'
const DIALOG = { role: 'dialog', name: '鼓楼区' } as const

/** A tag explains itself, and what a reader says of it holds: in the popup, in the library, and when the page is read again. */
export function testCorrection(launch: Launch): void {
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

  const openPopup = async () => {
    const tab = await driver.open(site.origin + PAGE)
    return { tab, popup: new Popup(await driver.clickToolbarButton()) }
  }
  const explain = async (surface: Surface) => {
    await click(surface, { role: 'button', name: '鼓楼区' })
    return (await find(surface, DIALOG)).text
  }

  test('a shared name says which place it was taken for, why, and which others there are', async () => {
    const { tab, popup } = await openPopup()
    const words = await explain(popup.surface)
    expect(words).toContain('江苏省 › 南京市 › 鼓楼区')
    expect(words).toContain('昨天在鼓楼区的巷子里重新开门')
    // Which other places are called so comes a moment later.
    const all = await until('the other places', async () => {
      const { text } = await find(popup.surface, DIALOG)
      return text.includes('福州市 鼓楼区') ? text : undefined
    })
    expect(all).toMatch(/It was taken for 南京市 鼓楼区, as the article speaks of its city/)
    for (const city of ['徐州市', '开封市']) expect(all).toContain(`${city} 鼓楼区`)
    await popup.surface.close()
    await tab.close()
  })

  test('a correction goes into the library with the article, and is there when the page is read again', async () => {
    const first = await openPopup()
    await explain(first.popup.surface)
    await click(first.popup.surface, { role: 'button', name: '福州市 鼓楼区' })
    await first.popup.save()
    await first.popup.surface.close()
    await first.tab.close()

    const library = new Library(await driver.openOwn('library.html'))
    await library.waitForPlaces(['All places 1', '福建省 1', '福州市 1', '鼓楼区 1'])
    expect(await library.headlines()).toEqual([HEADLINE])
    await library.tab.close()

    const again = await openPopup()
    expect(await explain(again.popup.surface)).toContain('福建省 › 福州市 › 鼓楼区')
    await again.popup.surface.close()
    await again.tab.close()
  })

  test('what was taught about the site is shown in the settings, and can be forgotten', async () => {
    const settings = await driver.openOwn('options.html')
    const taught = { role: 'list', name: 'What you taught about districts' } as const
    const { text } = await find(settings, taught)
    expect(text).toContain('prefers 福州市 鼓楼区')
    expect(text).toContain('avoids 南京市 鼓楼区')
    await click(settings, { role: 'button', name: 'Forget what was taught about 127.0.0.1' })
    await until('it to be forgotten', async () => (await look(settings, taught)).length === 0)
    await settings.close()
  })

  test('a tag that is wrong altogether is gone from the reader, and comes back when that is undone', async () => {
    const library = new Library(await driver.openOwn('library.html'))
    await library.openArticle(HEADLINE)
    const reader = library.tab
    await explain(reader)
    await click(reader, { role: 'button', name: 'Not about this place' })
    await until('the tag to go', async () => (await look(reader, { role: 'button', name: '鼓楼区' })).length === 0)
    await click(reader, { role: 'button', name: 'Undo' })
    await find(reader, { role: 'button', name: '鼓楼区' })
    await reader.close()
  })
}
