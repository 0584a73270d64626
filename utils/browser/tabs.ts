import { browser } from './api.ts'
import { kindOfRefusal, kindOfType, type Unreadable } from './unreadable.ts'

export interface ActiveTab {
  id: number
  /** Known only where the reader has let Kaifong see this tab. */
  url?: string
}

/** The tab in front of the reader. */
export async function activeTab(): Promise<ActiveTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  if (tab?.id === undefined) return undefined
  return { id: tab.id, ...(tab.url !== undefined && { url: tab.url }) }
}

/** Where a tab is; undefined where the reader has not let Kaifong see it. */
export async function addressOf(tabId: number): Promise<string | undefined> {
  return (await browser.tabs.get(tabId)).url
}

/**
 * Runs a packaged script in a tab's main frame.
 * @returns what the script's `main` returned; undefined where the browser does not let extensions look (its own pages,
 *   its extension gallery, tabs the reader has not clicked on)
 */
export async function runInTab(tabId: number, file: string): Promise<unknown> {
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, files: [file] })
    // Firefox gives what a script threw; Chromium logs it by itself.
    if (frame?.error !== undefined) console.error(`${file} threw in the page:`, frame.error)
    return frame?.result
  } catch (error) {
    console.info('This page cannot be read by extensions:', error)
    return undefined
  }
}

/**
 * Runs a self-contained function in a tab's main frame.
 * @throws where the tab is gone or may not be looked at
 */
export async function callInTab<Args extends unknown[], Result>(
  tabId: number,
  func: (...args: Args) => Promise<Result>,
  args: Args,
): Promise<Result> {
  const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: func as () => void, args })
  return frame?.result as Result
}

/** Looks why nothing could be read in a tab. Browsers tell of it only by what they refuse, and how. */
export async function whatIsShown(tabId: number): Promise<Unreadable> {
  try {
    return kindOfType(await callInTab(tabId, async () => document.contentType, []))
  } catch (error) {
    const tab = await browser.tabs.get(tabId).catch(() => undefined)
    return kindOfRefusal(String(error), { address: tab?.url, icon: tab?.favIconUrl, online: navigator.onLine })
  }
}

/** Opens one of Kaifong's own pages in a tab: the one that already shows it, else a new one. */
export async function openPage(
  path: `library.html${string}` | `reader.html?id=${string}` | 'options.html' | 'welcome.html',
): Promise<void> {
  const url = browser.runtime.getURL(path)
  const [open] = await browser.tabs.query({ url })
  if (open?.id === undefined) await browser.tabs.create({ url })
  else await browser.tabs.update(open.id, { active: true })
}

/**
 * Opens an address in a tab behind the one in front.
 * @param patience milliseconds to wait for it to load; a page that takes longer is given as far as it came
 */
export async function openBehind(url: string, patience: number): Promise<number | undefined> {
  const tab = await browser.tabs.create({ url, active: false })
  if (tab.id !== undefined) await whenLoaded(tab.id, patience)
  return tab.id
}

/**
 * Settles when a tab has loaded its page, or is closed.
 * @param patience milliseconds that are waited at most
 */
export function whenLoaded(id: number, patience: number): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer)
      browser.tabs.onUpdated.removeListener(onUpdated)
      resolve()
    }
    const onUpdated = (tabId: number, { status }: { status?: string }) => {
      if (tabId === id && status === 'complete') done()
    }
    const timer = setTimeout(done, patience)
    browser.tabs.onUpdated.addListener(onUpdated)
    // It may have been there before anyone listened; one that is closed meanwhile is not waited for.
    browser.tabs.get(id).then(({ status, url: at }) => {
      if (status === 'complete' && at !== 'about:blank') done()
    }, done)
  })
}

export async function closeTab(tabId: number): Promise<void> {
  await browser.tabs.remove(tabId)
}
