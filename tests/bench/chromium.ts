import { fileURLToPath } from 'node:url'
import puppeteer from 'puppeteer-core'
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
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
  const page = await browser.newPage()
  await page.evaluate(await bundle())
  return {
    extractWithAll: (...of) => page.evaluate((...args) => inPage().extractWithAll(...args), ...of),
    timeGiants: () => page.evaluate(() => inPage().timeGiants()),
    close: () => browser.close(),
  }
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
