// The library's figures, in real Chromium: `npx tsx tests/bench/library.ts [articles] [search|calls|sizes|page]`. Ratios of
// one run only: absolute times are this machine's. The page is that of .output/chrome-mv3: build it first.
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { build } from 'vite'
import { measureUi } from './library-ui.ts'

const LARGE = Number(process.argv[2] ?? 100_000)
const SMALL = 1_000
const PART = process.argv[3]
const TIMED = ['open', 'filter', 'filterState', 'filterSource', 'counts'] as const
/** Milliseconds: a frame that came after half of the next one's time has missed its own. */
const LATE = 1.5 * (1000 / 60)
const here = path.dirname(fileURLToPath(import.meta.url))

const folder = await mkdtemp(path.join(tmpdir(), 'kaifong-bench-'))
try {
  const server = await servePage(await bundle(folder))
  try {
    const { address } = server
    const profile = path.join(folder, 'profile')
    if (isAsked('search')) await measureSearch(address, `${profile}-search`)
    if (isAsked('calls')) await measureCalls(address, profile)
    if (isAsked('sizes')) {
      await sizes(address, `${profile}-sizes`, 0)
      await sizes(address, `${profile}-sizes-with-index`, 1)
    }
  } finally {
    server.close()
  }
  if (isAsked('page')) await measurePage()
} finally {
  await rm(folder, { recursive: true, force: true })
}

function isAsked(part: 'search' | 'calls' | 'sizes' | 'page'): boolean {
  return PART === undefined || PART === part
}

async function measureSearch(address: string, profile: string): Promise<void> {
  const browser = await launch(profile)
  await timeSearch(await openPage(browser, address))
  await browser.close()
}

async function measureCalls(address: string, profile: string): Promise<void> {
  let browser = await launch(profile)
  let page = await openPage(browser, address)
  await fill(page)
  // Filling leaves the browser's database busy with tidying up, which no reader's library is.
  await browser.close()
  browser = await launch(profile)
  page = await openPage(browser, address)
  await timeQueries(page)
  await timeSaves(page)
  await browser.close()
}

/** The library page as a person meets it. */
async function measurePage(): Promise<void> {
  const [few, small, large] = await measureUi(folder, path.join(folder, 'bench.js'), [100, SMALL, LARGE])
  if (!few || !small || !large) return
  const compare = (what: string, a: number[], b: number[], limit: number) => {
    const times = median(a) / median(b)
    say(what, `${ratio(median(a), median(b))} (${ms(median(a))} / ${ms(median(b))}), at most ${limit}`, times <= limit)
  }
  compare(`page: district to painted rows, ${LARGE} / ${SMALL}`, large.filter, small.filter, 2)
  compare(`page: opening to painted rows, ${LARGE} / 100`, large.open, few.open, 1.5)
  for (const [size, { scrolls, stillScrolls }] of [
    [SMALL, small],
    [LARGE, large],
  ] as const) {
    const late = median(scrolls.map(lateShare))
    const each = scrolls.map(frames => percent(lateShare(frames))).join(', ')
    const still = percent(median(stillScrolls.map(lateShare)))
    const figures = `${percent(late)} of frames late (${each}; a still page ${still}), p95 ${ms(p95(scrolls.flat()))}`
    say(`page: scrolling ${size} rows`, `${figures}, at most 1%`, late <= 0.01)
  }
  const heap = large.heap / small.heap
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
  const held = `${heap.toFixed(2)} × (${megabytes(large.heap)} / ${megabytes(small.heap)}), at most 2`
  say('page: memory after scrolling', held, heap <= 2)
}

function lateShare(frames: readonly number[]): number {
  return frames.filter(frame => frame > LATE).length / frames.length
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`
}

/** Bytes on the disk for each article, after the next start of the browser. */
async function sizes(address: string, profile: string, searchable: 0 | 1): Promise<void> {
  const count = 5_000
  let browser = await launch(profile)
  let page = await openPage(browser, address)
  const gzipped = (await run(page, 'fill', 'sizes', 0, count, 1000, searchable)) as number
  if (searchable) {
    await run(page, 'index', 'sizes')
    const own = (await run(page, 'indexBytes', 'sizes')) as number
    console.log(`  bytes per article of the search index itself: ${Math.round(own / count)}`)
  }
  await browser.close()
  browser = await launch(profile)
  page = await openPage(browser, address)
  await run(page, 'start')
  await run(page, 'open', 'sizes')
  const stored = await bytesAtRest(path.join(profile, 'Default', 'IndexedDB'))
  await browser.close()
  const limit = (1.2 * gzipped) / count + 2048
  const what = searchable ? 'bytes per article with the search index' : 'bytes per article'
  say(what, `${Math.round(stored / count)}, limit ${Math.round(limit)}`, stored / count <= limit)
}

async function timeSearch(page: Page): Promise<void> {
  const [few, many] = [2_000, 20_000]
  for (const [name, size] of [
    ['texts-few', few],
    ['texts-many', many],
  ] as const) {
    for (let from = 0; from < size; from += 1000) await run(page, 'fill', name, from, from + 1000, 1, 1)
    const steps = (await run(page, 'index', name)) as number[]
    const total = steps.reduce((sum, step) => sum + step, 0)
    console.log(`  indexed ${size} texts in ${Math.round(total / 1000)} s, longest step ${ms(Math.max(...steps))}`)
  }
  const small = p95((await run(page, 'search', 'texts-few', few, 200)) as number[])
  const large = p95((await run(page, 'search', 'texts-many', many, 200)) as number[])
  say(`search, p95, over ${many} texts`, `${ms(large)}, at most 100 ms`, large <= 100)
  say('search, p95: 20,000 / 2,000', `${ratio(large, small)} (${ms(small)}), at most 4`, large / small <= 4)
  const phrases = (await run(page, 'search', 'texts-many', many, 40, 1)) as number[]
  console.log(`  phrases, each for the first time: median ${ms(median(phrases))}, p95 ${ms(p95(phrases))}`)
}

async function fill(page: Page): Promise<void> {
  await run(page, 'fill', 'small', 0, SMALL)
  const started = performance.now()
  for (let from = 0; from < LARGE; from += 10_000) {
    await run(page, 'fill', 'large', from, Math.min(LARGE, from + 10_000))
  }
  console.log(`filled ${LARGE} articles in ${Math.round((performance.now() - started) / 1000)} s`)
}

async function timeQueries(page: Page): Promise<void> {
  for (const name of TIMED) {
    const [small, large] = await alternately(page, name, 'small', 'large')
    const [target, label] =
      name === 'open' ? [1.5, 'open: database, first rows, counts'] : [2, `${name}: large / small`]
    const ratioOfMedians = median(large) / median(small)
    const figures = `${ratio(median(large), median(small))} (${ms(median(large))} / ${ms(median(small))})`
    say(label, `${figures}, at most ${target}`, ratioOfMedians <= target)
    if (name !== 'filter') continue
    const all = median((await run(page, 'readAllAndFilter', 'large', 3)) as number[])
    const times = all / median(large)
    say('read all and filter / filter', `${times.toFixed(0)} × (${ms(all)}), at least 50`, times >= 50)
  }
  const middle = median((await run(page, 'middle', 'large', LARGE, 10)) as number[])
  console.log(`  a window in the middle of ${LARGE}: ${ms(middle)}`)
}

/** Times of both libraries, measured in turns so that the machine's other work falls on both. */
async function alternately(page: Page, name: (typeof TIMED)[number], one: string, other: string) {
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round < 10; round++) {
    for (const [index, library] of [one, other].entries()) {
      const taken = await run(page, name, library, 5)
      times[index === 0 ? 0 : 1].push(...(typeof taken === 'number' ? [taken] : (taken as number[])))
    }
  }
  return times
}

async function timeSaves(page: Page): Promise<void> {
  const [FIRST, ROUNDS, EACH] = [5_000_000, 10, 20]
  const [empty, large]: number[][] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    const from = FIRST + round * EACH
    empty?.push(...((await run(page, 'save', 'empty', from, EACH)) as number[]))
    large?.push(...((await run(page, 'save', 'large', from, EACH)) as number[]))
  }
  const [small, big] = [p95(empty ?? []), p95(large ?? [])]
  say('save, p95: large / empty', `${ratio(big, small)} (${ms(big)} / ${ms(small)}), at most 1.5`, big / small <= 1.5)
  console.log(`  save, median: ${ms(median(large ?? []))} / ${ms(median(empty ?? []))}`)
}

function run(page: Page, name: string, ...values: (string | number)[]): Promise<unknown> {
  return page.evaluate(
    (call, given) => {
      const { bench } = globalThis as unknown as { bench: Record<string, (...given: unknown[]) => Promise<unknown>> }
      return bench[call]?.(...given)
    },
    name,
    values,
  )
}

async function bundle(outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: here,
    build: {
      outDir,
      emptyOutDir: false,
      minify: false,
      target: 'esnext',
      lib: { entry: path.join(here, 'library-page.ts'), formats: ['es'], fileName: () => 'bench.js' },
    },
  })
  await writeFile(
    path.join(outDir, 'index.html'),
    '<!doctype html><link rel="icon" href="data:,"><script type="module" src="bench.js"></script>',
  )
  return outDir
}

async function servePage(root: string): Promise<{ address: string; close(): void }> {
  const { readFile } = await import('node:fs/promises')
  const files = { '/': ['index.html', 'text/html'], '/bench.js': ['bench.js', 'text/javascript'] } as const
  const server = createServer(async (request, response) => {
    const file = files[request.url as keyof typeof files]
    if (!file) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': file[1] }).end(await readFile(path.join(root, file[0])))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { address: `http://127.0.0.1:${address.port}/`, close: () => server.close() }
}

function launch(userDataDir: string): Promise<Browser> {
  return puppeteer.launch({
    executablePath: '/usr/bin/chromium',
    headless: true,
    pipe: true,
    userDataDir,
    protocolTimeout: 600_000,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
}

async function openPage(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage()
  page.on('console', message => console.log('  page:', message.text()))
  await page.goto(address, { waitUntil: 'load' })
  return page
}

/** Bytes of a folder once the browser has tidied it up: what it merges stands there twice until it is done. */
async function bytesAtRest(folder: string): Promise<number> {
  for (let before = 0, since = Date.now(); ; ) {
    const bytes = await folderBytes(folder)
    if (bytes !== before) [before, since] = [bytes, Date.now()]
    else if (Date.now() - since > 5_000) return bytes
    await new Promise(resolve => setTimeout(resolve, 250))
  }
}

async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = entries
    .filter(entry => entry.isFile())
    // A file may go while they are counted.
    .map(async entry => (await stat(path.join(entry.parentPath, entry.name)).catch(() => undefined))?.size ?? 0)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

function say(what: string, figures: string, holds: boolean): void {
  console.log(`${holds ? 'ok  ' : 'OVER'} ${what}: ${figures}`)
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

function p95(values: readonly number[]): number {
  return quantile(values, 0.95)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(2)} ×`
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`
}
