import { filesIn, journalFolder, removeFiles, removeLeftovers, writeFile } from '../../utils/browser/backup-files.ts'
import { sentinelStore } from '../../utils/browser/sentinel-store.ts'
import {
  type ArticleId,
  exportBackup,
  importBackup,
  type Library,
  latestStamp,
  noteCount,
  recordsOfIds,
} from '../../utils/library/index.ts'
import { bringBackChanges, isChanges } from './change-journal.ts'

// Chromium deletes its whole database where a crash left a part of it that cannot be read (see log.ts). So what was saved
// since the last backup is written down once more beside it, each article in a file of its own, in the form of a backup;
// and what was changed otherwise: see change-journal.ts.
// Firefox keeps its databases in SQLite, which takes back what a crash cut off.

const ENDING = '.backup.gz'

/** Writes an article down as it is now. A browser that cannot has it in the library all the same. */
export async function writeDown(library: Library, id: ArticleId): Promise<void> {
  if (import.meta.env.FIREFOX) return
  try {
    await writeFile(await journalFolder(), `${id}${ENDING}`, exportBackup(library, { ids: [id] }))
  } catch (error) {
    console.info('The journal cannot be written:', error)
  }
}

/**
 * Puts back into the library what was written down and is not there.
 * @returns how many articles came back
 */
export async function bringBack(library: Library): Promise<number> {
  // A library that has lost nothing knows of every change.
  const since = await latestStamp(library)
  const brought = await bringBackArticles(library)
  await bringBackChanges(library, since)
  return brought
}

async function bringBackArticles(library: Library): Promise<number> {
  const folder = await journalFolder()
  const ids: ArticleId[] = []
  for await (const name of folder.keys())
    if (name.endsWith(ENDING) && !isChanges(name)) ids.push(name.slice(0, -ENDING.length) as ArticleId)
  const there = new Set((await recordsOfIds(library, ids)).map(({ id }) => id))
  let brought = 0
  for (const id of ids) {
    if (there.has(id)) continue
    const file = await (await folder.getFileHandle(`${id}${ENDING}`)).getFile()
    // One that a crash cut off is refused, and its article was never said to be saved.
    brought += (await importBackup(library, file)).added
  }
  if (brought > 0) await noteCount(library, sentinelStore)
  return brought
}

/** All that is written down, to be forgotten once a backup has it. */
export async function writtenDown(): Promise<File[]> {
  return import.meta.env.FIREFOX ? [] : filesIn(await journalFolder())
}

/** Forgets what was written down, but for what was written again since. */
export async function forgetWrittenDown(files: readonly File[]): Promise<void> {
  if (files.length === 0) return
  const folder = await journalFolder()
  const now = new Map((await filesIn(folder)).map(({ name, lastModified }) => [name, lastModified]))
  await removeFiles(
    folder,
    files.filter(({ name, lastModified }) => now.get(name) === lastModified).map(({ name }) => name),
  )
  await removeLeftovers(folder)
}
