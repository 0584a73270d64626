import { filesIn, ownFolder, removeFiles, removeLeftovers, writeFile } from '../../utils/browser/backup-files.ts'
import { chosenFolder, mayWrite } from '../../utils/browser/backup-folder.ts'
import { backupSettings, changeBackupSettings } from '../../utils/browser/backup-settings.ts'
import { canDownload, namesInDownloads, putInDownloads, removeFromDownloads } from '../../utils/browser/downloads.ts'
import { sentinelStore } from '../../utils/browser/sentinel-store.ts'
import {
  backupName,
  type ExportOptions,
  exportBackup,
  type Library,
  lastChange,
  libraryStatus,
  outdatedBackups,
} from '../../utils/library/index.ts'
import { forgetWrittenDown, writtenDown } from './journal.ts'

const HOUR = 60 * 60 * 1000
/** A little less than a day, so that a browser opened every morning makes one every morning. */
const PAUSE = 20 * HOUR
/** In this browser each copy takes as much room as the library; elsewhere the reader's disk is their own. */
const KEPT_HERE = { daily: 2, weekly: 1 }
const KEPT_ELSEWHERE = { daily: 7, weekly: 4 }

/** Makes a backup where a day has passed and something changed. Of a damaged library none: it would push out a good one. */
export async function backUpIfDue(library: Library): Promise<void> {
  const { lastAt, lastChange: before } = await backupSettings()
  const now = library.now()
  // A clock that was set back must not put backups off for as long.
  if (now - lastAt < PAUSE && now >= lastAt) return
  const change = await lastChange(library)
  if (change === before || (await libraryStatus(library, sentinelStore)).status !== 'sound') return
  await makeBackup(library)
  await deliverBackup(false)
}

/** Writes today's copy in this browser, and gives it as a file that is read from the disk. */
export async function makeBackup(
  library: Library,
  { signal, onProgress }: Pick<ExportOptions, 'onProgress'> & { signal?: AbortSignal } = {},
): Promise<File> {
  const [folder, name, change] = [await ownFolder(), backupName(library.now()), await lastChange(library)]
  await removeLeftovers(folder)
  const contained = await writtenDown()
  await writeFile(folder, name, exportBackup(library, onProgress ? { onProgress } : {}), signal)
  const files = await filesIn(folder)
  await removeFiles(
    folder,
    outdatedBackups(
      files.map(file => file.name),
      KEPT_HERE,
    ),
  )
  await changeBackupSettings({ lastAt: library.now(), lastChange: change, waiting: name })
  await forgetWrittenDown(contained)
  return files.find(file => file.name === name) as File
}

/**
 * Puts the latest copy where the reader wants copies to be. Where that needs them (a folder's permission was forgotten, a
 * worker can offer no download) it stays 'waiting' until one of Kaifong's pages is open.
 * @param ask only from a click: the browser may ask for the folder again
 * @returns whether nothing waits any more
 */
export async function deliverBackup(ask: boolean): Promise<boolean> {
  const { to, waiting } = await backupSettings()
  if (waiting === undefined) return true
  const file = (await filesIn(await ownFolder())).find(({ name }) => name === waiting)
  const delivered = !file || to === 'browser' || (to === 'folder' ? await toFolder(file, ask) : await toDownloads(file))
  if (delivered) await changeBackupSettings({ waiting: undefined })
  return delivered
}

async function toFolder(file: File, ask: boolean): Promise<boolean> {
  const folder = await chosenFolder()
  if (!folder || !(await mayWrite(folder, ask))) return false
  await writeFile(folder, file.name, file.stream())
  const names = (await filesIn(folder)).map(({ name }) => name)
  await removeFiles(folder, outdatedBackups(names, KEPT_ELSEWHERE))
  return true
}

async function toDownloads(file: File): Promise<boolean> {
  if (!(await canDownload()) || !(await putInDownloads(file))) return false
  await removeFromDownloads(outdatedBackups(await namesInDownloads(), KEPT_ELSEWHERE))
  return true
}
