import type { TaggedArticle } from '../../../utils/article/article.ts'
import { generateArticle } from '../../bench/library-articles.ts'
import type { ChromiumDriver } from '../drivers/chromium.ts'
import type { Tab } from '../drivers/driver.ts'
import { until } from '../drivers/surface.ts'

/** Articles sent at the same time, as a reader with many tabs would. */
const AT_ONCE = 3

/** Article number `index`; `pictures` says how many it has on the site at `origin`. */
export function soakArticle(index: number, origin: string, pictures: number): TaggedArticle {
  const { article, tags } = generateArticle(index)
  const images = Array.from({ length: pictures }, (_, picture) => ({
    url: `${origin}/pictures/market.png?${index}-${picture}`,
  }))
  return { article: { ...article, images }, tags }
}

/** One of the longest articles that there are, such as fill a database's files. */
export function longArticle(index: number): TaggedArticle {
  const { article, tags } = soakArticle(index, '', 0)
  const parts = Array.from({ length: 15 }, (_, part) => generateArticle(1_000_000 + index * 15 + part).article)
  const [html, text] = [parts.map(part => part.html).join('\n'), parts.map(part => part.text).join('\n')]
  return { article: { ...article, html, text }, tags }
}

/**
 * Asks the background, from one of Kaifong's own pages, to save the articles, as the popup does.
 * @param told called in the page with the address of each article at the moment its save is acknowledged
 * @returns how many were never answered: their saver died
 */
export function saveAll(page: Tab, articles: TaggedArticle[], told: string, atOnce = AT_ONCE): Promise<number> {
  return page.run(saveInPage, articles, told, atOnce)
}

async function saveInPage(articles: TaggedArticle[], told: string, atOnce: number): Promise<number> {
  const tell = (globalThis as unknown as Record<string, (address: string) => void>)[told]
  const waiting = [...articles]
  let unanswered = 0
  const work = async () => {
    for (let each = waiting.shift(); each; each = waiting.shift()) {
      const request = { article: each.article, tags: each.tags }
      try {
        const reply = await chrome.runtime.sendMessage({ name: 'save', request })
        if (reply?.response?.status === 'saved') tell?.(each.article.canonicalUrl)
        else unanswered++
      } catch {
        // The worker was stopped before it answered: nothing was promised.
        unanswered++
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return unanswered
}

/** An article as the library gives it back. */
export interface Kept {
  canonicalUrl: string
  text: string
  html: string
  pictures: { wanted: number; stored: number; failed: number }
  /** Pictures that came back with their bytes. */
  shown: number
}

/** Everything in the library, each article opened. */
export async function readAll(page: Tab): Promise<Kept[]> {
  const kept: Kept[] = []
  for (let more = true; more; ) {
    const part = await page.run(readInPage, kept.length)
    kept.push(...part)
    more = part.length > 0
  }
  return kept
}

async function readInPage(offset: number): Promise<Kept[]> {
  const ask = async (name: string, request: object) => (await chrome.runtime.sendMessage({ name, request })).response
  const { rows } = await ask('list', { query: {}, window: { offset, limit: 100 } })
  const kept: Kept[] = []
  for (const { id, canonicalUrl, pictures } of rows) {
    const { html, text, pictures: shown } = await ask('read', { id })
    kept.push({ canonicalUrl, html, text, pictures, shown: shown.length })
  }
  return kept
}

/** How many pictures of all articles are still to be stored. */
export async function missingPictures(page: Tab): Promise<number> {
  let missing = 0
  for (let offset = 0, more = true; more; offset += LIST) {
    const part = await page.run(missingInPage, offset, LIST)
    missing += part.missing
    more = part.rows > 0
  }
  return missing
}

const LIST = 500

async function missingInPage(offset: number, limit: number): Promise<{ rows: number; missing: number }> {
  const request = { query: {}, window: { offset, limit } }
  const { rows } = (await chrome.runtime.sendMessage({ name: 'list', request })).response
  let missing = 0
  for (const { pictures } of rows) missing += pictures.wanted - pictures.stored
  return { rows: rows.length, missing }
}

/** Opens the library and waits until it shows its articles, or says that it has none. */
export async function openLibrary(driver: ChromiumDriver): Promise<Tab> {
  const page = await driver.openOwn('library.html')
  await until('the library to open', () =>
    page.run(() => document.querySelector('.row__title, .blank, .notice') !== null),
  )
  return page
}

declare const chrome: {
  runtime: {
    // biome-ignore lint/suspicious/noExplicitAny: what the background answers is what is under test here
    sendMessage(message: { name: string; request: object }): Promise<any>
  }
}
