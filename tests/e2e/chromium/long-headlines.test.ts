import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import type { Tab } from '../drivers/driver.ts'
import { until } from '../drivers/surface.ts'
import { Library } from '../pages/library.ts'
import { openLibrary, saveAll, soakArticle } from '../soak/saving.ts'

const LONG = '关于老墟市周末夜市重新开张之后沿街商户摊位如何安排、噪声怎样控制、垃圾由谁清运的若干说明，'.repeat(5)
const SHORT = '夜市开张'

let driver: ChromiumDriver
let page: Tab

// The last saved comes first, and is followed by the long one.
beforeAll(async () => {
  driver = await launchChromium()
  page = await openLibrary(driver)
  const titled = (index: number, title: string) => {
    const { article, tags } = soakArticle(index, '', 0)
    return { article: { ...article, title }, tags }
  }
  await saveAll(page, [titled(0, LONG), titled(1, SHORT)], 'nobody', 1)
  await new Library(page).waitForHeadlines([SHORT, LONG])
})
afterAll(async () => {
  await driver?.close()
})

/** How many lines are seen of what `selector` finds, and whether there are more. */
const linesOf = (tab: Tab, selector: string) =>
  tab.run((wanted: string) => {
    const element = document.querySelector<HTMLElement>(wanted)
    if (!element) return undefined
    const lines = Math.round(element.clientHeight / Number.parseFloat(getComputedStyle(element).lineHeight))
    return { lines, isCut: element.scrollHeight > element.clientHeight + 1 }
  }, selector)

test('a headline as long as a paragraph is cut to four lines in the list, an ordinary one to none', async () => {
  const narrow = await pageOf('/library.html')
  await narrow.setViewport({ width: 320, height: 640 })
  expect(await linesOf(page, '[data-index="1"] .row__title')).toEqual({ lines: 4, isCut: true })
  expect(await linesOf(page, '[data-index="0"] .row__title')).toEqual({ lines: 1, isCut: false })
  await narrow.setViewport({ width: 1200, height: 800 })
})

test('as the next article it takes two lines, and is whole for whoever points at it or listens', async () => {
  await new Library(page).openArticle(SHORT)
  const reader = await driver.findOwn('reader.html')
  const next = '.reader__neighbour--next bdi'
  await until('the next article', async () => (await linesOf(reader, next)) !== undefined)
  expect(await linesOf(reader, next)).toEqual({ lines: 2, isCut: true })
  const named = await reader.run(wanted => {
    const found = document.querySelector<HTMLElement>(wanted)
    return { title: found?.title, text: found?.textContent }
  }, next)
  expect(named).toEqual({ title: LONG, text: LONG })
})

async function pageOf(path: string) {
  const found = (await driver.browser.pages()).find(each => each.url().includes(path))
  if (!found) throw new Error(`${path} is not open`)
  return found
}
