// From the click on the toolbar button to the headline and first paragraph painted, against a popup that is Readability
// and nothing else, in one run of real Chromium: `npx tsx tests/bench/popup.ts [rounds]` after `wxt build`. Ratios of one
// run only: absolute times are this machine's.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import puppeteer, { type Browser, type Extension } from 'puppeteer-core'
import { bareExtension, probedExtension } from './popup-extensions.ts'
import { timeGazetteer } from './popup-gazetteer.ts'
import { type BenchPage, benchPages } from './popup-pages.ts'
import { startBytes } from './popup-size.ts'

const ROUNDS = Number(process.argv[2] ?? 15)
const LIMIT = 1.3
const LONG_TASK = 50
const GAZETTEER_LIMIT = 30
const START_LIMIT = 60 * 1024

interface Probed {
  timeOrigin: number
  painted: number
  asked: { from: number; to: number }
  longTasks: number[]
}

/** Milliseconds since the click, but for the long tasks and the gazetteer, which are durations. */
interface Timing {
  opened: number
  asked: number
  answered: number
  painted: number
  longTasks: number[]
  /** A duration too. */
  gazetteer: number
}

const folder = await mkdtemp(path.join(tmpdir(), 'kaifong-popup-'))
try {
  const bytes = startBytes('.output/chrome-mv3')
  say('code loaded at start, gzipped', `${bytes} bytes, limit ${START_LIMIT}`, bytes <= START_LIMIT)
  for (const page of benchPages()) await measure(page)
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measure(page: BenchPage): Promise<void> {
  const server = createServer((request, response) => {
    const found = request.url === '/page.html'
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html' }).end(found ? page.body : '')
  }).listen(0, '127.0.0.1')
  const browser = await launch()
  try {
    await new Promise(resolve => (server.listening ? resolve(undefined) : server.once('listening', resolve)))
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/page.html`
    const own = await install(browser, await probedExtension(path.join(folder, 'own')))
    // The first-run page opens by itself: it must be there before anything is measured.
    await browser.waitForTarget(found => found.url().endsWith('/welcome.html'))
    const bare = await install(browser, await bareExtension(path.join(folder, 'bare')))
    const timings = { own: [] as Timing[], bare: [] as Timing[] }
    for (let round = -1; round < ROUNDS; round++) {
      const order = round % 2 === 0 ? (['own', 'bare'] as const) : (['bare', 'own'] as const)
      for (const name of order) {
        const timing = await clickOnce(browser, name === 'own' ? own : bare, url)
        // The first round warms both up.
        if (round >= 0) timings[name].push(timing)
      }
    }
    report(page.name, timings)
  } finally {
    await browser.close()
    server.close()
  }
}

async function clickOnce(browser: Browser, extension: Extension, url: string): Promise<Timing> {
  const page = await browser.newPage()
  await page.evaluateOnNewDocument(watchLongTasks)
  await page.goto(url, { waitUntil: 'load' })
  await page.bringToFront()
  // A reader clicks a page that has settled.
  await page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve)))
  await page.evaluate('longTasks.length = 0')
  const clicked = performance.timeOrigin + performance.now()
  await page.triggerExtensionAction(extension)
  const target = await browser.waitForTarget(found => found.url() === `chrome-extension://${extension.id}/popup.html`)
  const popup = await target.asPage()
  await popup.waitForFunction(() => 'painted' in globalThis)
  const { timeOrigin, painted, asked, longTasks } = (await popup.evaluate('painted')) as Probed
  const inPage = (await page.evaluate('longTasks')) as number[]
  const gazetteer = extension.name === 'Bare' ? Number.NaN : await timeGazetteer(popup)
  await popup.close()
  await page.close()
  const since = (time: number) => timeOrigin + time - clicked
  return {
    opened: since(0),
    asked: since(asked.from),
    answered: since(asked.to),
    painted: since(painted),
    longTasks: [...longTasks, ...inPage].filter(duration => duration > LONG_TASK),
    gazetteer,
  }
}

function watchLongTasks(): void {
  const longTasks: number[] = []
  Object.assign(globalThis, { longTasks })
  new PerformanceObserver(list => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  })
}

function report(name: string, { own, bare }: Record<'own' | 'bare', Timing[]>): void {
  console.log(name)
  for (const [who, timings] of Object.entries({ Kaifong: own, bare })) {
    const middle = (part: 'opened' | 'asked' | 'answered' | 'painted') =>
      `${part} ${Math.round(median(timings.map(timing => timing[part])))}`
    console.log(
      `    ${who}: ms from the click, medians: ${(['opened', 'asked', 'answered', 'painted'] as const).map(middle).join(', ')}`,
    )
  }
  const ratio = median(own.map(({ painted }) => painted)) / median(bare.map(({ painted }) => painted))
  say('painted, of the bare popup’s time', `${ratio.toFixed(2)}, limit ${LIMIT}`, ratio <= LIMIT)
  const long = own.flatMap(({ longTasks }) => longTasks)
  const worst = Math.round(Math.max(0, ...long))
  say(
    'long tasks',
    `${long.length} in ${own.length} clicks, longest ${worst} ms (bare: ${bare.flatMap(({ longTasks }) => longTasks).length})`,
    long.length === 0,
  )
  const gazetteer = median(own.map(timing => timing.gazetteer))
  say(
    'gazetteer loaded in a popup, median',
    `${Math.round(gazetteer)} ms, limit ${GAZETTEER_LIMIT}`,
    gazetteer <= GAZETTEER_LIMIT,
  )
}

async function install(browser: Browser, folder: string): Promise<Extension> {
  const id = await browser.installExtension(folder)
  const extension = (await browser.extensions()).get(id)
  if (!extension) throw new Error(`Chromium did not take ${folder}`)
  return extension
}

function launch(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    pipe: true,
    enableExtensions: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Pages name hosts that are not to be asked.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  })
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function say(what: string, figure: string, fine: boolean): void {
  console.log(`${fine ? 'ok  ' : 'MISS'} ${what}: ${figure}`)
}
