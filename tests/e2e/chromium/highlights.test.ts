import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import type { Tab } from '../drivers/driver.ts'
import { click, find, look, until } from '../drivers/surface.ts'
import { Library } from '../pages/library.ts'
import { Popup } from '../pages/popup.ts'
import { PORTAL } from '../site/sample-pages.ts'
import { openSite, type Site } from '../site/server.ts'

let driver: ChromiumDriver
let site: Site
let reader: Tab

const WORDS = '议事会的七位成员都是街坊'

beforeAll(async () => {
  site = await openSite()
  driver = await launchChromium()
  await driver.open(site.origin + PORTAL.path)
  const popup = new Popup(await driver.clickToolbarButton())
  await popup.save()
  await popup.surface.close()
  const library = new Library(await driver.openOwn('library.html'))
  await library.openArticle(PORTAL.headline)
  reader = await driver.findOwn('reader.html')
  await find(reader, { role: 'article' })
})
afterAll(async () => {
  await driver?.close()
  await site?.close()
})

/** The words shown in each colour. */
const painted = (tab: Tab) =>
  tab.run(() =>
    [...CSS.highlights].flatMap(([name, ranges]) => [...ranges].map(range => `${name}: ${String(range as Range)}`)),
  )
const waitForPainted = (tab: Tab, expected: string[]) =>
  until(`highlights ${expected}`, async () => `${await painted(tab)}` === `${expected}`)

test('selected words are marked in a colour, and noted on', async () => {
  await reader.run(words => {
    const paragraph = [...document.querySelectorAll('.article__body p')].find(found =>
      found.textContent?.includes(words),
    )
    const text = paragraph?.firstChild
    if (!paragraph || !text) throw new Error('no such words')
    paragraph.scrollIntoView()
    const at = text.textContent?.indexOf(words) ?? 0
    getSelection()?.setBaseAndExtent(text, at, text, at + words.length)
  }, WORDS)
  await click(reader, { role: 'button', name: 'Green' })
  await waitForPainted(reader, [`kaifong-green: ${WORDS}`])
  await reader.run(() => document.querySelector<HTMLElement>('.reader__highlights summary')?.click())
  await find(reader, { role: 'list', name: 'Highlights' })
  await reader.run(() => document.querySelector('textarea')?.focus())
  await reader.type('问问周立?')
  // A question mark in a note is no question for the keys.
  expect(await reader.run(() => document.querySelector('dialog[open]'))).toBe(null)
})

test('they are there when the article is opened again, and among all highlights, found by the note', async () => {
  const address = await reader.run(() => location.pathname.slice(1) + location.search)
  await reader.close()
  reader = await driver.openOwn(address)
  await waitForPainted(reader, [`kaifong-green: ${WORDS}`])
  const all = await driver.openOwn('highlights.html')
  await click(all, { role: 'searchbox' })
  await all.type('周立')
  await until('the note', () => all.run(() => document.querySelector('.marks__note')?.textContent === '问问周立?'))
  expect((await find(all, { role: 'link', name: PORTAL.headline })).name).toBe(PORTAL.headline)
  await all.close()
})

test('the text put in anew, in traditional characters and with a paragraph more, keeps them', async () => {
  await reader.run(() => {
    const body = document.querySelector('.article__body')
    const changed = body?.cloneNode(true) as Element
    const first = document.createElement('p')
    first.textContent = '编者按'
    changed.prepend(first)
    for (const paragraph of changed.querySelectorAll('p')) {
      if (paragraph.children.length === 0)
        paragraph.textContent = paragraph.textContent?.replace(/议/g, '議').replace(/员/g, '員') ?? ''
    }
    body?.replaceChildren(...changed.childNodes)
  })
  await waitForPainted(reader, ['kaifong-green: 議事会的七位成員都是街坊'])
})

test('one that was removed comes back with Undo', async () => {
  await reader.run(() => document.querySelector<HTMLElement>('.reader__highlights summary')?.click())
  await click(reader, { role: 'button', name: 'Remove this highlight' })
  await waitForPainted(reader, [])
  await click(reader, { role: 'button', name: 'Undo' })
  await until('it to be back', async () => (await painted(reader)).length === 1)
  expect(await look(reader, { role: 'button', name: 'Undo' })).toEqual([])
})
