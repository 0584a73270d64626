import type { Alarms } from 'webextension-polyfill'
import { browser } from '../../utils/browser/api.ts'
import { sentinelStore } from '../../utils/browser/sentinel-store.ts'
import {
  type ArticleId,
  emptyTrash,
  type Library,
  linkReprints,
  noteCount,
  purgeTrash,
  updateSearch,
} from '../../utils/library/index.ts'
import { backUpIfDue } from './auto-backup.ts'
import { libraryOrThrow, ownLibrary } from './open-library.ts'
import { resumeJobs } from './picture-jobs.ts'

const DAILY = 'housekeeping'
const DAY_IN_MINUTES = 24 * 60

/** At every start of the background: what was left undone goes on. */
export async function onStart(): Promise<void> {
  await browser.alarms.create(DAILY, { delayInMinutes: 5, periodInMinutes: DAY_IN_MINUTES })
  await resumeJobs()
  const opened = await ownLibrary()
  if (opened.status === 'open') await catchUp(opened.library)
}

export async function onAlarm({ name }: Alarms.Alarm): Promise<void> {
  if (name !== DAILY) return resumeJobs()
  const opened = await ownLibrary()
  if (opened.status === 'failed') return
  const purged = await purgeTrash(opened.library)
  if (purged.status === 'done' && purged.purged > 0) await noteCount(opened.library, sentinelStore)
  await catchUp(opened.library)
  await backUpIfDue(opened.library)
}

/** Deletes these for good, as far as they are in the trash; answers with how many articles that were. */
export async function deleteForGood(ids: readonly ArticleId[]): Promise<number> {
  const library = await libraryOrThrow()
  const result = await emptyTrash(library, ids)
  if (result.status === 'failed') throw new Error(`Nothing was deleted for good: ${result.reason}`)
  await noteCount(library, sentinelStore)
  return result.purged
}

/** After an article was added: the sentinel learns of it, search finds it fast, and its reprints are known. */
export async function afterSaving(library: Library): Promise<void> {
  await noteCount(library, sentinelStore)
  await catchUp(library)
}

let catching: Promise<void> | undefined
let waiting: Library | undefined

// One at a time: of a hundred articles saved at once, each would look through all that wait.
function catchUp(library: Library): Promise<void> {
  waiting = library
  catching ??= catchUpWhileAsked()
  return catching
}

async function catchUpWhileAsked(): Promise<void> {
  try {
    for (let next = waiting; next; next = waiting) {
      waiting = undefined
      await catchUpOnce(next)
    }
  } finally {
    catching = undefined
  }
}

async function catchUpOnce(library: Library): Promise<void> {
  // What can be found comes first: after a large import either takes minutes.
  while (await updateSearch(library));
  while (await linkReprints(library));
}
