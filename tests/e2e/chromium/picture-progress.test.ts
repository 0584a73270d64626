import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { grantedExtension } from '../drivers/built.ts'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import type { Tab } from '../drivers/driver.ts'
import { click, find, look, type Surface, until } from '../drivers/surface.ts'
import { Library } from '../pages/library.ts'
import { Popup } from '../pages/popup.ts'
import { Reader } from '../pages/reader.ts'
import { type SlowPictures, serveSlowPictures } from '../site/slow-pictures.ts'
import { openLibrary, readAll, saveAll, soakArticle } from '../soak/saving.ts'

const STOP = { role: 'button', name: 'Stop' } as const
/** Fetched at the same time. */
const AT_ONCE = 3

let folder: string
let driver: ChromiumDriver
let pictures: SlowPictures

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaifong-e2e-'))
  pictures = await serveSlowPictures()
  driver = await launchChromium({ extension: await grantedExtension(join(folder, 'extension')) })
})
afterEach(async () => {
  await driver?.close()
  await pictures?.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Saves an article whose pictures all wait but the first few. */
async function save(page: Tab, { index = 0, count = 60, given = 5 }): Promise<string> {
  pictures.give(given)
  const { article, tags } = soakArticle(index, '', 0)
  const images = pictures.addresses(count).map(url => ({ url }))
  expect(await saveAll(page, [{ article: { ...article, images }, tags }], 'nobody')).toBe(0)
  return article.title
}

const says = (surface: Surface, words: string) =>
  until(words, async () => (await look(surface, { role: 'status' })).some(({ text }) => text.includes(words)))
const isSilent = (surface: Surface) =>
  until('nothing to be under way', async () => (await look(surface, STOP)).length === 0)
const noneWaits = () => until('every request to end', async () => pictures.waiting() === 0)

test('the library tells how many pictures are stored; stopping ends the requests, keeps those, and the rest can come', async () => {
  const page = await openLibrary(driver)
  const title = await save(page, {})
  await says(page, 'Storing pictures: 5 of 60')
  await click(page, STOP)
  await says(page, 'Stopped. 5 of 60 pictures are stored.')
  await isSilent(page)
  await noneWaits()
  expect(pictures.asked).toHaveLength(5 + AT_ONCE)
  expect((await readAll(page))[0]).toMatchObject({ pictures: { wanted: 60, stored: 5, failed: 55 }, shown: 5 })

  await until('word of it in the row', async () => (await new Library(page).row(title)).includes('5 of 60 pictures'))
  await new Library(page).openArticle(title)
  const reader = new Reader(await driver.findOwn('reader.html'))
  expect((await find(reader.tab, { role: 'alert' })).text).toContain('5 of 60')
  pictures.give(10)
  await click(reader.tab, { role: 'button', name: 'Try again' })
  await says(reader.tab, 'Storing pictures: 15 of 60')
  expect(await look(reader.tab, { role: 'alert' })).toEqual([])
  await click(reader.tab, STOP)
  expect((await find(reader.tab, { role: 'alert' })).text).toContain('15 of 60')
  await noneWaits()
  pictures.give()
  await click(reader.tab, { role: 'button', name: 'Try again' })
  await until('all', async () => (await readAll(page))[0]?.pictures.stored === 60)
  expect(await look(reader.tab, { role: 'alert' })).toEqual([])
})

test('undoing the stop goes on, over several articles', async () => {
  const page = await openLibrary(driver)
  await save(page, { index: 1, count: 6, given: 2 })
  await save(page, { index: 2, count: 8, given: 3 })
  await says(page, 'Storing pictures: 5 of 14')
  await click(page, STOP)
  await says(page, 'Stopped. 5 of 14 pictures are stored.')
  await noneWaits()
  pictures.give()
  await click(page, { role: 'button', name: 'Undo' })
  await until('all', async () => (await readAll(page)).every(({ pictures: { wanted, stored } }) => stored === wanted))
  await isSilent(page)
})

test('a stopped worker leaves the progress to be seen; what is stopped then stays so', async () => {
  const page = await openLibrary(driver)
  await save(page, {})
  await says(page, 'Storing pictures: 5 of 60')
  await driver.stopWorker()
  await noneWaits()
  const asked = pictures.asked.length
  await says(page, 'Storing pictures: 5 of 60')
  await click(page, STOP)
  await says(page, 'Stopped. 5 of 60 pictures are stored.')
  await noneWaits()
  await driver.stopWorker()
  expect((await readAll(page))[0]?.pictures).toEqual({ wanted: 60, stored: 5, failed: 55 })
  // The worker that was woken to stop may have begun where the other was, before it was told.
  expect(pictures.asked.length).toBeLessThanOrEqual(asked + AT_ONCE)
})

test('the popup tells it too, and ends what the page itself was asked to fetch', async () => {
  await driver.close()
  driver = await launchChromium()
  pictures.give(0)
  await driver.open(pictures.pageOf(9))
  const popup = new Popup(await driver.clickToolbarButton())
  await popup.save()
  await says(popup.surface, 'Storing pictures: 0 of 9')
  await until('requests in the page', async () => pictures.waiting() >= AT_ONCE)
  await click(popup.surface, STOP)
  expect(await popup.alert()).toContain('0 of 9')
  // The popup itself wants the first one, to show it.
  await until('the requests to end', async () => pictures.waiting() <= 1)
  pictures.give()
  await click(popup.surface, { role: 'button', name: 'Try again' })
  await until(
    'word that some are missing to go',
    async () => (await look(popup.surface, { role: 'alert' })).length === 0,
  )
})
