import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Driver, Launch } from './drivers/driver.ts'
import { until } from './drivers/surface.ts'
import { Popup } from './pages/popup.ts'
import { serveOtherDocuments } from './site/other-documents.ts'
import { openSite, type Site } from './site/server.ts'

/** What stands in a tab and is no page to read: each is called what it is. */
export function testUnreadable(launch: Launch): void {
  let driver: Driver
  let site: Site
  let documents: Awaited<ReturnType<typeof serveOtherDocuments>>

  beforeAll(async () => {
    site = await openSite()
    documents = await serveOtherDocuments()
    driver = await launch()
  })
  afterAll(async () => {
    await driver?.close()
    await site?.close()
    await documents?.close()
  })

  const apology = async () => {
    const popup = new Popup(await driver.clickToolbarButton())
    const said = await popup.apology()
    await popup.surface.close()
    return said
  }

  test.each([
    ['notes.txt', 'This is plain text'],
    ['news.json', 'This is data, not a page'],
    ['feed.xml', 'This is data, not a page'],
    ['paper.pdf', 'This is a PDF'],
    ['map.svg', 'No text here, only a picture, video or sound'],
  ])('%s', async (name, words) => {
    const tab = await driver.open(`${documents.origin}/${name}`)
    expect(await apology()).toContain(words)
    await tab.close()
  })

  // Nobody answers there; and one that answers, but never heard of certificates.
  test.each(['http', 'https'])('a page that could not be had by %s', async scheme => {
    const { port } = new URL(site.origin)
    const dead = scheme === 'https' ? `https://127.0.0.1:${port}/portal.html` : await deadAddress()
    const tab = await driver.open(`${site.origin}/front.html`)
    // The page goes away under it.
    await tab.run(address => location.assign(address), dead).catch(() => undefined)
    await until('the browser to say so', async () =>
      /^(?:chrome-error|about:\w+error)/.test(await tab.run(() => document.documentURI)),
    )
    expect(await apology()).toContain('This page did not load')
    await tab.close()
  })

  async function deadAddress(): Promise<string> {
    const gone = await serveOtherDocuments()
    await gone.close()
    return `${gone.origin}/notes.txt`
  }
}
