import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import type { Tab } from '../drivers/driver.ts'
import { click, find, until } from '../drivers/surface.ts'
import {
  cutLog,
  damageProfile,
  type Prepared,
  prepareLibrary,
  readNoted,
  START_AFRESH,
  seeDamage,
} from '../soak/damage.ts'
import { killBrowsers, killWorkers } from '../soak/kills.ts'
import { openLibrary, readAll, saveAll, soakArticle } from '../soak/saving.ts'

// A sample of what `npm run soak` does hundreds of times.

let folder: string
let prepared: Prepared
let backup: string
/** The profile from which it was saved, and which keeps a copy of it. */
let backedUp: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaifong-e2e-'))
  prepared = await prepareLibrary(join(folder, 'library'), 40)
  backup = await saveBackup(join(folder, 'downloads'))
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

test.each([
  ['the worker', killWorkers, 8],
  ['the browser', killBrowsers, 2],
] as const)(
  '%s killed at random moments of saving: nothing acknowledged is lost, nothing is half there',
  async (_, kill, kills) => {
    const figures = await kill({ kills, seed: 3, pictures: 0, folder: join(folder, kill.name) })
    expect(figures).toMatchObject({ lost: [], half: [] })
    expect(figures.acknowledged).toBeGreaterThan(0)
  },
)

// Chromium reads what was cut off, writes on behind it, and throws everything away at the start after that.
test('what a crash cut off in the middle of writing costs nothing but itself, however often the browser starts', async () => {
  const profile = await copyOf(prepared.profile, 'cut')
  await cutLog(profile)
  for (const start of [0, 1, 2]) {
    const driver = await launchChromium({ profile })
    expect(await saveAll(await openLibrary(driver), [soakArticle(1000 + start, '', 0)], 'nobody')).toBe(0)
    await driver.kill()
  }
  const driver = await launchChromium({ profile })
  const kept = await readAll(await openLibrary(driver))
  expect(kept.length).toBeGreaterThanOrEqual(prepared.articles + 2)
  await driver.close()
})

test.each(['the log cut in half', 'an older copy put back'])('%s is noticed, and a backup offered', async name => {
  const { words, offersRestore } = await seeDamage(prepared, name, folder)
  expect(words).toContain(`There should be ${prepared.articles} articles here`)
  expect(offersRestore).toBe(true)
})

test('a loss can be accepted', async () => {
  const driver = await openDamaged('the folder deleted', 'lost')
  const library = await driver.openOwn('library.html')
  await click(library, { role: 'button', name: 'Go on with what is left' })
  await until('the warning to go', () => library.run(() => !document.querySelector('.notice')))
  const again = await driver.openOwn('library.html')
  await find(again, { role: 'heading', name: 'Nothing saved yet' })
  expect(await again.run(() => document.querySelector('.notice')?.textContent)).toBeUndefined()
  await driver.close()
})

test('an index that disagrees with the articles is noticed, and rebuilt at a click', async () => {
  const driver = await launchChromium({ profile: await copyOf(prepared.profile, 'index') })
  const page = await driver.openOwn('options.html')
  await page.run(forgetCounts)
  const library = await driver.openOwn('library.html')
  await click(library, { role: 'button', name: 'Rebuild the index' })
  await until('word that it is done', () =>
    library.run(() => document.body.textContent.includes('The index was rebuilt')),
  )
  expect(await library.run(() => document.querySelector('.notice')?.textContent)).toBeUndefined()
  await driver.close()
})

test('once a day the worker makes a copy by itself, where something changed', async () => {
  const profile = await copyOf(backedUp, 'daily')
  const driver = await launchChromium({ profile })
  const page = await driver.openOwn('options.html')
  await page.run(forgetBackups)
  expect(await page.run(ownCopies)).toEqual([])
  await page.run(() => chrome.alarms.create('housekeeping', { when: Date.now() }))
  const [name] = await until('a copy', async () => {
    const names = await page.run(ownCopies)
    return names.length > 0 && names
  })
  expect(name).toMatch(/^kaifong-\d{4}-\d{2}-\d{2}\.backup\.gz$/)
  await driver.close()
})

test('the copy that the browser keeps brings everything back', async () => {
  const driver = await openDamaged('the tables deleted', 'copy', backedUp)
  await restoreOwnCopy(await driver.openOwn('library.html'), driver)
  const library = await driver.openOwn('library.html')
  await find(library, { role: 'list', name: 'Articles' })
  expect(await library.run(() => document.querySelector('.notice')?.textContent)).toBeUndefined()
  await driver.close()
})

test('what was saved since the last backup comes back by itself when the browser has lost everything', async () => {
  const profile = await copyOf(backedUp, 'journal')
  const saving = await launchChromium({ profile })
  const late = [1, 2, 3].map(index => soakArticle(2000 + index, '', 0))
  const library = await openLibrary(saving)
  expect(await saveAll(library, late, 'nobody')).toBe(0)
  await until('them to be counted', async () => (await library.run(readNoted)) === prepared.articles + late.length)
  await saving.kill()
  await damageProfile(prepared, 'the folder deleted', profile)
  const driver = await launchChromium({ profile })
  const page = await openLibrary(driver)
  await until('word of it', () =>
    page.run(() => document.body.textContent.includes('had lost 3 articles that were saved lately')),
  )
  const addresses = async (tab: Tab) => new Set((await readAll(tab)).map(({ canonicalUrl }) => canonicalUrl))
  expect(await addresses(page)).toEqual(new Set(late.map(({ article }) => article.canonicalUrl)))
  expect(await page.run(() => document.querySelector('.notice')?.textContent)).toContain(
    `There should be ${prepared.articles + 3} articles here`,
  )
  await restoreOwnCopy(page, driver)
  expect((await addresses(await openLibrary(driver))).size).toBe(prepared.articles + 3)
  await driver.close()
})

test('what was changed since the last backup holds again once the copy is restored', async () => {
  const profile = await copyOf(backedUp, 'changes')
  const changing = await launchChromium({ profile })
  const library = await openLibrary(changing)
  const marks = await changing.openOwn('highlights.html')
  await marks.run(mark)
  const [starred, removed] = await library.run(changeTwo)
  await until('the changes to be written down', async () => (await library.run(changeFiles)) > 0)
  await changing.kill()
  await damageProfile(prepared, 'the folder deleted', profile)
  const driver = await launchChromium({ profile })
  await restoreOwnCopy(await openLibrary(driver), driver)
  const page = await openLibrary(driver)
  const kept = await page.run(listKept)
  expect(kept.find(({ id }) => id === starred)).toMatchObject({ starred: 1, labels: ['家'], state: 'read' })
  expect(kept.filter(({ starred, labels }) => starred === 1 || labels.length > 0)).toHaveLength(1)
  expect(kept.map(({ id }) => id)).not.toContain(removed)
  expect(await (await driver.openOwn('highlights.html')).run(listMarks)).toEqual(['去看看'])
  await driver.close()
})

test('a library beyond opening is begun anew, and filled from a backup', async () => {
  const broken = await openDamaged('the manifest deleted', 'broken')
  await click(await broken.openOwn('library.html'), { role: 'button', name: START_AFRESH })
  const options = await broken.findOwn('options.html')
  await broken.chooseFile('input[accept*=gzip]', backup)
  await waitForRestored(options)
  const mended = await broken.openOwn('library.html')
  await find(mended, { role: 'list', name: 'Articles' })
  expect(await mended.run(() => document.querySelector('.notice')?.textContent)).toBeUndefined()
  await broken.close()
})

async function saveBackup(downloads: string): Promise<string> {
  await mkdir(downloads)
  // A start folds the log away, which the tests below want to harm.
  backedUp = await copyOf(prepared.profile, 'backed-up')
  const driver = await launchChromium({ profile: backedUp, downloads })
  const options = await driver.openOwn('options.html')
  await until('the page to know where it keeps copies', () =>
    options.run(() => document.querySelector('#copies-title') !== null),
  )
  await click(options, { role: 'button', name: 'Save a backup' })
  const name = await until('the backup', async () =>
    (await readdir(downloads)).find(file => file.endsWith('.backup.gz')),
  )
  await driver.close()
  return join(downloads, name)
}

async function restoreOwnCopy(page: Tab, driver: ChromiumDriver): Promise<void> {
  await click(page, { role: 'button', name: 'Restore a backup' })
  const options = await driver.findOwn('options.html')
  await until('the copies to be listed', () =>
    options.run(() => {
      const button = document.querySelector<HTMLButtonElement>('[aria-label^="Restore this copy"]')
      button?.click()
      return button !== null
    }),
  )
  await waitForRestored(options)
}

async function waitForRestored(options: Tab): Promise<void> {
  const words = `${prepared.articles} articles were restored`
  await until(words, () => options.run(text => document.body.textContent.includes(text), words))
}

async function copyOf(profile: string, name: string): Promise<string> {
  const copy = join(folder, name)
  await cp(profile, copy, { recursive: true })
  return copy
}

async function openDamaged(damage: string, name: string, whole = prepared.profile): Promise<ChromiumDriver> {
  const profile = await copyOf(whole, name)
  await damageProfile(prepared, damage, profile)
  return launchChromium({ profile })
}

async function ownCopies(): Promise<string[]> {
  const backups = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups', { create: true })
  const whole: string[] = []
  for await (const handle of backups.values()) {
    if (handle.name.endsWith('.gz') && (await (handle as FileSystemFileHandle).getFile()).size > 0)
      whole.push(handle.name)
  }
  return whole
}

/** What is lost when a browser writes one table to the disk and not the other. */
async function forgetCounts(): Promise<void> {
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name)
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    if (db.objectStoreNames.contains('counts')) {
      const clearing = db.transaction('counts', 'readwrite')
      clearing.objectStore('counts').clear()
      await new Promise(resolve => {
        clearing.oncomplete = resolve
      })
    }
    db.close()
  }
}

/** Stars, labels and reads one article, and removes another. */
async function changeTwo(): Promise<[starred: string, removed: string]> {
  const ask = async (name: string, request: object) => {
    const reply = await chrome.runtime.sendMessage({ name, request })
    if (!reply.ok) throw new Error(reply.error)
    return reply.response
  }
  const { rows } = await ask('list', { query: {}, window: { offset: 0, limit: 2 } })
  const [{ id }, other] = rows
  await ask('update', { ids: [id], change: { starred: 1, state: 'read' } })
  await ask('label', { ids: [id], add: ['家'], remove: [] })
  await ask('remove', { ids: [other.id] })
  return [id, other.id]
}

/** From the page of highlights, which may. */
async function mark(): Promise<void> {
  const quote = { exact: '的', prefix: '', suffix: '' }
  const page = { canonicalUrl: 'https://news.example/1.html', quote, colour: 'green', createdAt: 1 }
  const highlight = { ...page, id: 'highlight-1', note: '去看看' }
  const reply = await chrome.runtime.sendMessage({ name: 'keepHighlight', request: { highlight } })
  if (!reply.ok) throw new Error(reply.error)
}

async function listMarks(): Promise<string[]> {
  const reply = await chrome.runtime.sendMessage({ name: 'listHighlights', request: { most: 9 } })
  return reply.response.map(({ highlight }: { highlight: { note: string } }) => highlight.note)
}

async function changeFiles(): Promise<number> {
  const journal = await (await navigator.storage.getDirectory()).getDirectoryHandle('journal', { create: true })
  let files = 0
  for await (const handle of journal.values()) {
    if (/^changes-.*\.gz$/.test(handle.name) && (await (handle as FileSystemFileHandle).getFile()).size > 0) files++
  }
  return files
}

async function listKept(): Promise<{ id: string; starred: number; labels: string[]; state: string }[]> {
  const request = { query: {}, window: { offset: 0, limit: 500 } }
  return (await chrome.runtime.sendMessage({ name: 'list', request })).response.rows
}

async function forgetBackups(): Promise<void> {
  await (await navigator.storage.getDirectory()).removeEntry('backups', { recursive: true })
  await chrome.storage.local.remove('backup')
}

declare const chrome: {
  runtime: {
    // biome-ignore lint/suspicious/noExplicitAny: what the background answers is what is under test here
    sendMessage(message: { name: string; request: object }): Promise<any>
  }
  alarms: { create(name: string, info: { when: number }): Promise<void> }
  storage: { local: { remove(key: string): Promise<void> } }
}
