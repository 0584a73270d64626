import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { backupName, outdatedBackups } from '../../../utils/library/backup/rotation.ts'
import { alteredExtension } from '../drivers/built.ts'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import type { Tab } from '../drivers/driver.ts'
import { click, find, until } from '../drivers/surface.ts'
import { openLibrary, saveAll, soakArticle } from '../soak/saving.ts'

// Where copies go beside the browser's own: see durability.test.ts for those.

const HERE_ONLY = { role: 'button', name: 'Keep copies in this browser only' } as const
const [DAY, KEPT] = [86_400_000, { daily: 7, weekly: 4 }]
const OLDER = Array.from({ length: 40 }, (_, day) => backupName(Date.now() - (day + 1) * DAY))

let folder: string
let downloads: string
let driver: ChromiumDriver
let options: Tab

// No test can answer the browser's question for access to Downloads, so this build has it from the start.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaifong-e2e-'))
  downloads = join(folder, 'downloads')
  const profile = join(folder, 'profile')
  await mkdir(join(profile, 'Default'), { recursive: true })
  const preferences = { download: { default_directory: downloads, prompt_for_download: false } }
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
  const extension = await alteredExtension(join(folder, 'extension'), ({ permissions, ...manifest }) => ({
    ...manifest,
    permissions: [...permissions, 'downloads'],
    optional_permissions: [],
  }))
  driver = await launchChromium({ extension, profile })
  await saveAll(await openLibrary(driver), [soakArticle(1, '', 0), soakArticle(2, '', 0)], 'nobody')
})
beforeEach(async () => {
  options = await driver.openOwn('options.html')
  await until('the page to know where it keeps copies', () =>
    options.run(() => document.querySelector('#copies-title') !== null),
  )
})
afterAll(async () => {
  await driver?.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('once asked for, each copy goes to Downloads when a page of Kaifong is open, and old ones go', async () => {
  const today = join(downloads, 'Kaifong', backupName(Date.now()))
  await click(options, { role: 'button', name: 'Use Downloads' })
  await find(options, HERE_ONLY)
  for (const name of OLDER) await options.run(download, `Kaifong/${name}`)
  await makeDailyCopy()
  expect(existsSync(today)).toBe(false)
  const library = await driver.openOwn('library.html')
  await until("today's copy", async () => existsSync(today))
  const all = [backupName(Date.now()), ...OLDER]
  const kept = all.filter(name => !outdatedBackups(all, KEPT).includes(name)).sort()
  expect(kept.length).toBeLessThan(all.length)
  await until('old copies to go', async () => {
    const names = (await readdir(join(downloads, 'Kaifong'))).sort()
    return names.join() === kept.join()
  })
  await library.close()
  await click(options, HERE_ONLY)
  await find(options, { role: 'button', name: 'Use Downloads' })
})

test('each copy goes to the folder that the reader chose, and old ones go', async () => {
  // The browser's own window, where a folder is chosen, is out of any test's reach: one that the page has stands for it.
  await options.run(chooseElsewhere, OLDER)
  await click(options, { role: 'button', name: 'Choose a folder' })
  await until('word of it', () => options.run(() => document.body.textContent.includes('the folder “elsewhere”')))
  await makeDailyCopy()
  const all = [backupName(Date.now()), ...OLDER]
  const kept = all.filter(name => !outdatedBackups(all, KEPT).includes(name)).sort()
  await until(
    'the copy, and no old ones',
    async () => (await options.run(filesElsewhere)).sort().join() === kept.join(),
  )
  await click(options, HERE_ONLY)
  await until('word of that', () =>
    options.run(() => document.body.textContent.includes('Copies in this browser do not')),
  )
})

test('a copy of what is all here says so', async () => {
  await options.run(() => document.querySelector<HTMLButtonElement>('[aria-label^="Restore this copy: "]')?.click())
  await until('word of it', () =>
    options.run(() => document.body.textContent.includes('Everything in this backup is already here.')),
  )
})

/** What the worker does once a day by itself. */
async function makeDailyCopy(): Promise<void> {
  await options.run(async () => {
    const { backup } = await chrome.storage.local.get('backup')
    await chrome.storage.local.set({ backup: { to: backup?.to, lastAt: 0, lastChange: '' } })
    await chrome.alarms.create('housekeeping', { when: Date.now() })
  })
  await until('a copy to be made', () =>
    options.run(async () => ((await chrome.storage.local.get('backup')).backup?.lastAt ?? 0) > 0),
  )
}

async function download(filename: string): Promise<void> {
  const url = URL.createObjectURL(new Blob(['an older copy'], { type: 'application/gzip' }))
  const id = await chrome.downloads.download({ url, filename })
  const isDone = async () => (await chrome.downloads.search({ id }))[0]?.state === 'complete'
  while (!(await isDone())) await new Promise(resolve => chrome.downloads.onChanged.addListener(resolve))
}

async function chooseElsewhere(older: string[]): Promise<void> {
  const root = await navigator.storage.getDirectory()
  const elsewhere = await root.getDirectoryHandle('elsewhere', { create: true })
  for (const name of older) {
    const file = await (await elsewhere.getFileHandle(name, { create: true })).createWritable()
    await file.write('an older copy')
    await file.close()
  }
  Object.assign(window, { showDirectoryPicker: async () => elsewhere })
}

async function filesElsewhere(): Promise<string[]> {
  const elsewhere = await (await navigator.storage.getDirectory()).getDirectoryHandle('elsewhere')
  const names: string[] = []
  for await (const handle of elsewhere.values()) names.push(handle.name)
  return names
}

declare const chrome: {
  alarms: { create(name: string, info: { when: number }): Promise<void> }
  downloads: {
    download(options: { url: string; filename: string }): Promise<number>
    search(query: { id: number }): Promise<{ state: string }[]>
    onChanged: { addListener(listener: (change: unknown) => void): void }
  }
  storage: {
    local: {
      get(key: string): Promise<{ backup?: { to: string; lastAt: number } }>
      set(values: object): Promise<void>
    }
  }
}
