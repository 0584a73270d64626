// What a person waits for on the library page itself, in the built extension: part of tests/bench/library.ts.
import { cp, writeFile } from 'node:fs/promises'
import path from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'

export interface UiFigures {
  /** Milliseconds from a click on a district to its first rows painted. */
  filter: number[]
  /** Milliseconds from the start of loading to the first rows painted. */
  open: number[]
  /** Milliseconds between the frames of long scrolls, each from the top. */
  scrolls: number[][]
  /** The same of a page of nothing but text, in between: what the machine makes late by itself. */
  stillScrolls: number[][]
  /** Bytes that the page's scripts hold after it. */
  heap: number
}

const ROUNDS = 10
const FRAMES = 900
const SCROLLS = 5
const DISTRICT = '龙岗区'

/**
 * Measures libraries of these sizes, in turns so that the machine's other work falls on all; the first is not scrolled.
 * @param bench a script that fills libraries: library-page.ts, bundled
 */
export async function measureUi(folder: string, bench: string, sizes: readonly number[]): Promise<UiFigures[]> {
  const extension = path.join(folder, 'extension')
  await cp(path.resolve('.output/chrome-mv3'), extension, { recursive: true })
  await cp(bench, path.join(extension, 'bench.js'))
  await writeFile(path.join(extension, 'bench.html'), '<!doctype html><script type="module" src="bench.js"></script>')
  await writeFile(path.join(extension, 'still.html'), STILL)
  for (const size of sizes) await fill(path.join(folder, `ui-${size}`), extension, size)
  const opened: { browser: Browser; url: string; figures: UiFigures }[] = []
  for (const size of sizes) {
    const { browser, origin } = await launch(path.join(folder, `ui-${size}`), extension)
    const figures = { filter: [], open: [], scrolls: [], stillScrolls: [], heap: 0 }
    opened.push({ browser, url: `${origin}/library.html`, figures })
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const each of opened) await measureOnce(each)
  }
  for (let round = 0; round < SCROLLS; round++) {
    for (const each of opened.slice(1)) await scrollOnce(each)
  }
  for (const { browser } of opened) await browser.close()
  return opened.map(({ figures }) => figures)
}

async function measureOnce({ browser, url, figures }: { browser: Browser; url: string; figures: UiFigures }) {
  const page = await openLibrary(browser, url)
  figures.open.push((await page.evaluate('globalThis.firstRowsAt')) as number)
  await page.waitForFunction(isInTree, {}, DISTRICT)
  figures.filter.push(await page.evaluate(clickDistrict, DISTRICT))
  await page.close()
}

async function scrollOnce({ browser, url, figures }: { browser: Browser; url: string; figures: UiFigures }) {
  const still = await browser.newPage()
  await still.setViewport(VIEWPORT)
  await still.evaluateOnNewDocument(NAMES)
  await still.goto(url.replace('library.html', 'still.html'))
  figures.stillScrolls.push(await still.evaluate(scrollLong, FRAMES / 3))
  await still.close()
  const page = await openLibrary(browser, url)
  figures.scrolls.push(await page.evaluate(scrollLong, FRAMES))
  figures.heap = await heapOf(page)
  await page.close()
}

/** The compiler of this script names functions with a helper that pages do not have. */
const NAMES = 'globalThis.__name = fn => fn'

const VIEWPORT = { width: 1280, height: 900 }

const STILL = `<!doctype html><style>body { margin: 0 } main { position: fixed; inset: 0; overflow-y: auto }</style>
<main class="library__main">${'<p>一段静止的文字</p>'.repeat(5000)}</main>`

async function openLibrary(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage()
  await page.setViewport(VIEWPORT)
  await page.evaluateOnNewDocument(NAMES)
  await page.evaluateOnNewDocument(noteFirstRows)
  await page.goto(url)
  await page.waitForFunction('globalThis.firstRowsAt !== undefined')
  return page
}

function noteFirstRows(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('.row__title')) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { firstRowsAt: performance.now() }), 0))
  })
  observer.observe(document, { childList: true, subtree: true })
}

function isInTree(district: string): boolean {
  return [...document.querySelectorAll('.district-tree a')].some(link => link.textContent?.includes(district))
}

function clickDistrict(district: string): Promise<number> {
  const links = [...document.querySelectorAll<HTMLElement>('.district-tree a')]
  const link = links.find(each => each.textContent?.includes(district))
  const areShown = () => {
    const rows = [...document.querySelectorAll('.row__title')].map(title => title.closest('li, .row'))
    return rows.length > 0 && rows.every(row => row?.textContent?.includes(district))
  }
  return new Promise(resolve => {
    const start = performance.now()
    const observer = new MutationObserver(() => {
      if (!areShown()) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start), 0))
    })
    observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
    link?.click()
  })
}

// A steady fast scroll: nearly a row a frame, a screen in nine.
function scrollLong(count: number): Promise<number[]> {
  const scroller = document.querySelector('.library__main') as HTMLElement
  return new Promise(resolve => {
    const taken: number[] = []
    let last = performance.now()
    const step = () => {
      const now = performance.now()
      taken.push(now - last)
      last = now
      if (taken.length > count) return resolve(taken.slice(1))
      scroller.scrollTop += 100
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession()
  await session.send('HeapProfiler.collectGarbage')
  const { JSHeapUsedSize } = await page.metrics()
  return JSHeapUsedSize ?? 0
}

async function fill(profile: string, extension: string, size: number): Promise<void> {
  const { browser, origin } = await launch(profile, extension)
  const page = await browser.newPage()
  await page.goto(`${origin}/bench.html`)
  for (let from = 0; from < size; from += 10_000) {
    await page.evaluate(`bench.fill('kaifong', ${from}, ${Math.min(size, from + 10_000)})`)
  }
  await browser.close()
}

async function launch(userDataDir: string, extension: string): Promise<{ browser: Browser; origin: string }> {
  const browser = await puppeteer.launch({
    executablePath: '/usr/bin/chromium',
    headless: true,
    pipe: true,
    enableExtensions: true,
    userDataDir,
    protocolTimeout: 600_000,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
  return { browser, origin: `chrome-extension://${await browser.installExtension(extension)}` }
}
