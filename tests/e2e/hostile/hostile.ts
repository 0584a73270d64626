import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Driver, Launch, Tab } from '../drivers/driver.ts'
import { type Surface, until } from '../drivers/surface.ts'
import { hostileArticle, hostileBackup, hostileTag, restore, sendMessage } from './library.ts'
import { batches, payloads } from './payloads.ts'
import { type HostileSite, openHostileSite } from './site.ts'
import { VECTOR_NAMES, vectorsAt } from './vectors.ts'
import { openWorld, type World } from './world.ts'

/**
 * Hostile pieces by every road into Kaifong: extracted from a page, in a message, in a backup; and on every page that
 * shows what came of them.
 * @param each take every how-manieth piece of the corpus
 */
export function testHostile(launch: Launch, each: number): void {
  const pieces = batches(payloads(each))
  let driver: Driver
  let site: HostileSite
  let world: World

  beforeAll(async () => {
    world = await openWorld()
    site = await openHostileSite([...pieces, ...control])
    driver = await launch({ world: world.port })
  })
  afterAll(async () => {
    await driver?.close()
    await site?.close()
    await world?.close()
  })

  // Browsers ask a few hosts of their own accord, which no piece names.
  const askedBy = (html: string) => world.asked.filter(address => html.includes(hostOf(address)))
  const control = batches(payloads(each).filter(({ html }) => !/<meta|<base|<form|location|<plaintext/i.test(html)))

  async function expectHarmless(tab: Tab, path: string): Promise<void> {
    await until(`what is shown on ${path}`, () =>
      tab.run(() => document.querySelector('.article__body p, .row') !== null),
    )
    expect(await tab.run(unsafeParts)).toEqual([])
    expect(tab.dialogs).toEqual([])
    expect(tab.requests.filter(address => !address.startsWith('http://127.0.0.1'))).toEqual([])
    expect(await tab.run(() => `${location.pathname}${location.search}`)).toBe(`/${path}`)
  }

  async function read(id: string): Promise<void> {
    const reader = await driver.openOwn(`reader.html?id=${id}`)
    await expectHarmless(reader, `reader.html?id=${id}`)
    await reader.close()
  }

  test(`${pieces.length} documents of hostile pieces in a backup: nothing of them runs, loads or leads away`, async () => {
    const { file, ids } = await hostileBackup(pieces)
    const options = await driver.openOwn('options.html')
    expect(await restore(options, file)).toMatch(/\d/)
    expect(options.dialogs).toEqual([])
    const list = await driver.openOwn('library.html')
    await expectHarmless(list, 'library.html')
    for (const id of ids) await read(id)
    await options.close()
    await list.close()
    expect(askedBy(pieces.join())).toEqual([])
  })

  test('the same in messages', async () => {
    const list = await driver.openOwn('library.html')
    for (const [index, html] of pieces.entries()) {
      const article = hostileArticle(100_000 + index, html)
      const { response } = await sendMessage(list, 'save', { article, tags: [hostileTag(html)] })
      await read((response as { id: string }).id)
    }
    await expectHarmless(list, 'library.html')
    await list.close()
    expect(askedBy(pieces.join())).toEqual([])
  })

  test('the same in pages, read in the popup and saved', async () => {
    for (const index of pieces.keys()) {
      const page = await driver.open(`${site.origin}/page/${index}`)
      const popup = await driver.clickToolbarButton()
      const allowed = await readPopup(popup)
      await popup.close()
      await page.close()
      // The pictures of an article are asked for where its page has not loaded them itself.
      expect(
        askedBy(pieces[index] ?? '').filter(address => !allowed.includes(address) && !isTunnel(address, allowed)),
      ).toEqual([])
      world.asked.length = 0
    }
  })

  test('where nothing stops them they do their harm, so that the tests above can fail', async () => {
    let [ran, asked] = [0, 0]
    for (const index of control.keys()) {
      const before = world.asked.length
      const page = await driver.open(`${site.origin}/control/${pieces.length + index}`)
      await until('harm', () => page.run(() => Number(document.documentElement.dataset.ran ?? 0) > 0), 5).catch(() => 0)
      // A piece may have put another document in this one's place.
      ran += await page.run(() => Number(document.documentElement?.dataset.ran ?? 0)).catch(() => 0)
      asked += world.asked.length - before
      await page.close()
    }
    console.log(`  control: ${ran} scripts ran, ${asked} requests`)
    expect(ran).toBeGreaterThan(0)
    expect(asked).toBeGreaterThan(0)
  })

  test(`${VECTOR_NAMES.length} kinds of tracking open no connection when an article is read, listed or opened`, async () => {
    const list = await driver.openOwn('library.html')
    const before = site.connections()
    const article = hostileArticle(200_000, `<p>开头</p>${vectorsAt(site.origin)}`)
    const { response } = await sendMessage(list, 'save', { article, tags: [] })
    await read((response as { id: string }).id)
    await expectHarmless(list, 'library.html')
    await list.close()
    expect(site.connections() - before).toBe(0)
  })

  test('the control: a page with the same kinds connects, and the popup adds no connection to what the page opened', async () => {
    await driver.open(`${site.origin}/vectors`)
    const fired = await settled(
      () => VECTOR_NAMES.filter(name => site.asked.some(path => path.startsWith(`/v/${name}`))).length,
    )
    console.log(
      `  control: ${fired} of ${VECTOR_NAMES.length} kinds of tracking asked, ${site.connections()} connections`,
    )
    expect(fired).toBeGreaterThan(15)
    const before = site.asked.length
    const popup = await driver.clickToolbarButton()
    const pictures = (await readPopup(popup)).map(address => new URL(address).pathname)
    await popup.close()
    // A larger version of a picture is asked for where the page showed a smaller one: that alone.
    expect(site.asked.slice(before).filter(path => !pictures.includes(path))).toEqual([])
  })

  async function readPopup(popup: Surface): Promise<string[]> {
    await until('the popup to say something', () => popup.run(() => document.querySelector('main h1') !== null))
    expect(await popup.run(unsafeParts)).toEqual([])
    return popup.run(() =>
      [...document.querySelectorAll('[data-picture]')].map(image => image.getAttribute('data-picture') ?? ''),
    )
  }
}

const hostOf = (address: string): string =>
  (URL.canParse(address) && new URL(address).hostname) || address.replace(/:\d+$/, '')

const isTunnel = (address: string, allowed: string[]): boolean =>
  /^[^/]+:\d+$/.test(address) && allowed.some(picture => hostOf(picture) === hostOf(address))

/** Waits until a number has not changed for a second. */
async function settled(read: () => number): Promise<number> {
  let [last, since] = [-1, Date.now()]
  return until('things to settle', async () => {
    const now = read()
    if (now !== last) [last, since] = [now, Date.now()]
    return Date.now() - since > 1_000 ? now : undefined
  })
}

/** Whatever on one of Kaifong's pages runs, loads or leads away and came from an article. Runs inside pages. */
function unsafeParts(): string[] {
  const bad: string[] = []
  for (const element of document.querySelectorAll('.article__body *, .row bdi *, article bdi *, .article__origin *')) {
    const name = element.localName
    if (
      /^(script|style|link|meta|base|iframe|object|embed|form|input|button|template|video|audio|body|frame)$/.test(name)
    ) {
      bad.push(element.outerHTML.slice(0, 200))
    }
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') bad.push(element.outerHTML.slice(0, 200))
    for (const { name, value } of element.attributes) {
      const isFrame = element.className === 'article__table'
      const runs = /^on|^style$|^id$|^name$|^srcset$|^background$|^ping$|^formaction$/.test(name) && !isFrame
      const leads = name === 'href' && !/^(https?|mailto):/i.test(value)
      const loads = name === 'src' && !/^(blob|data):/.test(value)
      if (runs || leads || loads) bad.push(`${name}=${value}`.slice(0, 200))
    }
    if (element instanceof HTMLAnchorElement && element.hasAttribute('href') && !element.rel.includes('noreferrer'))
      bad.push('referrer')
  }
  return bad
}
