import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import { until } from '../drivers/surface.ts'
import { Library } from '../pages/library.ts'
import { Popup } from '../pages/popup.ts'
import { ENGLISH, PORTAL } from '../site/sample-pages.ts'
import { openSite, type Site } from '../site/server.ts'

let driver: ChromiumDriver
let site: Site

beforeAll(async () => {
  site = await openSite()
  driver = await launchChromium()
})
afterAll(async () => {
  await driver?.close()
  await site?.close()
})

async function readAt(address: string): Promise<Popup> {
  await driver.open(address)
  const popup = new Popup(await driver.clickToolbarButton())
  await popup.headline()
  return popup
}

test('the popup says that the text is saved from another portal, rows name it, and a list brings both together', async () => {
  const first = await readAt(site.origin + PORTAL.path)
  await first.save()
  await first.surface.close()
  const another = await readAt(site.origin + ENGLISH.path)
  await another.save()
  await another.surface.close()
  // The same machine by another name is another portal with the same page.
  const reprint = await readAt(site.origin.replace('127.0.0.1', 'localhost') + PORTAL.path)
  await until('word of the version that is saved', async () => (await reprint.text()).includes('Already saved from'))
  await reprint.save()
  await reprint.surface.close()

  const tab = await driver.openOwn('library.html?group=story')
  const library = new Library(tab)
  await until('both rows to name the other', async () => (await library.row(PORTAL.headline)).includes('Also from'))
  await library.waitForHeadlines([PORTAL.headline, PORTAL.headline, ENGLISH.headline])
  await until('the headings', async () => {
    const headings = await tab.run(() =>
      [...document.querySelectorAll('.article-list__heading')].map(each => each.textContent),
    )
    return `${headings}` === `${PORTAL.headline} · 2 articles,From one place only · 1 article`
  })
  const [x, y] = await tab.run(() => {
    const { left, top, width, height } = (document.querySelector('.row__others a') as Element).getBoundingClientRect()
    return [left + width / 2, top + height / 2] as const
  })
  await tab.clickAt(x, y)
  await until('the other version in the reader', () => tab.run(() => location.pathname === '/reader.html'))
  expect(await tab.run(() => new URL(location.href).searchParams.get('id'))).toMatch(/^[\w-]{9}$/)
})
