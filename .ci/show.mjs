// The part of `npm start` that needs the installed packages: drives Chromium with the built extension.
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import puppeteer from 'puppeteer-core'
import { root } from './shell.mjs'

const SAMPLE = join(root, 'tests/fixtures/portal')
const SHOTS = join(root, '.output/start')
const TYPES = { '.html': 'text/html; charset=utf-8', '.png': 'image/png', '.gif': 'image/gif' }
const FLAGS = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || process.platform !== 'linux'

const server = createServer(serveSample).listen(0, '127.0.0.1')
await once(server, 'listening')
const url = process.argv[2] ?? `http://127.0.0.1:${server.address().port}/portal.html`
const browser = await puppeteer.launch({
  executablePath: '/usr/bin/chromium',
  headless: !hasDisplay,
  pipe: true,
  enableExtensions: true,
  defaultViewport: null,
  args: [
    ...FLAGS,
    '--disable-component-update',
    '--disable-sync',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
})
const id = await browser.installExtension(join(root, '.output/chrome-mv3'))
// The first-run page opens by itself; here the sample is to be in front.
await browser.waitForTarget(found => found.url().endsWith('/welcome.html'))
const page = await browser.newPage()
try {
  await page.goto(url, { waitUntil: 'domcontentloaded' })
} catch (error) {
  console.error(`${url} could not be opened (${error.message}). Is the address right, and the network there?`)
  process.exit(1)
}
if (hasDisplay) {
  console.log(
    'The browser is open. Click the red gate in the toolbar (it may be behind the puzzle piece) to read the page.',
  )
  await new Promise(resolve => browser.once('disconnected', resolve))
} else {
  await showMainJob()
  await browser.close()
}
server.close()

async function showMainJob() {
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: join(SHOTS, '1-page.png') })
  await page.triggerExtensionAction((await browser.extensions()).get(id))
  const target = await browser.waitForTarget(found => found.url().endsWith('/popup.html'))
  const popup = await target.asPage()
  await popup.waitForSelector('h1')
  const article = await popup.$('article')
  if (!article) {
    console.log(await popup.$eval('main', main => main.textContent))
    return
  }
  await popup.waitForSelector('[aria-label="Districts"] li, [aria-label="区县"] li', { timeout: 5000 }).catch(() => {
    console.log('No district was recognised on this page.')
  })
  await popup.screenshot({ path: join(SHOTS, '2-popup.png') })
  console.log(await popup.evaluate(summary))
  await popup.locator('button[aria-keyshortcuts="s"]:not([disabled])').click()
  await popup.waitForSelector('.button--done')
  const library = await browser.newPage()
  await library.setViewport({ width: 1200, height: 800 })
  await library.goto(`chrome-extension://${id}/library.html`)
  await library.waitForSelector('.row__title')
  // Places are counted after the list is shown; without a district there are none.
  await library.waitForSelector('.district-tree__row', { timeout: 5000 }).catch(() => undefined)
  const places = await library.$$eval('.district-tree__link', links => links.map(link => link.textContent))
  const finest = (await library.$$('.district-tree__row .district-tree__link')).at(-1)
  await finest?.click()
  await library.waitForSelector('.district-tree__row [aria-current]').catch(() => undefined)
  await library.screenshot({ path: join(SHOTS, '3-library.png') })
  const shown = await library.$$eval('.row__title', rows => rows.length)
  console.log(`Library    ${places.join(', ')}; ${shown} shown after filtering`)
  await library.locator('.row__title a').click()
  await library.waitForSelector('article h1')
  await library.screenshot({ path: join(SHOTS, '4-reader.png') })
  console.log(`Pictures   of it all in ${SHOTS.slice(root.length + 1)}/`)
}

function summary() {
  const text = selector => document.querySelector(selector)?.textContent.trim() ?? '–'
  const tags = [...document.querySelectorAll('.district-tag')].map(tag =>
    [...tag.querySelectorAll('.district-tag__name, .district-tag__subdistrict')]
      .map(part => part.textContent)
      .join(' '),
  )
  return [
    `Headline   ${text('h1')}`,
    `Source     ${text('.article__source')}`,
    `Date       ${document.querySelector('.article__origin time')?.getAttribute('datetime') ?? '–'}`,
    `Districts  ${tags.join(', ') || '–'}`,
  ].join('\n')
}

async function serveSample(request, response) {
  const path = normalize(new URL(request.url, 'http://localhost').pathname)
  try {
    const body = await readFile(join(SAMPLE, path))
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body)
  } catch {
    response.writeHead(404).end('Not found')
  }
}
