import { browser } from '../../utils/browser/api.ts'
import { capturePicture } from '../../utils/browser/pictures.ts'
import {
  type ArticleId,
  type FetchPicture,
  stopPictures as giveUp,
  hasPicturesToCome,
  jobId,
  type Library,
  nextJobAt,
  type PictureWork,
  pendingJobs,
  pictureWork,
  retryPictures as planRetry,
  runPictureJob,
  watch,
} from '../../utils/library/index.ts'
import { libraryOrThrow, ownLibrary } from './open-library.ts'
import { leftOf } from './picture-progress.ts'

const ALARM = 'pictures'
const MINUTE = 60_000

/** Fetches the pictures of an article just saved, from the tab that shows it while it is open. */
export async function fetchPictures(library: Library, articleId: ArticleId, tabId?: number): Promise<void> {
  // Should the worker be stopped meanwhile, the alarm wakes it again; `resumeJobs` clears it when nothing is left.
  await browser.alarms.create(ALARM, { periodInMinutes: 1 })
  await runPictureJob(library, jobId(articleId), fetcher(tabId))
  await settleAlarm(library)
}

/** The page of a saved article is in front of the reader again: what could not be had without it is taken from there. */
export async function resumePictures(library: Library, articleId: ArticleId, tabId: number): Promise<void> {
  if (await hasPicturesToCome(library, articleId)) await fetchPictures(library, articleId, tabId)
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

/** Tries again for the pictures that articles lack; answers when all were tried. */
export async function retryPictures(articleIds: readonly ArticleId[]): Promise<void> {
  const library = await libraryOrThrow()
  const jobs: string[] = []
  for (const id of articleIds) {
    const job = await planRetry(library, id)
    if (job !== undefined) jobs.push(job)
  }
  if (jobs.length === 0) return
  await browser.alarms.create(ALARM, { periodInMinutes: 1 })
  for (const id of jobs) await runPictureJob(library, id, fetcher())
  await settleAlarm(library)
}

/**
 * Gives up what is still to be fetched of an article's pictures, or of all.
 * @returns the articles that lack some now
 */
export async function stopPictures(articleId?: ArticleId): Promise<ArticleId[]> {
  const library = await libraryOrThrow()
  const stopped = await giveUp(library, articleId)
  await settleAlarm(library)
  return stopped.map(work => work.articleId)
}

/** How far an article's pictures are as soon as other than `left` are still to be tried; undefined where it is gone. */
export async function nextPictureWork(articleId: ArticleId, left: number | null): Promise<PictureWork | undefined> {
  const ofArticle = (works: readonly PictureWork[]) => works.find(work => work.articleId === articleId)
  return ofArticle(await worksOnce([articleId], works => ofArticle(works)?.left !== left))
}

/** The same of all articles whose pictures are being fetched, and of those `known`. */
export function nextPictureWorks(known: readonly ArticleId[], left: number | null): Promise<PictureWork[]> {
  return worksOnce(known, works => leftOf(works) !== left)
}

async function worksOnce(
  known: readonly ArticleId[],
  isAwaited: (works: readonly PictureWork[]) => boolean,
): Promise<PictureWork[]> {
  const library = await libraryOrThrow()
  return new Promise((resolve, reject) => {
    const stop = watch(() => pictureWork(library, known)).subscribe(works => {
      if (!isAwaited(works)) return
      stop()
      resolve(works)
    }, reject)
  })
}

async function settleAlarm(library: Library): Promise<void> {
  const at = await nextJobAt(library)
  if (at === undefined) await browser.alarms.clear(ALARM)
  else await browser.alarms.create(ALARM, { when: Math.max(at, Date.now() + MINUTE), periodInMinutes: 1 })
}

function fetcher(tabId?: number): FetchPicture {
  return async (url, { signal }) => {
    const captured = await capturePicture(url, tabId, 'best', signal)
    if (captured.status === 'failed') return { failed: captured.reason }
    const comma = captured.dataUrl.indexOf(',')
    const type = captured.dataUrl.slice('data:'.length, captured.dataUrl.indexOf(';'))
    return { type, bytes: Uint8Array.from(atob(captured.dataUrl.slice(comma + 1)), byte => byte.charCodeAt(0)) }
  }
}
