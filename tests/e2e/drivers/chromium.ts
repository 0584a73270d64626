import { existsSync } from 'node:fs'
import { join } from 'node:path'
import puppeteer, { type Browser, type ElementHandle, type Extension, type Page, type Target } from 'puppeteer-core'
import { builtExtension } from './built.ts'
import type { Driver, LaunchOptions } from './driver.ts'
import { until } from './surface.ts'
import { tabOf } from './tab.ts'

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium'
// No sandbox: root has none. The rest keeps the browser from talking to anyone but the site under test.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Chromium with what only its debugging protocol can do to it. */
export interface ChromiumDriver extends Driver {
  browser: Browser
  extensionId: string
  /** Stops the extension's worker at once, whatever it is doing. The next event starts it again. */
  stopWorker(): Promise<void>
  /** Leaves an extension without `unlimitedStorage` only this many bytes of disk; undefined lifts the limit. */
  limitDisk(bytes: number | undefined): Promise<void>
  /** Gives the file at `path` to the file input that `selector` finds on the page in front. */
  chooseFile(selector: string, path: string): Promise<void>
  /** Ends the browser as a power cut would. */
  kill(): Promise<void>
}

export async function launchChromium({
  language = 'en-US',
  profile,
  extension: folder = builtExtension('chrome-mv3'),
  hostHere,
  world,
  window,
  visible,
  downloads,
}: LaunchOptions = {}): Promise<ChromiumDriver> {
  const isNew = !profile || !existsSync(join(profile, 'Local State'))
  const browser = await puppeteer.launch({
    executablePath: EXECUTABLE,
    headless: !visible,
    pipe: true,
    enableExtensions: true,
    args: [
      ...ARGUMENTS,
      `--lang=${language}`,
      ...(hostHere ? [`--host-resolver-rules=MAP ${hostHere} 127.0.0.1`] : []),
      ...(window ? [`--window-size=${window}`, `--screen-info={${window.join('x')}}`] : []),
      ...(world ? [`--proxy-server=127.0.0.1:${world}`] : []),
    ],
    // On Linux the environment decides the language of the browser's own words.
    env: { ...process.env, LANGUAGE: language.replace('-', '_') },
    ...(visible && { defaultViewport: null }),
    ...(profile && { userDataDir: profile }),
  })
  if (downloads) await allowDownloads(browser, downloads)
  const extensionId = await browser.installExtension(folder)
  const extension = (await browser.extensions()).get(extensionId)
  if (!extension) throw new Error('Chromium did not take the extension')
  if (isNew) await closeWelcome(browser)
  return driverOf(browser, extension)
}

// It opens by itself, in front, when Kaifong is first installed: no test's page may find itself behind it.
async function closeWelcome(browser: Browser): Promise<void> {
  const target = await browser.waitForTarget(found => found.url().endsWith('/welcome.html'))
  await (await target.page())?.close()
}

function driverOf(browser: Browser, extension: Extension): ChromiumDriver {
  const own = (path: string) => `chrome-extension://${extension.id}/${path}`
  let front: Page | undefined
  const inFront = () => {
    if (!front) throw new Error('No tab has been opened yet')
    return front
  }
  const show = async (address: string) => {
    front = await browser.newPage()
    const tab = tabOf(front)
    await front.goto(address)
    return tab
  }
  const newTarget = (known: Set<Target>, path: string) =>
    until(`${path} to open`, async () =>
      browser.targets().find(target => !known.has(target) && target.url().startsWith(own(path))),
    )
  return {
    browser,
    extensionId: extension.id,
    open: show,
    openOwn: path => show(own(path)),
    async findOwn(path) {
      const page = await (await newTarget(new Set(), path)).page()
      if (!page) throw new Error(`${path} is not a tab`)
      front = page
      return tabOf(page)
    },
    async clickToolbarButton() {
      const known = new Set(browser.targets())
      await inFront().bringToFront()
      await inFront().triggerExtensionAction(extension)
      return tabOf(await (await newTarget(known, 'popup.html')).asPage())
    },
    badge: () => until('the worker to tell its badge', async () => (await extension.workers())[0]?.evaluate(readBadge)),
    async stopWorker() {
      const session = await inFront().createCDPSession()
      await session.send('ServiceWorker.enable')
      await session.send('ServiceWorker.stopAllWorkers')
      await session.detach()
    },
    async limitDisk(bytes) {
      const session = await inFront().createCDPSession()
      await session.send('Storage.overrideQuotaForOrigin', {
        origin: `chrome-extension://${extension.id}`,
        ...(bytes !== undefined && { quotaSize: bytes }),
      })
    },
    async chooseFile(selector, path) {
      const input = await inFront().waitForSelector(selector)
      await (input as ElementHandle<HTMLInputElement>).uploadFile(path)
    },
    close: () => browser.close(),
    async kill() {
      const gone = new Promise(resolve => browser.process()?.once('exit', resolve))
      browser.process()?.kill('SIGKILL')
      await gone
    },
  }
}

async function allowDownloads(browser: Browser, downloadPath: string): Promise<void> {
  const session = await browser.target().createCDPSession()
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath })
}

async function readBadge(): Promise<string> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true })
  return chrome.action.getBadgeText({ tabId: tab?.id })
}

declare const chrome: {
  tabs: { query(filter: object): Promise<{ id: number }[]> }
  action: { getBadgeText(details: { tabId: number | undefined }): Promise<string> }
}
