import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grantedExtension } from '../drivers/built.ts'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import { until } from '../drivers/surface.ts'
import { Library } from '../pages/library.ts'
import { ENGLISH, PORTAL } from '../site/sample-pages.ts'
import { openSite, type Site } from '../site/server.ts'

let driver: ChromiumDriver
let site: Site
let folder: string

// No test can answer the browser's question for access, so this build has it from the start.
beforeAll(async () => {
  site = await openSite()
  folder = await mkdtemp(join(tmpdir(), 'kaifong-e2e-'))
  driver = await launchChromium({ extension: await grantedExtension(join(folder, 'extension')) })
})
afterAll(async () => {
  await driver?.close()
  await site?.close()
  await rm(folder, { recursive: true, force: true })
})

async function inWorker<Args extends unknown[], Result>(fn: (...args: Args) => Result, ...args: Args) {
  const extension = (await driver.browser.extensions()).get(driver.extensionId)
  const worker = await until('the worker', async () => (await extension?.workers())?.[0])
  return worker.evaluate(fn as (...values: unknown[]) => Result, ...args)
}

// What the browser itself does when a menu is clicked or something typed in the address bar, which no driver can.
declare const chrome: Record<string, Record<string, { dispatch(...values: unknown[]): void }>>

test('a link is saved for later with its pictures, and the tab it was read in is gone', async () => {
  await driver.open(`${site.origin}/front.html`)
  const address = site.origin + PORTAL.path
  await inWorker(linkUrl => {
    chrome.contextMenus?.onClicked?.dispatch({ menuItemId: 'save-link', linkUrl }, { id: undefined })
  }, address)
  const library = new Library(await driver.openOwn('library.html'))
  await library.waitForHeadlines([PORTAL.headline])
  await until('the tab to be closed', async () => !driver.browser.targets().some(target => target.url() === address))
  await library.tab.close()
})

test('a selection is saved with its article, as a highlight', async () => {
  await driver.open(site.origin + ENGLISH.path)
  await inWorker(async selectionText => {
    const [tab] = await (chrome as unknown as Tabs).tabs.query({ active: true, lastFocusedWindow: true })
    chrome.contextMenus?.onClicked?.dispatch({ menuItemId: 'highlight', selectionText }, tab)
  }, 'My father thought I was mad')
  const library = new Library(await driver.openOwn('library.html'))
  await library.waitForHeadlines([ENGLISH.headline, PORTAL.headline])
  await library.openArticle(ENGLISH.headline)
  const reader = await driver.findOwn('reader.html')
  await until('the highlight', () =>
    reader.run(() => [...(CSS.highlights.get('kaifong-yellow') ?? [])].join() === 'My father thought I was mad'),
  )
  await reader.close()
})

interface Tabs {
  tabs: { query(filter: object): Promise<object[]> }
}

test('the address bar suggests what is in the library, by place and word', async () => {
  const suggested = await inWorker(
    typed =>
      new Promise<{ content: string; description: string }[]>(resolve => {
        chrome.omnibox?.onInputChanged?.dispatch(typed, resolve)
      }),
    '区 龙岗 夜市',
  )
  expect(suggested.map(({ description }) => description)).toEqual([expect.stringContaining(PORTAL.headline)])
  await inWorker(content => {
    chrome.omnibox?.onInputEntered?.dispatch(content, 'newForegroundTab')
  }, suggested[0]?.content ?? '')
  const reader = await driver.findOwn('reader.html')
  await until('the article', () => reader.run(() => document.querySelector('h1')?.textContent))
})

test('a place with a minus is left out, of what the address bar suggests and of the list that it opens', async () => {
  const suggested = await inWorker(
    typed =>
      new Promise<{ description: string }[]>(resolve => {
        chrome.omnibox?.onInputChanged?.dispatch(typed, resolve)
      }),
    '-区:龙岗',
  )
  expect(suggested).toEqual([])
  await inWorker(typed => {
    chrome.omnibox?.onInputEntered?.dispatch(typed, 'newForegroundTab')
  }, '夜市 -区:龙岗')
  const library = new Library(await driver.findOwn('library.html?without=440307'))
  expect(await library.tab.run(() => decodeURIComponent(location.search))).toBe('?without=440307&q=夜市')
  expect(await library.headlines()).toEqual([])
})
