// Pictures of every page in every theme, language and width, for people to look at: `npm run shots [NAME …]` leaves them
// in .output/shots; with names, of those pages only.
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from 'puppeteer-core'
import { type ChromiumDriver, launchChromium } from '../e2e/drivers/chromium.ts'
import { openSite, type Site } from '../e2e/site/server.ts'
import { widenPopup } from './circumstances.ts'
import { EMPTY_SCENES, FILLED_SCENES, fillLibrary, type Scene, type Stage } from './scenes.ts'

const FOLDER = resolve('.output/shots')
const LANGUAGES = ['en-US', 'zh-CN', 'zh-TW'] as const
const THEMES = ['light', 'sepia', 'dark'] as const
const only = process.argv.slice(2)

if (only.length === 0) await rm(FOLDER, { recursive: true, force: true })
await mkdir(FOLDER, { recursive: true })
const site = await openSite()
let taken = 0
for (const language of LANGUAGES) taken += await shoot(language, site)
await site.close()
console.log(`${taken} pictures in ${FOLDER}`)

async function shoot(language: (typeof LANGUAGES)[number], site: Site): Promise<number> {
  const driver = await launchChromium({ language, window: [1440, 1000] })
  try {
    const stage: Stage = { driver, site: site.origin, open: (path, before) => openOwn(driver, path, before) }
    const empty = await shootAll(EMPTY_SCENES, stage, language)
    await fillLibrary(stage)
    return empty + (await shootAll(FILLED_SCENES, stage, language))
  } finally {
    await driver.close()
  }
}

async function shootAll(scenes: readonly Scene[], stage: Stage, language: string): Promise<number> {
  let taken = 0
  for (const scene of scenes) {
    if (only.length > 0 && !only.includes(scene.name)) continue
    const page = await scene.set(stage)
    const isPopup = page.url().endsWith('/popup.html')
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    for (const [width, height] of scene.sizes) {
      if (isPopup) await page.evaluate(widenPopup, width)
      else await page.setViewport({ width, height })
      if (scene.anew) {
        await page.reload()
        await page.waitForSelector(scene.anew)
      }
      for (const theme of THEMES) {
        await page.evaluate(name => {
          document.documentElement.dataset.theme = name
        }, theme)
        const file = `${scene.name}-${language}-${theme}-${width}.png`
        await page.screenshot({ path: join(FOLDER, file) as `${string}.png` })
        taken++
      }
    }
    await page.close()
  }
  return taken
}

async function openOwn(driver: ChromiumDriver, path: string, before?: () => void): Promise<Page> {
  const page = await driver.browser.newPage()
  if (before) await page.evaluateOnNewDocument(before)
  await page.goto(`chrome-extension://${driver.extensionId}/${path}`)
  return page
}
