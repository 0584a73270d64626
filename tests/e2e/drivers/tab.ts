import type { Page } from 'puppeteer-core'
import type { Tab } from './driver.ts'

const NETWORK = /^(?:https?|wss?|ftp):/

/** A page that puppeteer can reach, in either browser. */
export function tabOf(page: Page): Tab {
  const requests: string[] = []
  page.on('request', request => {
    if (NETWORK.test(request.url())) requests.push(request.url())
  })
  const dialogs: string[] = []
  page.on('dialog', dialog => {
    dialogs.push(dialog.message())
    dialog.dismiss().catch(() => undefined)
  })
  return {
    requests,
    dialogs,
    // Puppeteer's own types cannot follow a function that is itself a parameter.
    run: (fn, ...args) => page.evaluate(fn as unknown as (...values: unknown[]) => never, ...args),
    clickAt: (x, y) => page.mouse.click(x, y),
    type: text => page.keyboard.type(text),
    screenshot: () => page.screenshot(),
    close: () => page.close(),
  }
}
