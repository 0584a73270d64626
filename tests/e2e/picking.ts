import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Driver, Launch, Tab } from './drivers/driver.ts'
import { click, find, look, standStill, until } from './drivers/surface.ts'
import { Popup } from './pages/popup.ts'
import { PORTAL } from './site/sample-pages.ts'
import { openSite, type Site } from './site/server.ts'

const [FIRST, LAST] = [PORTAL.parts[0] as string, PORTAL.parts.at(-1) as string]

/** A reader who sees that the text is wrong says on the page what it is; the site keeps to it until they think better. */
export function testPicking(launch: Launch): void {
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

  const openPopup = async () => new Popup(await driver.clickToolbarButton())

  // Where the last button is settles with the last picture, the word whether the article is saved, and what that brings.
  const settle = async (popup: Popup) => {
    await until('word that nothing is saved', async () => {
      const [save] = await look(popup.surface, { role: 'button', name: 'Save' })
      return save && !save.disabled
    })
    await popup.pictures()
    await standStill(popup.surface)
  }

  const startPicking = async (tab: Tab) => {
    const popup = await openPopup()
    await settle(popup)
    await click(popup.surface, { role: 'button', name: 'Not the right text? Choose it on the page' })
    // Its own bar is out of the page's reach: that something of it stands there is all a page can see.
    await until('the bar', () => tab.run(() => document.documentElement.lastElementChild?.localName === 'div'))
  }

  const clickOn = async (tab: Tab, words: string) => {
    const [x, y] = await tab.run(wanted => {
      const all = [...document.querySelectorAll('p')]
      const paragraph = all.find(p => p.textContent?.includes(wanted))
      paragraph?.scrollIntoView({ block: 'center' })
      const { left, top, width, height } = paragraph?.getBoundingClientRect() ?? new DOMRect()
      return [left + width / 2, top + height / 2] as const
    }, words)
    await tab.clickAt(x, y)
  }

  test('what was clicked is the text, on every page of the site, with the headline and source of the page', async () => {
    const tab = await driver.open(site.origin + PORTAL.path)
    await startPicking(tab)
    await clickOn(tab, LAST)
    await tab.type('\n')
    // The keyboard is on "Done" now.
    await tab.type('\n')
    const text = await until('the chosen text', async () => {
      const popup = await openPopup()
      const now = await popup.text()
      await popup.surface.close()
      return now.includes('The text') || !now.includes(FIRST) ? now : undefined
    })
    expect(text).toContain(LAST)
    expect(text).not.toContain(FIRST)
    expect(text).toContain(PORTAL.headline)
    expect(text).toContain(PORTAL.origin)
    await tab.close()
  })

  test('the settings show the choice', async () => {
    const options = await driver.openOwn('options.html')
    const { text } = await find(options, { role: 'list', name: 'Texts you chose on sites' })
    expect(text).toContain(`${new URL(site.origin).host} · text chosen`)
    await options.close()
  })

  test('a click lets Kaifong choose again', async () => {
    const tab = await driver.open(site.origin + PORTAL.path)
    const popup = await openPopup()
    await settle(popup)
    await click(popup.surface, { role: 'button', name: 'Let Kaifong choose' })
    await until('the whole text', async () => (await popup.text()).includes(FIRST))
    await popup.surface.close()
    await tab.close()
  })

  test('Escape leaves everything as it was', async () => {
    const tab = await driver.open(site.origin + PORTAL.path)
    const before = await tab.run(() => document.documentElement.outerHTML)
    await startPicking(tab)
    await clickOn(tab, LAST)
    await tab.run(() => dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })))
    await until('the page as it was', async () => (await tab.run(() => document.documentElement.outerHTML)) === before)
    const popup = await openPopup()
    expect(await popup.text()).toContain(FIRST)
    await popup.surface.close()
    await tab.close()
  })
}
