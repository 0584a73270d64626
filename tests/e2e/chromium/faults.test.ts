import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inOrder } from '../core-path.ts'
import { alteredExtension } from '../drivers/built.ts'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import { canMount, mountSmallDisk } from '../drivers/small-disk.ts'
import { click, look, until } from '../drivers/surface.ts'
import { Library } from '../pages/library.ts'
import { Popup } from '../pages/popup.ts'
import { Reader } from '../pages/reader.ts'
import { ENGLISH, PORTAL, SAMPLE_PAGES, type SamplePage } from '../site/sample-pages.ts'
import { openSite, type Site } from '../site/server.ts'

const SAVE = { role: 'button', name: 'Save' } as const
const SAVED = { role: 'button', name: 'Saved' } as const

let driver: ChromiumDriver
let site: Site
let profile: string

beforeEach(async () => {
  site = await openSite()
  profile = await mkdtemp(join(tmpdir(), 'kaifong-e2e-'))
  driver = await launchChromium({ profile })
})
afterEach(async () => {
  await driver.close().catch(() => undefined)
  await site.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

const openPopup = async (page: SamplePage) => {
  await driver.open(site.origin + page.path)
  return new Popup(await driver.clickToolbarButton())
}

/** Every article in the library must be whole; gives their headlines. */
async function checkLibrary(): Promise<string[]> {
  const library = new Library(await driver.openOwn('library.html'))
  const headlines = await library.headlines()
  await library.tab.close()
  for (const headline of headlines) {
    const overview = new Library(await driver.openOwn('library.html'))
    await overview.openArticle(headline)
    const reader = new Reader(await driver.findOwn('reader.html'))
    const page = SAMPLE_PAGES.find(sample => sample.headline === headline)
    expect(inOrder(await reader.text(), page?.parts ?? ['an article that nobody saved'])).toBe(true)
    await reader.tab.close()
  }
  return headlines
}

test('pressing Save twice saves once', async () => {
  const popup = await openPopup(PORTAL)
  await until('the button', async () => {
    const [button] = await look(popup.surface, SAVE)
    if (!button || button.disabled) return false
    await Promise.all([popup.surface.clickAt(button.x, button.y), popup.surface.clickAt(button.x, button.y)])
    return true
  })
  await popup.waitUntilSaved()
  expect(await checkLibrary()).toEqual([PORTAL.headline])
})

// Nothing is saved beforehand: after a save Chromium goes on for a while by the room it found then.
test('with its share of the disk used up it says so, leaves nothing half done, and saves once there is room again', async () => {
  await driver.close()
  driver = await launchChromium({ extension: await buildWithLimits() })
  const popup = await openPopup(ENGLISH)
  await driver.limitDisk(1)
  await popup.press('Save')
  expect(await popup.alert()).toContain('the disk is full')
  await popup.surface.close()
  await driver.limitDisk(undefined)
  expect(await checkLibrary()).toEqual([])
  const again = await openPopup(ENGLISH)
  await again.save()
  expect(await checkLibrary()).toEqual([ENGLISH.headline])
})

test.runIf(await canMount())('with the disk really full it says so, and keeps what was there', async () => {
  await driver.close()
  const disk = await mountSmallDisk()
  try {
    driver = await launchChromium({ profile: join(disk.folder, 'profile') })
    const first = await openPopup(PORTAL)
    await first.save()
    await first.surface.close()
    const popup = await openPopup(ENGLISH)
    await popup.headline()
    await disk.fill()
    await popup.press('Save')
    // Chromium tells of a full disk in a window of its own, which takes the popup away: the button says it too.
    await until('the button to tell that it was not saved', async () => (await driver.badge()) === '!')
    await popup.surface.close().catch(() => undefined)
    const second = new Popup(await driver.clickToolbarButton())
    await second.press('Save')
    expect(await second.alert()).toContain('the disk is full')
    await second.surface.close()
    await disk.free()
    const saved = await openPopup(PORTAL)
    await saved.waitUntilSaved()
    await disk.fill()
    await saved.press('Remove')
    await until('word that it could not be done', async () => /That could not be done/.test(await saved.status()))
    await saved.surface.close()
    await disk.free()
    expect(await checkLibrary()).toEqual([PORTAL.headline])
    const again = await openPopup(ENGLISH)
    await again.save()
    expect(await checkLibrary()).toEqual([ENGLISH.headline, PORTAL.headline])
  } finally {
    await driver.close()
    await disk.remove()
  }
})

test('where districts cannot be worked out it says so, and the article is read and saved all the same', async () => {
  await driver.close()
  const folder = await alteredExtension(join(profile, 'extension'), manifest => manifest)
  await rm(join(folder, 'gazetteer'), { recursive: true })
  driver = await launchChromium({ extension: folder })
  const popup = await openPopup(PORTAL)
  expect(await popup.alert()).toContain('The districts could not be worked out')
  expect(inOrder(await popup.text(), PORTAL.parts)).toBe(true)
  await popup.save()
  await popup.surface.close()
  expect(await checkLibrary()).toEqual([PORTAL.headline])
})

test('the worker killed while it saves: nothing said to be saved is lost, nothing is half there', async () => {
  const promised: string[] = []
  for (const [round, page] of SAMPLE_PAGES.entries()) {
    const popup = await openPopup(page)
    await click(popup.surface, SAVE)
    await killAfter(round, () => driver.stopWorker())
    const said = await until('Saved, or a word on what went wrong', async () => {
      if ((await look(popup.surface, SAVED)).length > 0) return 'saved'
      return (await look(popup.surface, { role: 'alert' })).length > 0 && 'failed'
    })
    if (said === 'saved') promised.push(page.headline)
    await popup.surface.close()
  }
  expect(await checkLibrary()).toEqual(expect.arrayContaining(promised))
})

test('the browser killed while it saves: nothing said to be saved is lost, nothing is half there', async () => {
  const promised: string[] = []
  for (const [round, page] of SAMPLE_PAGES.entries()) {
    const popup = await openPopup(page)
    await click(popup.surface, SAVE)
    await killAfter(round, async () => {
      if ((await look(popup.surface, SAVED)).length > 0) promised.push(page.headline)
      await driver.kill()
    })
    driver = await launchChromium({ profile })
  }
  expect(await checkLibrary()).toEqual(expect.arrayContaining(promised))
})

/** The build that ships, less the permission that lifts every limit: the browser can then be told that the disk is full. */
function buildWithLimits(): Promise<string> {
  return alteredExtension(join(profile, 'extension'), ({ permissions, ...manifest }) => ({
    ...manifest,
    permissions: permissions.filter(name => name !== 'unlimitedStorage'),
  }))
}

/** The moment of the blow differs from round to round, from at once to after the save. */
async function killAfter(round: number, strike: () => Promise<void>): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, round * 15))
  await strike()
}
