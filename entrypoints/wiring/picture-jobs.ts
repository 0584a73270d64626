import { browser } from '../../utils/browser/api.ts'
import { capturePicture } from '../../utils/browser/pictures.ts'
import {
  type ArticleId,
  type FetchPicture,
  jobId,
  type Library,
  nextJobAt,
  pendingJobs,
  retryPictures as planRetry,
  runPictureJob,
} from '../../utils/library/index.ts'
import { libraryOrThrow, ownLibrary } from './open-library.ts'

const ALARM = 'pictures'
const MINUTE = 60_000

/** Fetches the pictures of an article just saved, from the tab that shows it while it is open. */
export async function fetchPictures(library: Library, articleId: ArticleId, tabId?: number): Promise<void> {
  // Should the worker be stopped meanwhile, the alarm wakes it again; `resumeJobs` clears it when nothing is left.
  await browser.alarms.create(ALARM, { periodInMinutes: 1 })
  await runPictureJob(library, jobId(articleId), fetcher(tabId))
  await settleAlarm(library)
}

/** Takes up what an earlier worker left undone: at every start, on the alarm, and when access to a site was granted. */
export async function resumeJobs(): Promise<void> {
  const opened = await ownLibrary()
  if (opened.status === 'failed') return
  const tried = new Set<string>()
  const untried = async () => (await pendingJobs(opened.library)).filter(({ id }) => !tried.has(id))
  for (let jobs = await untried(); jobs.length > 0; jobs = await untried()) {
    for (const { id } of jobs) {
      tried.add(id)
      await runPictureJob(opened.library, id, fetcher())
    }
  }
  await settleAlarm(opened.library)
}

/** Tries again for the pictures that an article lacks. */
export async function retryPictures(articleId: ArticleId): Promise<void> {
  const library = await libraryOrThrow()
  const jobId = await planRetry(library, articleId)
  if (jobId) await runPictureJob(library, jobId, fetcher())
}

async function settleAlarm(library: Library): Promise<void> {
  const at = await nextJobAt(library)
  if (at === undefined) await browser.alarms.clear(ALARM)
  else await browser.alarms.create(ALARM, { when: Math.max(at, Date.now() + MINUTE), periodInMinutes: 1 })
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
