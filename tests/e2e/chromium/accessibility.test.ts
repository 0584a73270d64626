import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { widenPopup } from '../../shots/circumstances.ts'
import { EMPTY_SCENES, FILLED_SCENES, fillLibrary, type Scene, type Stage } from '../../shots/scenes.ts'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import { openSite, type Site } from '../site/server.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** A window of 1280 pixels at 400%, or a phone. */
const NARROW = { width: 320, height: 640 }

let driver: ChromiumDriver
let site: Site
let stage: Stage

beforeAll(async () => {
  site = await openSite()
  driver = await launchChromium({ window: [1440, 1000] })
  stage = { driver, site: site.origin, open: openOwn }
})
afterAll(async () => {
  await driver?.close()
  await site?.close()
})

async function openOwn(path: string, before?: () => void): Promise<Page> {
  const page = await driver.browser.newPage()
  if (before) await page.evaluateOnNewDocument(before)
  await page.goto(`chrome-extension://${driver.extensionId}/${path}`)
  return page
}

/** What axe finds on a page, in each theme: "dark: color-contrast at .row__excerpt". */
async function faultsOf(page: Page): Promise<string[]> {
  // Colours on their way from one theme to the next are neither's.
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
  await page.evaluate(AXE)
  const faults: string[] = []
  for (const theme of ['light', 'sepia', 'dark']) {
    await page.evaluate(name => {
      document.documentElement.dataset.theme = name
    }, theme)
    const found = await page.evaluate(
      values => (globalThis as unknown as { axe: typeof axe }).axe.run(document, { runOnly: values }),
      RULES,
    )
    faults.push(
      ...found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${theme}: ${id} at ${target}`)),
    )
  }
  return faults
}

/** What moves although the reader asked for stillness. */
const moving = (page: Page) =>
  page.evaluate(() => {
    const lasts = (style: CSSStyleDeclaration) =>
      [style.transitionDuration, style.animationDuration].some(all => /[1-9]/.test(all))
    return [...document.querySelectorAll('*')].filter(each => lasts(getComputedStyle(each))).map(each => each.className)
  })

/** What has to be scrolled sideways in a narrow window to be read; tables and rows of tabs may. */
async function sticksOut(page: Page): Promise<string[]> {
  if (page.url().endsWith('/popup.html')) await page.evaluate(widenPopup, NARROW.width)
  else await page.setViewport(NARROW)
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll('html, body, body *')].filter(each => each.checkVisibility())
    const scrolled = boxes.filter(each => {
      const scrolls = each === document.documentElement || /auto|scroll/.test(getComputedStyle(each).overflowX)
      return scrolls && each.scrollWidth > each.clientWidth + 1 && !each.matches('.article__table, pre, nav, textarea')
    })
    const beyond = boxes.filter(each => each.matches('button, input, a') && each.getBoundingClientRect().left < -1)
    return [...scrolled, ...beyond.filter(each => !each.closest('nav'))].map(
      each => `${each.tagName} ${each.className}`,
    )
  })
}

async function check({ set }: Scene): Promise<void> {
  const page = await set(stage)
  expect(await faultsOf(page)).toEqual([])
  expect(await moving(page)).toEqual([])
  expect(await sticksOut(page)).toEqual([])
  await page.close()
}

describe('axe finds nothing in any theme, nothing moves that should not, and nothing sticks out', () => {
  test.each(EMPTY_SCENES)('$name', check)

  describe('with articles saved', () => {
    beforeAll(() => fillLibrary(stage))
    // The last six change what is kept.
    const [walked, last] = [FILLED_SCENES.slice(0, -6), FILLED_SCENES.slice(-6)]
    test.each(walked)('$name', check)

    test.each(walked.filter(({ name }) => ['library', 'reader', 'options', 'highlights'].includes(name)))(
      '$name can be walked through by keyboard, and shows where one is',
      async ({ set }) => {
        const page = await set(stage)
        const stops = await walk(page)
        expect(stops.length).toBeGreaterThan(2)
        expect(stops.filter(({ shown }) => !shown)).toEqual([])
        await page.close()
      },
    )
    test.each(last)('$name', check)
  })
})

interface Stop {
  what: string
  /** It is in the window, and something marks it. */
  shown: boolean
}

/** Every place that the tab key leads to, once around. */
async function walk(page: Page): Promise<Stop[]> {
  await page.bringToFront()
  const stops: Stop[] = []
  const MOST = 150
  while (stops.length < MOST) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const at = document.activeElement
      if (!at || at === document.body || at.hasAttribute('data-walked')) return undefined
      at.setAttribute('data-walked', '')
      const { top, bottom } = at.getBoundingClientRect()
      // A field in a frame of its own, or a choice that its label draws, is marked there.
      const marks = [at, at.parentElement, at.nextElementSibling].filter(each => each !== null)
      const marked = marks.some(each => getComputedStyle(each).outlineStyle !== 'none')
      return {
        what: `${at.tagName} ${at.getAttribute('aria-label') ?? at.textContent}`.trim().slice(0, 60),
        shown: marked && bottom > 0 && top < innerHeight,
      }
    })
    if (!stop) return stops
    stops.push(stop)
  }
  return stops
}

test('all of these find what is wrong, so that the tests above can fail', async () => {
  const page = await openOwn('options.html')
  await page.waitForSelector('h1')
  await page.evaluate(() =>
    document.querySelector('h1')?.insertAdjacentElement('afterend', document.createElement('button')),
  )
  expect(await faultsOf(page)).toContainEqual(expect.stringContaining('button-name'))
  await page.evaluate(() => {
    const { style } = document.querySelector('h1 + button') as HTMLElement
    style.outline = 'none'
    style.transition = 'color 1s'
    style.inlineSize = '40rem'
  })
  expect(await walk(page)).toContainEqual({ what: 'BUTTON', shown: false })
  expect(await moving(page)).toHaveLength(1)
  expect(await sticksOut(page)).not.toEqual([])
})
