import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grantedExtension } from '../drivers/built.ts'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import { click, find, until } from '../drivers/surface.ts'
import { Library } from '../pages/library.ts'
import { Reader } from '../pages/reader.ts'
import { servePictureFaults } from '../site/picture-faults.ts'
import { openLibrary, readAll, saveAll, soakArticle } from '../soak/saving.ts'

let folder: string
let driver: ChromiumDriver

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaifong-e2e-'))
  driver = await launchChromium({ extension: await grantedExtension(join(folder, 'extension')) })
})
afterAll(async () => {
  await driver?.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('pictures that cannot be had leave the others, are counted, and come when asked for again', async () => {
  const pictures = await servePictureFaults()
  const page = await openLibrary(driver)
  const { article, tags } = soakArticle(0, '', 0)
  await saveAll(page, [{ article: { ...article, images: pictures.addresses.map(url => ({ url })) }, tags }], 'nobody')
  const count = async () => (await readAll(page))[0]?.pictures
  await until('every picture to be had or given up', async () => (await count())?.failed === 6, 60)
  expect(await count()).toEqual({ wanted: 7, stored: 1, failed: 6 })
  await new Library(page).openArticle(article.title)
  const reader = new Reader(await driver.findOwn('reader.html'))
  expect((await find(reader.tab, { role: 'alert' })).text).toContain('1 of 7')
  pictures.mend()
  await click(reader.tab, { role: 'button', name: 'Try again' })
  const again = await openLibrary(driver)
  await until('the pictures', async () => (await readAll(again))[0]?.pictures.stored === 7)
  expect(await reader.tab.run(() => document.querySelector('.notice')?.textContent)).toBeUndefined()
  await again.close()
  await pictures.close()
})

test('a hundred saves at once are all kept, whole', async () => {
  const page = await openLibrary(driver)
  const all = Array.from({ length: 100 }, (_, index) => soakArticle(100 + index, '', 0))
  expect(await saveAll(page, all, 'nobody', 100)).toBe(0)
  const kept = new Map((await readAll(page)).map(({ canonicalUrl, text }) => [canonicalUrl, text]))
  for (const { article } of all) expect(kept.get(article.canonicalUrl)).toBe(article.text)
  await page.close()
})

test('two tabs that change one article at the same time both get what they wanted', async () => {
  const [one, other] = [await openLibrary(driver), await openLibrary(driver)]
  const press = (name: string) => `[aria-label^="${name}"], [title^="${name}"]`
  const clickFirst = (selector: string) => document.querySelector<HTMLElement>(selector)?.click()
  await Promise.all([one.run(clickFirst, press('Star')), other.run(clickFirst, press('Mark as read'))])
  for (const tab of [one, other]) {
    await until('both changes', () =>
      tab.run(() => {
        const row = document.querySelector('.row__title')?.closest('li')
        return (
          Boolean(row?.querySelector('[aria-pressed=true], [aria-label^="Unstar"], [aria-label^="Remove the star"]')) &&
          /\(read\)/.test(row?.textContent ?? '')
        )
      }),
    )
  }
  await one.close()
  await other.close()
})

test('a tab of an older version makes way for a newer one, and says to reload', async () => {
  const [tab, newer] = [await openLibrary(driver), await driver.openOwn('options.html')]
  await newer.run(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('kaifong', 9990)
        opening.onsuccess = () => resolve(opening.result.close())
        opening.onerror = () => reject(opening.error)
      }),
  )
  await find(tab, { role: 'heading', name: 'The library belongs to a newer Kaifong' })
  await find(tab, { role: 'button', name: 'Reload' })
})
