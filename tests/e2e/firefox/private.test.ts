import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Driver } from '../drivers/driver.ts'
import { launchFirefox } from '../drivers/firefox.ts'
import { until } from '../drivers/surface.ts'
import { Popup } from '../pages/popup.ts'
import { openSite, type Site } from '../site/server.ts'
import { serveSlowPictures } from '../site/slow-pictures.ts'

let driver: Driver
let site: Site

beforeAll(async () => {
  site = await openSite()
  driver = await launchFirefox({ privateMode: 'permanent' })
})
afterAll(async () => {
  await driver?.close()
  await site?.close()
})

const words = () => document.querySelector('main')?.textContent ?? ''

test('in permanent private mode an article can be read, and saving says that nothing can be kept', async () => {
  await driver.open(`${site.origin}/portal.html`)
  const popup = new Popup(await driver.clickToolbarButton())
  expect(await popup.headline()).toBe('老墟市周末夜市重新开张 坂田居民家门口逛起来')
  await popup.press('Save')
  await until('the reason', async () => (await popup.surface.run(words)).includes('keeps no data in private mode'))
  await popup.surface.close()
})

test('in permanent private mode the library says why it is empty, instead of pretending', async () => {
  const library = await driver.openOwn('library.html')
  await until('the reason', async () => (await library.run(words)).includes('Nothing can be stored here'))
})

test('in a private window the library is there all the same, by way of the background', async () => {
  const browser = await launchFirefox({ privateMode: 'allowed' })
  try {
    await browser.open(`${site.origin}/portal.html`)
    const popup = new Popup(await browser.clickToolbarButton())
    await popup.save()
    await popup.surface.close()
    const library = await browser.openPrivately('library.html')
    expect(await until('the window to be private', () => library.run(cannotOpen))).toBe(true)
    await until('the article', async () => (await library.run(words)).includes('老墟市周末夜市重新开张'))
  } finally {
    await browser.close()
  }
})

test('in a private window the library tells how far the pictures are, until all are there', async () => {
  const pictures = await serveSlowPictures()
  const browser = await launchFirefox({ privateMode: 'allowed' })
  try {
    await browser.open(pictures.pageOf(6))
    const popup = new Popup(await browser.clickToolbarButton())
    await popup.save()
    await until('requests', async () => pictures.waiting() > 0)
    const library = await browser.openPrivately('library.html')
    expect(await until('the window to be private', () => library.run(cannotOpen))).toBe(true)
    const said = () => library.run(() => document.querySelector('.notice--working')?.textContent ?? '')
    await until('how far they are', async () => (await said()).includes('Storing pictures: 0 of 6'))
    pictures.give(2)
    await until('it to go on', async () => (await said()).includes('2 of 6'))
    pictures.give()
    await until('it to be over', async () => (await said()) === '')
  } finally {
    await browser.close()
    await pictures.close()
  }
})

function cannotOpen(): Promise<boolean> {
  return new Promise(resolve => {
    const request = indexedDB.open('kaifong')
    request.onerror = () => resolve(true)
    request.onsuccess = () => resolve(false)
  })
}
