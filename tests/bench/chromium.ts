import { fileURLToPath } from 'node:url'
import puppeteer, { type Page } from 'puppeteer-core'
import { build } from 'vite'
import type { InPage } from './in-page.ts'

/** What in-page.ts does, done in a headless Chromium. */
export interface Bench {
  extractWithAll(...of: Parameters<InPage['extractWithAll']>): Promise<ReturnType<InPage['extractWithAll']>>
  timeGiants(): Promise<ReturnType<InPage['timeGiants']>>
  close(): Promise<void>
}

export async function openBench(): Promise<Bench> {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    pipe: true,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
      '--js-flags=--expose-gc',
    ],
  })
  const page = await browser.newPage()
  await openIsolated(page)
  await page.evaluate(await bundle())
  return {
    extractWithAll: (...of) => page.evaluate((...args) => inPage().extractWithAll(...args), ...of),
    timeGiants: () => page.evaluate(() => inPage().timeGiants()),
    close: () => browser.close(),
  }
}

/**
 * Opens an empty page by itself in its process, where clocks tell 5 µs; elsewhere they tell 100, of pages read in 2,000.
 * https://developer.mozilla.org/en-US/docs/Web/API/Performance/now#security_requirements
 */
async function openIsolated(page: Page): Promise<void> {
  const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }
  await page.setRequestInterception(true)
  page.once('request', request => request.respond({ contentType: 'text/html', headers, body: '<title>Bench</title>' }))
  await page.goto('https://bench.example/')
  await page.setRequestInterception(false)
  if (!(await page.evaluate(() => crossOriginIsolated))) throw new Error('The clock of the bench is too coarse')
}

/** Stands for the bundle's global inside the page. */
declare function inPage(): InPage

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('./in-page.ts', import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'bench' } },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('vite built nothing')
  return `${output.output[0].code};globalThis.inPage = () => bench`
}
