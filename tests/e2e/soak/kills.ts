import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { randomFrom } from '../../bench/library-articles.ts'
import { grantedExtension } from '../drivers/built.ts'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import type { Tab } from '../drivers/driver.ts'
import { until } from '../drivers/surface.ts'
import { openSite } from '../site/server.ts'
import { type Kept, missingPictures, openLibrary, readAll, saveAll, soakArticle } from './saving.ts'

/** What many kills did to a library. */
export interface KillFigures {
  kills: number
  /** Kills that fell between the first save's start and the last one's acknowledgement. */
  midway: number
  acknowledged: number
  /** Acknowledged, and not in the library afterwards. */
  lost: string[]
  /** In the library with another text than was sent, or without all of its pictures. */
  half: string[]
  stored: number
}

export interface KillOptions {
  kills: number
  seed: number
  /** Pictures of each article. */
  pictures: number
  /** An empty folder, for the browser's profile and the extension. */
  folder: string
  onKill?: (done: number) => void
}

/** Articles sent in each round: enough that a blow falls among them. */
const PER_ROUND = 6

/** Stops the background's worker at random moments of saving, again and again, in one browser. */
export async function killWorkers(options: KillOptions): Promise<KillFigures> {
  const soak = await startSoak(options, 300)
  let driver = await soak.launch()
  let page = await openLibrary(driver)
  let told = await listen(driver, soak.acknowledged)
  for (let round = 0; round < options.kills; round++) {
    // Now and then a new browser, so that its own growth is no part of the measurement.
    if (round % 100 === 99) {
      await driver.close()
      driver = await soak.launch()
      page = await openLibrary(driver)
      told = await listen(driver, soak.acknowledged)
    }
    await soak.round(round, page, told, () => driver.stopWorker())
  }
  return soak.finish(driver, await openLibrary(driver))
}

/** Ends the whole browser with SIGKILL at random moments of saving, and starts it again on what is left. */
export async function killBrowsers(options: KillOptions): Promise<KillFigures> {
  // A browser just started takes longer than one that runs.
  const soak = await startSoak(options, 1000)
  for (let round = 0; round < options.kills; round++) {
    const driver = await soak.launch()
    const page = await openLibrary(driver)
    const told = await listen(driver, soak.acknowledged)
    await soak.round(round, page, told, () => driver.kill())
  }
  const driver = await soak.launch()
  return soak.finish(driver, await openLibrary(driver))
}

/** @param first milliseconds that a round is taken to last, until one is measured */
async function startSoak({ kills, seed, pictures, folder, onKill }: KillOptions, first: number) {
  const site = await openSite()
  const extension = await grantedExtension(join(folder, 'extension'))
  const random = randomFrom(seed)
  const acknowledged = new Set<string>()
  let [midway, usual] = [0, first]
  return {
    acknowledged,
    launch: () => launchChromium({ profile: join(folder, 'profile'), extension }),
    /** Sends articles and strikes at some moment of the time that they take. */
    async round(round: number, page: Tab, told: string, strike: () => Promise<void>): Promise<void> {
      const articles = Array.from({ length: PER_ROUND }, (_, index) =>
        soakArticle(round * PER_ROUND + index, site.origin, pictures),
      )
      const [before, started] = [acknowledged.size, Date.now()]
      const sent = saveAll(page, articles, told).catch(endsWithBrowser)
      await new Promise(resolve => setTimeout(resolve, random() * usual))
      const done = acknowledged.size - before
      await strike()
      if (done < PER_ROUND) midway++
      const unanswered = await sent
      // The time that a round takes when nothing strikes, so that blows fall on all of it.
      if (unanswered === 0) usual = 0.8 * usual + 0.2 * (Date.now() - started)
      onKill?.(round + 1)
    },
    async finish(driver: ChromiumDriver, page: Tab): Promise<KillFigures> {
      try {
        const kept = await settled(page)
        const known = new Set(kept.map(({ canonicalUrl }) => canonicalUrl))
        const sent = new Map(
          Array.from({ length: kills * PER_ROUND }, (_, index) => {
            const { article } = soakArticle(index, site.origin, pictures)
            return [article.canonicalUrl, article]
          }),
        )
        const isWhole = (each: Kept) => {
          const article = sent.get(each.canonicalUrl)
          return each.text === article?.text && each.html === article.html && each.shown === article.images.length
        }
        return {
          kills,
          midway,
          acknowledged: acknowledged.size,
          lost: [...acknowledged].filter(address => !known.has(address)),
          half: kept.filter(each => !isWhole(each)).map(({ canonicalUrl }) => canonicalUrl),
          stored: kept.length,
        }
      } finally {
        await driver.close()
        await site.close()
      }
    },
  }
}

// What was left undone goes on by itself: at every start of the worker, and every minute by the alarm. As long as there
// is any progress, it is waited for.
async function settled(page: Tab): Promise<Kept[]> {
  let left = Number.POSITIVE_INFINITY
  const isFurther = async () => {
    const now = await missingPictures(page)
    if (now >= left) return false
    left = now
    return true
  }
  while (left > 0) await until('more pictures to be stored', isFurther, 150)
  return readAll(page)
}

/** A way for the page to tell of each acknowledgement at once, heard even when the browser is killed right after. */
async function listen(driver: ChromiumDriver, acknowledged: Set<string>): Promise<string> {
  const name = 'tellTheSoak'
  const page = (await driver.browser.pages()).at(-1) as Page
  await page.exposeFunction(name, (address: string) => acknowledged.add(address))
  return name
}

// A page that is gone with its browser has nothing more to tell; everything else is the soak's own fault.
function endsWithBrowser(error: unknown): undefined {
  if (!/Target closed|detached|Session closed|Connection closed/i.test(String(error))) throw error
}
