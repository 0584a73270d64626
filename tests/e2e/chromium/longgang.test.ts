import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inOrder } from '../core-path.ts'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import { Popup } from '../pages/popup.ts'
import { LONGGANG, type LonggangGold, readGold } from '../site/fixtures.ts'
import { openSite, type Site } from '../site/server.ts'

const gold = readGold()

// The reference page lies beside the project's own checkouts only.
describe.runIf(gold)('the reference page of Longgang', () => {
  let site: Site
  let driver: ChromiumDriver
  let popup: Popup
  const wanted = gold as LonggangGold

  beforeAll(async () => {
    site = await openSite()
    driver = await launchChromium()
    await driver.open(site.origin + LONGGANG)
    popup = new Popup(await driver.clickToolbarButton())
  })
  afterAll(async () => {
    await driver?.close()
    await site?.close()
  })

  test('has its headline, source, time and people', async () => {
    expect(await popup.headline()).toBe(wanted.title)
    const text = await popup.text()
    expect(text).toContain(wanted.source)
    expect(text).toContain('Jun 11, 2021, 5:38 AM')
    expect(text).toContain(`Reporter ${wanted.reporters.join(', ')}`)
    expect(text).toContain(`Correspondent ${wanted.correspondents.join(', ')}`)
  })

  test('has every paragraph in order, every caption and every picture', async () => {
    const text = await popup.text()
    expect(wanted.paragraphs.filter(paragraph => !text.includes(paragraph))).toEqual([])
    expect(inOrder(text, wanted.paragraphs)).toBe(true)
    expect(wanted.captions.filter(caption => !text.includes(caption))).toEqual([])
    expect(await popup.pictures()).toBe(wanted.captions.length)
  })

  test('has nothing of the portal around it', async () => {
    const text = await popup.text()
    expect(wanted.mustNotContain.filter(clutter => text.includes(clutter))).toEqual([])
  })

  test('is about Longgang, with its two subdistricts', async () => {
    const [main] = await popup.districts()
    for (const name of ['龙岗区', ...wanted.districts.streets]) expect(main).toContain(name)
    await popup.save()
  })
})
