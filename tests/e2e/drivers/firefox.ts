import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { builtExtension } from './built.ts'
import type { Driver, LaunchOptions, Tab } from './driver.ts'
import { firefoxPopup, type RunInChrome } from './firefox-popup.ts'
import { type FirefoxWindow, firefoxWindow } from './firefox-window.ts'
import { until } from './surface.ts'
import { tabOf } from './tab.ts'

const EXECUTABLE = process.env.FIREFOX ?? '/usr/bin/firefox-esr'
const ADDON_ID = 'kaifong@kaifong.example'
// Firefox makes up the address of an extension's pages afresh; a test has to know it.
const HOST = '5f1c2a8e-0c5d-4a6b-9a63-2f8d1c0b7e11'

/** Firefox with what only it has. */
export interface FirefoxDriver extends Driver {
  /** Opens one of Kaifong's own pages in a private window. */
  openPrivately(path: string): Promise<Tab>
  /** What a person does when Kaifong asks for access to a site: yes. */
  grantAccess(origin: string): Promise<void>
  window: FirefoxWindow
}

export async function launchFirefox({
  language = 'en-US',
  extension = builtExtension('firefox-mv3'),
  privateMode,
  hostHere,
  world,
  visible,
}: LaunchOptions = {}): Promise<FirefoxDriver> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: EXECUTABLE,
    headless: !visible,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: HOST }),
      'intl.locale.requested': language,
      'browser.privatebrowsing.autostart': privateMode === 'permanent',
      // Names known to want TLS could not be served from here.
      ...(hostHere && { 'network.dns.localDomains': hostHere, 'network.stricttransportsecurity.preloadlist': false }),
      ...(world && throughProxy(world)),
    },
  })
  await browser.installExtension(extension)
  const runInChrome = await chromeScope(browser)
  if (privateMode) await runInChrome(allowInPrivate, ADDON_ID)
  return driverOf(browser, runInChrome)
}

function throughProxy(port: number): Record<string, unknown> {
  const here = '127.0.0.1'
  return {
    'network.proxy.type': 1,
    'network.proxy.http': here,
    'network.proxy.http_port': port,
    'network.proxy.ssl': here,
    'network.proxy.ssl_port': port,
  }
}

function driverOf(browser: Browser, runInChrome: RunInChrome): FirefoxDriver {
  const popup = firefoxPopup(runInChrome)
  const own = (path: string) => `moz-extension://${HOST}/${path}`
  const findPage = (path: string) =>
    until(`${path} to open`, async () => {
      for (const page of await browser.pages()) {
        // A page that was moved to the extensions' process keeps its old address in the driver: ask the page itself.
        const address = await page.evaluate(() => location.href).catch(() => page.url())
        if (address.startsWith(own(path))) return page
      }
      return undefined
    })
  return {
    async open(address) {
      const page = await browser.newPage()
      const tab = tabOf(page)
      await page.goto(address)
      return tab
    },
    async openOwn(path) {
      const page = await browser.newPage()
      const tab = tabOf(page)
      // Never awaited: it may not settle when the tab moves to the extensions' process.
      page.goto(own(path)).catch(() => undefined)
      await until(`${path} to load`, () => isAt(page, own(path)))
      return tab
    },
    async openPrivately(path) {
      await runInChrome(openInPrivateWindow, own(path))
      return tabOf(await findPage(path))
    },
    grantAccess: async origin => {
      await runInChrome(grantAccess, ADDON_ID, origin)
    },
    findOwn: async path => tabOf(await findPage(path)),
    async clickToolbarButton() {
      await popup.close()
      await until('the button in the toolbar', () => runInChrome(clickButton, ADDON_ID))
      await until('the popup to open', () => runInChrome(popupIsAt, own('popup.html')))
      return popup
    },
    badge: () => runInChrome(readBadge, ADDON_ID),
    window: firefoxWindow(runInChrome),
    close: () => browser.close(),
  }
}

async function openInPrivateWindow(address: string): Promise<boolean> {
  interface Window {
    OpenBrowserWindow(options: object): Window
    addEventListener(name: string, listener: () => void, options: object): void
    gBrowserInit: { idleTasksFinished: { promise: Promise<void> } }
    gBrowser: { selectedTab: unknown; addTrustedTab(address: string): unknown }
  }
  const opened = (globalThis as unknown as Window).OpenBrowserWindow({ private: true })
  await new Promise<void>(resolve => opened.addEventListener('load', resolve, { once: true }))
  await opened.gBrowserInit.idleTasksFinished.promise
  opened.gBrowser.selectedTab = opened.gBrowser.addTrustedTab(address)
  return true
}

async function grantAccess(id: string, origin: string): Promise<boolean> {
  interface Permissions {
    add(id: string, granted: { permissions: string[]; origins: string[] }, extension: unknown): Promise<void>
  }
  const { ChromeUtils, WebExtensionPolicy } = globalThis as unknown as {
    ChromeUtils: { importESModule(address: string): { ExtensionPermissions: Permissions } }
    WebExtensionPolicy: { getByID(id: string): { extension: unknown } }
  }
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
  await ExtensionPermissions.add(id, { permissions: [], origins: [origin] }, WebExtensionPolicy.getByID(id).extension)
  return true
}

// What a person does in about:addons, under "Run in Private Windows".
async function allowInPrivate(id: string): Promise<boolean> {
  const chrome = globalThis as unknown as { ChromeUtils: { importESModule(address: string): Record<string, never> } }
  const load = (name: string) => chrome.ChromeUtils.importESModule(`resource://gre/modules/${name}.sys.mjs`)[name]
  const permissions = load('ExtensionPermissions') as unknown as { add(id: string, added: object): Promise<void> }
  const addons = load('AddonManager') as unknown as { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> }
  await permissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] })
  await (await addons.getAddonByID(id)).reload()
  return true
}

async function isAt(page: Page, address: string): Promise<boolean> {
  return page.evaluate(wanted => location.href.startsWith(wanted) && document.readyState === 'complete', address)
}

/** The way into the browser's own window, over the WebDriver BiDi connection that puppeteer holds. */
async function chromeScope(browser: Browser): Promise<RunInChrome> {
  const { connection } = browser as unknown as { connection: BidiConnection }
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
  const context = tree.result.contexts?.[0]?.context
  if (!context) throw new Error('Firefox shows no window')
  return async (fn, ...args) => {
    const { result } = await connection.send('script.callFunction', {
      functionDeclaration: `async (...args) => JSON.stringify(await (${fn})(...args.map(value => JSON.parse(value))))`,
      arguments: args.map(value => ({ type: 'string', value: JSON.stringify(value) })),
      target: { context },
      awaitPromise: true,
      userActivation: true,
    })
    if (result.type !== 'success') throw new Error(result.exceptionDetails?.text)
    return result.result?.value === undefined ? undefined : JSON.parse(result.result.value)
  }
}

interface BidiConnection {
  send(
    method: string,
    parameters: object,
  ): Promise<{
    result: {
      contexts?: { context: string }[]
      type?: string
      result?: { value?: string }
      exceptionDetails?: { text: string }
    }
  }>
}

/** Pins the extension to the toolbar, as a person may, and clicks its button with the mouse. */
function clickButton(addonId: string): boolean {
  const widget = addonId.replace(/[^a-z0-9_-]/g, '_')
  const chrome = window as unknown as {
    CustomizableUI: { addWidgetToArea(id: string, area: string): void }
    synthesizeMouseEvent(type: string, x: number, y: number, data: object, options: object): void
  }
  if (!document.getElementById(`${widget}-BAP`)?.closest('#nav-bar')) {
    chrome.CustomizableUI.addWidgetToArea(`${widget}-browser-action`, 'nav-bar')
  }
  const place = document.getElementById(`${widget}-BAP`)?.getBoundingClientRect()
  if (!place || place.width === 0) return false
  for (const type of ['mousemove', 'mousedown', 'mouseup']) {
    const [x, y] = [place.x + place.width / 2, place.y + place.height / 2]
    chrome.synthesizeMouseEvent(type, x, y, { button: 0, clickCount: 1, pressure: 0.5 }, {})
  }
  return true
}

function popupIsAt(address: string): boolean {
  const popup = document.querySelector('.webextension-popup-browser') as
    | (Element & { currentURI?: { spec: string } })
    | null
  const isOpen = popup?.closest('panel')?.getAttribute('panelopen') === 'true'
  return isOpen && popup?.currentURI?.spec === address
}

function readBadge(addonId: string): string {
  const button = document.getElementById(`${addonId.replace(/[^a-z0-9_-]/g, '_')}-BAP`)
  return button?.getAttribute('badge') ?? ''
}
