import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Driver, Launch } from './drivers/driver.ts'
import { click, find, look, type Surface, standStill, until } from './drivers/surface.ts'
import { Library } from './pages/library.ts'
import { Popup } from './pages/popup.ts'
import { TALL_PAGE } from './site/generated-pages.ts'
import { ENGLISH } from './site/sample-pages.ts'
import { openSite, type Site } from './site/server.ts'

const WORDS = 'My father thought I was mad'
const TALL_HEADLINE = '阅览室换了新书架'

/** Marking words, in any browser: in a popup that is then gone, and in the reader. */
export function testHighlights(launch: Launch): void {
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
    await driver.open(site.origin + ENGLISH.path)
    const popup = new Popup(await driver.clickToolbarButton())
    await popup.headline()
    return popup
  }

  test('what is marked in a popup is kept although the popup closes, saved or not', async () => {
    const marked = await openPopup()
    await find(marked.surface, { role: 'list', name: 'Districts' })
    await marked.surface.run(select, WORDS)
    await click(marked.surface, { role: 'button', name: 'Blue' })
    await until('the words to be marked', async () => (await paintedIn(marked.surface)) === `kaifong-blue: ${WORDS}`)
    await marked.surface.close()
    const popup = await openPopup()
    await until('them still to be', async () => (await paintedIn(popup.surface)) === `kaifong-blue: ${WORDS}`)
    await popup.save()
    await popup.surface.close()
  })

  test('a mark in a popup takes another colour, goes, and comes back', async () => {
    const { surface } = await openPopup()
    await until('the mark', async () => (await paintedIn(surface)) === `kaifong-blue: ${WORDS}`)
    await standStill(surface)
    const { x, y } = await surface.run(middleOfMark, 'kaifong-blue')
    await surface.clickAt(x, y)
    await click(surface, { role: 'button', name: 'Green' })
    await until('the colour', async () => (await paintedIn(surface)) === `kaifong-green: ${WORDS}`)
    await click(surface, { role: 'button', name: 'Remove this highlight' })
    await until('nothing marked', async () => (await paintedIn(surface)) === '')
    await click(surface, { role: 'button', name: 'Undo' })
    await until('the mark back', async () => (await paintedIn(surface)) === `kaifong-green: ${WORDS}`)
    // With the keyboard, from the mark's own button.
    await surface.run(words => {
      const mark = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === words)
      mark?.focus()
      mark?.click()
    }, WORDS)
    await until('the bar', () => surface.run(() => document.activeElement?.closest('[role=toolbar]') !== null))
    await click(surface, { role: 'button', name: 'Blue' })
    await until('the colour', async () => (await paintedIn(surface)) === `kaifong-blue: ${WORDS}`)
    // Words are selected, which ends it; then the mark is pressed, and its bar takes the place of theirs.
    await surface.run(select, 'rice')
    await until('the colours', () => surface.run(() => document.querySelector('.highlight-toolbar') !== null))
    await until('one bar', async () => (await look(surface, { role: 'button', name: 'Blue' })).length === 1)
    await surface.run(watchBars)
    const pressed = await surface.run(middleOfMark, 'kaifong-blue')
    await surface.clickAt(pressed.x, pressed.y)
    await find(surface, { role: 'button', name: 'Remove this highlight' })
    expect(await surface.run(mostBars)).toBe(1)
    await surface.close()
  })

  test('a mark over several paragraphs is led to from its first line on, from the list and from all highlights', async () => {
    await driver.open(site.origin + TALL_PAGE)
    const popup = new Popup(await driver.clickToolbarButton())
    await popup.save()
    await popup.surface.close()
    const library = new Library(await driver.openOwn('library.html'))
    await library.openArticle(TALL_HEADLINE)
    const reader = await driver.findOwn('reader.html')
    await find(reader, { role: 'article' })
    await reader.run(selectFromParagraph)
    await click(reader, { role: 'button', name: 'Green' })
    await until('the mark', async () => (await paintedIn(reader)).startsWith('kaifong-green'))
    await reader.run(() => scrollTo(0, 0))
    await reader.run(() => document.querySelector<HTMLElement>('.highlights__quote')?.click())
    await until('its first line in the upper half', () => reader.run(startsInUpperHalf))
    await reader.close()
    const all = await driver.openOwn('highlights.html')
    await until('the quote', () => all.run(() => document.querySelector('.marks__quote a') !== null))
    await all.run(() => document.querySelector<HTMLElement>('.marks__quote a')?.click())
    const again = await driver.findOwn('reader.html')
    await until('its first line in the upper half', () => again.run(startsInUpperHalf))
    await again.close()
  })

  test('the reader shows it too, takes a note, and both are among all highlights', async () => {
    const library = new Library(await driver.openOwn('library.html'))
    await library.openArticle(ENGLISH.headline)
    const reader = await driver.findOwn('reader.html')
    await until('the words', async () => (await paintedIn(reader)) === `kaifong-blue: ${WORDS}`)
    await reader.run(() => document.querySelector<HTMLElement>('.reader__highlights summary')?.click())
    await find(reader, { role: 'list', name: 'Highlights' })
    await reader.run(() => document.querySelector<HTMLElement>('.highlights__item textarea')?.focus())
    await reader.type('so did mine')
    // Left at once: what was typed is kept all the same.
    await reader.close()
    const all = await driver.openOwn('highlights.html')
    await until('the note', () => all.run(() => document.querySelector('.marks__note')?.textContent === 'so did mine'))
    expect((await find(all, { role: 'link', name: ENGLISH.headline })).name).toBe(ENGLISH.headline)
  })
}

function select(words: string): void {
  const paragraphs = [...document.querySelectorAll('.article__body p')]
  const text = paragraphs.find(found => found.textContent?.includes(words))?.firstChild
  if (!text) throw new Error('no such words')
  text.parentElement?.scrollIntoView({ block: 'center' })
  const at = text.textContent?.indexOf(words) ?? 0
  getSelection()?.setBaseAndExtent(text, at, text, at + words.length)
}

/** From the end of the first paragraph into the third. */
function selectFromParagraph(): void {
  const [first, , third] = [...document.querySelectorAll('.article__body p')].map(each => each.firstChild as Text)
  if (!first || !third) throw new Error('no such paragraphs')
  getSelection()?.setBaseAndExtent(first, first.length - 10, third, 10)
}

function startsInUpperHalf(): boolean {
  const [range] = CSS.highlights.get('kaifong-green') ?? []
  if (!(range instanceof Range)) return false
  const [first] = range.getClientRects()
  const bar = document.querySelector('.reader__bar')?.getBoundingClientRect().bottom ?? 0
  return first !== undefined && first.top >= bar && first.top < innerHeight / 2
}

function watchBars(): void {
  const count = () => document.querySelectorAll('.highlight-toolbar').length
  const seen = { most: count() }
  new MutationObserver(() => {
    seen.most = Math.max(seen.most, count())
  }).observe(document.body, { childList: true, subtree: true })
  Object.assign(window, { seenBars: seen })
}

/** How many bars stood over the text at the same time since `watchBars`. */
function mostBars(): number {
  return (window as unknown as { seenBars: { most: number } }).seenBars.most
}

function middleOfMark(name: string): { x: number; y: number } {
  const [range] = CSS.highlights.get(name) ?? []
  if (!(range instanceof Range)) throw new Error('nothing is marked')
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
  const { x, y, width, height } = range.getClientRects()[0] ?? new DOMRect()
  return { x: x + width / 2, y: y + height / 2 }
}

const paintedIn = (surface: Surface) =>
  surface.run(() => {
    const shown = [...CSS.highlights].flatMap(([name, ranges]) => [...ranges].map(range => `${name}: ${range}`))
    return shown.join()
  })
