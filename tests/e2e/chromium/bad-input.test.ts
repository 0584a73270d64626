import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import { standStill } from '../drivers/surface.ts'
import { Popup } from '../pages/popup.ts'
import { Reader } from '../pages/reader.ts'
import { LAST_SENTENCE, PLAIN_SENTENCE } from '../site/generated-pages.ts'
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

const openPopup = async (address: string) => {
  await driver.open(address)
  return new Popup(await driver.clickToolbarButton())
}

test.each(['/bad/empty.html', '/bad/nothing.html'])('%s: says that there is no article', async path => {
  const popup = await openPopup(site.origin + path)
  expect(await popup.apology()).toContain('There is no article on this page')
  await popup.surface.close()
})

test.each(['chrome://version', 'about:blank'])('%s: says kindly that there is nothing to read here', async address => {
  const popup = await openPopup(address)
  expect(await popup.apology()).toContain('The browser keeps this page to itself')
  await popup.surface.close()
})

test.each(['huge', 'changing', 'gbk', 'mixed-encodings'])('a %s page gives its article whole', async name => {
  const popup = await openPopup(`${site.origin}/bad/${name}.html`)
  expect(await popup.headline()).toBe('阅览室换了新书架')
  const text = await popup.text()
  expect(text).toContain(PLAIN_SENTENCE)
  expect(text).toContain(LAST_SENTENCE)
  await popup.save()
  await popup.surface.close()
})

test('lines that do not break make the popup no wider, short ones no narrower', async () => {
  const widths: number[][] = []
  for (const path of ['/bad/gbk.html', '/bad/wide.html', '/front.html']) {
    const popup = await openPopup(site.origin + path)
    if (path === '/front.html') await popup.press('Read it anyway')
    await popup.headline()
    await standStill(popup.surface)
    widths.push(await popup.surface.run(() => [innerWidth, document.querySelector('.article')?.clientWidth ?? 0]))
    await popup.surface.close()
  }
  expect(widths[1]).toEqual(widths[0])
  expect(widths[2]).toEqual(widths[0])
})

test('a page that is loaded anew while it is read is read again', async () => {
  const address = `${site.origin}/bad/huge.html`
  await driver.open(address)
  const page = (await driver.browser.pages()).find(each => each.url() === address)
  const popup = new Popup(await driver.clickToolbarButton())
  await page?.reload()
  expect(await popup.headline()).toBe('阅览室换了新书架')
  expect(await popup.text()).toContain(LAST_SENTENCE)
  await popup.surface.close()
})

test('an article of one sentence is shown, or said not to be there: never an empty page', async () => {
  const popup = await openPopup(`${site.origin}/bad/one-sentence.html`)
  const words = await popup.verdict()
  expect(words).toMatch(new RegExp(`${PLAIN_SENTENCE}|There is no article on this page`))
  await popup.surface.close()
})

describe('a hostile page', () => {
  test('runs nothing and asks for nothing, in the popup or in the reader', async () => {
    const popup = await openPopup(`${site.origin}/bad/hostile.html`)
    expect(await popup.text()).toContain(PLAIN_SENTENCE)
    const asked = site.requests.length
    await popup.pictures()
    await popup.save()
    expect(await popup.surface.run(linksAndHarm)).toEqual({ harmed: false, schemes: ['http:'] })
    await popup.press('Open')
    const reader = new Reader(await driver.findOwn('reader.html'))
    expect(await reader.text()).toContain(PLAIN_SENTENCE)
    await reader.pictures()
    expect(await reader.tab.run(linksAndHarm)).toEqual({ harmed: false, schemes: ['http:'] })
    expect(reader.tab.requests).toEqual([])
    expect(site.requests.slice(asked).filter(path => path.startsWith('/harm'))).toEqual([])
    await reader.tab.close()
  })

  test('does its harm where nobody stops it, so that the test above can fail', async () => {
    const tab = await driver.open(`${site.origin}/bad/hostile.html`)
    expect(await tab.run(() => 'harmed' in window)).toBe(true)
    expect(site.requests.some(path => path.startsWith('/harm'))).toBe(true)
    await tab.close()
  })
})

function linksAndHarm(): { harmed: boolean; schemes: string[] } {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.article__body a[href], .article__foot a[href]')]
  return { harmed: 'harmed' in window, schemes: [...new Set(links.map(link => link.protocol))] }
}
