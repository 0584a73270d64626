import { browser } from '../../utils/browser/api.ts'
import { capturePicture } from '../../utils/browser/pictures.ts'
import {
  type ArticleId,
  type FetchPicture,
  type Library,
  pendingJobs,
  retryPictures as planRetry,
  runPictureJob,
} from '../../utils/library/index.ts'
import { libraryOrThrow, ownLibrary } from './open-library.ts'

const ALARM = 'pictures'
const MINUTES_TO_NEXT_LOOK = 1

/** Fetches the pictures of an article just saved, from the tab that shows it while it is open. */
export async function fetchPictures(library: Library, articleId: ArticleId, tabId?: number): Promise<void> {
  // Should the worker be stopped meanwhile, the alarm wakes it again; `resumeJobs` clears it when nothing is left.
  await browser.alarms.create(ALARM, { periodInMinutes: MINUTES_TO_NEXT_LOOK })
  const jobs = await pendingJobs(library)
  const job = jobs.find(pending => pending.articleId === articleId)
  if (job) await runPictureJob(library, job.id, fetcher(tabId))
  await settleAlarm(library)
}

/** Takes up what an earlier worker left undone: at every start, on the alarm, and when access to a site was granted. */
export async function resumeJobs(): Promise<void> {
  const opened = await ownLibrary()
  if (opened.status === 'failed') return
  for (const job of await pendingJobs(opened.library)) await runPictureJob(opened.library, job.id, fetcher())
  await settleAlarm(opened.library)
}

/** Tries again for the pictures that an article lacks. */
export async function retryPictures(articleId: ArticleId): Promise<void> {
  const library = await libraryOrThrow()
  const jobId = await planRetry(library, articleId)
  if (jobId) await runPictureJob(library, jobId, fetcher())
}

async function settleAlarm(library: Library): Promise<void> {
  if ((await pendingJobs(library)).length === 0) await browser.alarms.clear(ALARM)
}

function fetcher(tabId?: number): FetchPicture {
  return async url => {
    const captured = await capturePicture(url, tabId)
    if (captured.status === 'failed') return { failed: captured.reason }
    const comma = captured.dataUrl.indexOf(',')
    const type = captured.dataUrl.slice('data:'.length, captured.dataUrl.indexOf(';'))
    return { type, bytes: Uint8Array.from(atob(captured.dataUrl.slice(comma + 1)), byte => byte.charCodeAt(0)) }
  }
}
