import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import type { Tab } from '../drivers/driver.ts'
import { click, find, look, until } from '../drivers/surface.ts'
import { Library } from '../pages/library.ts'
import { openLibrary, saveAll, soakArticle } from '../soak/saving.ts'

let driver: ChromiumDriver
let page: Tab
let library: Library

const [WHOLE, BROKEN] = [soakArticle(0, '', 0), soakArticle(1, '', 0)]
const FAILED = { role: 'heading', name: 'The library did not answer' } as const

// The last saved, which is read and starred, is broken on the disk: no list that has it can be read.
beforeAll(async () => {
  driver = await launchChromium()
  page = await openLibrary(driver)
  await saveAll(page, [WHOLE, BROKEN], 'nobody', 1)
  library = new Library(page)
  await library.waitForHeadlines([BROKEN.article.title, WHOLE.article.title])
  await library.press('Mark as read')
  await until('the article to be marked', async () => /\(read\)/.test(await library.row(BROKEN.article.title)))
  await page.run(breakArticle, BROKEN.article.title)
  await page.close()
  page = await driver.openOwn('library.html?shelf=to-read')
  library = new Library(page)
})
afterAll(async () => {
  await driver?.close()
})

const shelf = (name: string) => click(page, { role: 'link', name, within: { role: 'navigation', name: 'Shelves' } })

test('a view that cannot be read says so, and leaves the next one alone', async () => {
  await library.waitForHeadlines([WHOLE.article.title])
  await shelf('Read')
  await find(page, FAILED)
  await shelf('To read')
  await library.waitForHeadlines([WHOLE.article.title])
  expect(await look(page, FAILED)).toEqual([])
  // The way back leads to the broken one again, and the way on out of it.
  await page.run(() => history.back())
  await find(page, FAILED)
  await page.run(() => history.forward())
  await library.waitForHeadlines([WHOLE.article.title])
})

/** As after a fault of the disk: the article's tags are no list any more. */
function breakArticle(title: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kaifong')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const writing = opening.result.transaction('articles', 'readwrite')
      const walk = writing.objectStore('articles').openCursor()
      walk.onsuccess = () => {
        const cursor = walk.result
        if (!cursor) return
        if (cursor.value.title === title) cursor.update({ ...cursor.value, tags: null })
        cursor.continue()
      }
      writing.oncomplete = () => resolve(opening.result.close())
      writing.onerror = () => reject(writing.error)
    }
  })
}
