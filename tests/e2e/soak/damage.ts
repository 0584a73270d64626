import { cp, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomFrom } from '../../bench/library-articles.ts'
import { launchChromium } from '../drivers/chromium.ts'
import type { Tab } from '../drivers/driver.ts'
import { look, until } from '../drivers/surface.ts'
import { longArticle, openLibrary, saveAll } from './saving.ts'

/** One kind of harm to the folder that holds the database's files; `older` is the same folder at an earlier time. */
type Damage = (files: DatabaseFiles, older: string) => Promise<unknown>

interface DatabaseFiles {
  folder: string
  /** Paths of those whose name ends so, largest first. */
  named(ending: string): Promise<string[]>
}

/** What disks, crashes, tidying tools and copies gone wrong do to files. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  'the log cut in half': async ({ named }) => {
    for (const file of await named('.log')) await truncate(file, Math.floor((await stat(file)).size / 2))
  },
  'bytes of the log flipped': async ({ named }) => {
    for (const file of await named('.log')) await overwrite(file, 0.5, 64, byte => byte ^ 0xff)
  },
  'the log deleted': async ({ named }) => remove(await named('.log')),
  'the manifest deleted': async ({ folder }) =>
    remove((await readdir(folder)).filter(name => name.startsWith('MANIFEST')).map(name => join(folder, name))),
  'the tables deleted': async ({ named }) => remove(await named('.ldb')),
  'a part of every table zeroed': async ({ named }) => {
    for (const file of await named('.ldb')) await overwrite(file, 0.3, 8192, () => 0)
  },
  'an older copy put back': async ({ folder }, older) => {
    await rm(folder, { recursive: true })
    await cp(older, folder, { recursive: true })
  },
  'the folder deleted': async ({ folder }) => rm(folder, { recursive: true }),
  'CURRENT deleted': async ({ folder }) => rm(join(folder, 'CURRENT')),
  'every file garbage': async ({ folder }) => {
    const random = randomFrom(7)
    for (const name of await readdir(folder)) {
      const garbage = Buffer.from(Array.from({ length: 5000 }, () => Math.floor(random() * 256)))
      await writeFile(join(folder, name), garbage)
    }
  },
}

/** A profile with a library in it, to be copied and damaged. */
export interface Prepared {
  profile: string
  /** The database's folder as it was before the last articles were saved. */
  older: string
  articles: number
}

/** Articles saved in each of two runs of the browser: with so many, the log is folded into a table now and then. */
const FEW = 60

/** Fills a new profile in `folder`, so that both the tables and the log of the database hold articles. */
export async function prepareLibrary(folder: string, each = FEW): Promise<Prepared> {
  const [profile, older] = [join(folder, 'whole'), join(folder, 'older')]
  await saveMore(profile, 0, each)
  await cp(databaseFolder(profile, await ownFolder(profile)), older, { recursive: true })
  await saveMore(profile, each, 2 * each)
  return { profile, older, articles: 2 * each }
}

async function saveMore(profile: string, from: number, to: number): Promise<void> {
  const driver = await launchChromium({ profile })
  const page = await openLibrary(driver)
  const articles = Array.from({ length: to - from }, (_, index) => longArticle(from + index))
  const unanswered = await saveAll(page, articles, 'nobody')
  if (unanswered > 0) throw new Error(`${unanswered} articles were not saved`)
  await until('the count to be noted', async () => (await page.run(readNoted)) === to)
  // As after a backup: what was saved since would come back by itself.
  await page.run(forgetJournal)
  await driver.close()
}

async function forgetJournal(): Promise<void> {
  await (await navigator.storage.getDirectory()).removeEntry('journal', { recursive: true })
}

/** What a reader sees of a library that was damaged in a copy of the profile. */
export interface DamageSeen {
  /** What the page warns of; empty where it says nothing. */
  words: string
  /** Whether it offers to restore a backup. */
  offersRestore: boolean
}

/** Opens the library on a damaged copy of the profile, in `folder`. */
export async function seeDamage(prepared: Prepared, name: string, folder: string): Promise<DamageSeen> {
  const profile = join(folder, name.replaceAll(' ', '-'))
  await cp(prepared.profile, profile, { recursive: true })
  await damageProfile(prepared, name, profile)
  const driver = await launchChromium({ profile })
  try {
    return await readWarning(await openLibrary(driver))
  } finally {
    await driver.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Harms the database's files in a profile that no browser has open. */
export async function damageProfile({ older }: Prepared, name: string, profile: string): Promise<void> {
  const files = databaseFolder(profile, await ownFolder(profile))
  const named = async (ending: string) =>
    (await readdir(files)).filter(file => file.endsWith(ending)).map(file => join(files, file))
  await DAMAGES[name]?.({ folder: files, named }, older)
}

/** Cuts the last bytes off the database's log, as a crash does to what is just being written. */
export async function cutLog(profile: string): Promise<void> {
  const files = databaseFolder(profile, await ownFolder(profile))
  for (const name of await readdir(files)) {
    const path = join(files, name)
    if (name.endsWith('.log')) await truncate(path, (await stat(path)).size - 10)
  }
}

async function readWarning(page: Tab): Promise<DamageSeen> {
  const read = () => page.run(() => document.querySelector('.notice, .blank')?.textContent)
  const warning = async () => {
    const words = await read()
    return words && /backup/.test(words) ? words : undefined
  }
  const words = await until('a warning', warning, 10).catch(() => '')
  const buttons = (await look(page, { role: 'button' })).map(({ name }) => name)
  return { words, offersRestore: buttons.includes('Restore a backup') || buttons.includes(START_AFRESH) }
}

/** What is offered where the browser cannot open the database at all. */
export const START_AFRESH = 'Start a new library and restore a backup'

const databases = (profile: string) => join(profile, 'Default', 'IndexedDB')
const databaseFolder = (profile: string, own: string) => join(databases(profile), own)

async function ownFolder(profile: string): Promise<string> {
  const own = (await readdir(databases(profile))).find(name => /^chrome-extension_.*\.leveldb$/.test(name))
  if (!own) throw new Error('The profile has no library')
  return own
}

async function overwrite(path: string, at: number, length: number, change: (byte: number) => number): Promise<void> {
  const bytes = await readFile(path)
  const start = Math.floor(bytes.length * at)
  const file = await open(path, 'r+')
  await file.write(bytes.subarray(start, start + length).map(change), 0, undefined, start)
  await file.close()
}

async function remove(paths: string[]): Promise<void> {
  if (paths.length === 0) throw new Error('There is nothing of that kind to delete')
  for (const path of paths) await rm(path)
}

/** For a page of Kaifong: how many articles the sentinel says there should be. */
export async function readNoted(): Promise<number | undefined> {
  return (await chrome.storage.local.get('sentinel')).sentinel?.articles
}

declare const chrome: {
  storage: { local: { get(key: string): Promise<{ sentinel?: { articles: number } }> } }
}
