import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Driver, Launch, Tab } from './drivers/driver.ts'
import { click, find, standStill, until } from './drivers/surface.ts'
import { Library } from './pages/library.ts'
import { Popup } from './pages/popup.ts'
import { PORTAL } from './site/sample-pages.ts'
import { openSite, type Site } from './site/server.ts'

/** What the settings say is stored, and that one click and one yes delete it. */
export function testSettings(launch: Launch): void {
  let driver: Driver
  let site: Site

  beforeAll(async () => {
    site = await openSite()
    driver = await launch()
  })
  afterAll(async () => {
    await driver?.close()
    await site?.close()
  })

  const words = (page: Tab) => page.run(() => document.querySelector('main')?.textContent ?? '')

  test('everything is deleted at a click, once the reader says yes', async () => {
    const tab = await driver.open(site.origin + PORTAL.path)
    const popup = new Popup(await driver.clickToolbarButton())
    await popup.save()
    await popup.surface.close()
    await tab.close()

    const options = await driver.openOwn('options.html')
    await until('the count', async () => (await words(options)).includes('1 article'))
    await standStill(options)
    await click(options, { role: 'button', name: 'Delete everything' })
    await click(options, { role: 'button', name: 'Cancel' })
    expect(await words(options)).toContain('1 article')
    await click(options, { role: 'button', name: 'Delete everything' })
    await find(options, { role: 'button', name: 'Cancel' })
    await click(options, { role: 'button', name: 'Delete everything' })
    await until('the word that all is gone', async () => (await words(options)).includes('0 articles'))
    await options.close()

    const library = new Library(await driver.openOwn('library.html'))
    expect(await library.headlines()).toEqual([])
    await library.tab.close()
  })

  test('the question whether to delete everything is answered with the keyboard, Escape means no', async () => {
    const options = await driver.openOwn('options.html')
    const focused = () => options.run(() => document.activeElement?.textContent)
    const danger = () => options.run(() => document.activeElement?.matches('.options__danger'))
    await until('the button', () => options.run(() => document.querySelector('.options__danger') !== null))
    await options.run(() => document.querySelector<HTMLElement>('.options__danger')?.focus())
    await options.type('\n')
    await find(options, { role: 'button', name: 'Cancel' })
    await until('the focus on the yes', async () => (await focused()) === 'Delete everything' && !(await danger()))
    await options.run(() => {
      const leave = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })
      document.activeElement?.dispatchEvent(leave)
    })
    await until('the first button', danger)
    await options.close()
  })

  const readingStatus = (options: Tab) =>
    options.run(() => document.querySelector('#reading-title ~ * [role=status]')?.textContent)

  test('going back to the defaults and saving them is confirmed, and takes the place of what was said', async () => {
    const options = await driver.openOwn('options.html')
    await options.run(bringInSettings, '{"kind":"something else"}')
    await until('the word that the file is none', async () =>
      (await readingStatus(options))?.includes('Nothing was changed'),
    )
    await click(options, { role: 'button', name: 'Back to the defaults' })
    await until('word of it', async () => (await readingStatus(options)) === 'The defaults hold again on every page.')
    await click(options, { role: 'button', name: 'Save these settings as a file' })
    await until('word of that', async () => (await readingStatus(options)) === 'The file is in your downloads.')
    await options.close()
  })

  test('reading settings come in from a file, and hold on every page', async () => {
    const options = await driver.openOwn('options.html')
    const status = () => readingStatus(options)
    await options.run(bringInSettings, '{"kind":"something else"}')
    await until('the word that the file is none', async () => (await status())?.includes('Nothing was changed'))
    const file = { kind: 'kaifong-reading', version: 1, settings: { theme: 'sepia', size: 24 } }
    await options.run(bringInSettings, JSON.stringify(file))
    await until('the word that they hold', async () => (await status())?.includes('hold on every page'))
    const library = await driver.openOwn('library.html')
    expect(await library.run(() => document.documentElement.dataset.theme)).toBe('sepia')
    await library.close()
    await options.close()
  })
}

function bringInSettings(text: string): void {
  const chosen = new DataTransfer()
  chosen.items.add(new File([text], 'kaifong-reading.json'))
  const input = document.querySelector<HTMLInputElement>('section[aria-labelledby=reading-title] input[type=file]')
  if (!input) throw new Error('No file can be chosen here')
  input.files = chosen.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}
