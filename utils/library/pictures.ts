import type { ImageRow, JobRow, LibraryDatabase } from './database.ts'
import { failureOf } from './failures.ts'
import { imagesOf, jobId, NOT_BY_ITSELF, pictureJob } from './jobs.ts'
import { pictureType } from './media-type.ts'
import type { Library } from './open.ts'
import { readArticle } from './read.ts'
import type { ArticleId, LibraryFailure, PictureCounts } from './record.ts'
import { write } from './room.ts'
import { changedRow } from './rows.ts'
import { tablesOfRows, writeRows } from './write.ts'

/** Why a picture could not be had. `http-404` and the like are up to the fetcher; these are the library's own. */
export type PictureFailure = 'timeout' | 'too-large' | 'wrong-type' | 'quota' | 'stopped' | (string & {})

/** Fetches one picture; the caller knows where from (the open page's cache, the network). Abort when `signal` says so. */
export type FetchPicture = (
  url: string,
  options: { signal: AbortSignal; maxBytes: number },
) => Promise<{ bytes: Uint8Array; type: string } | { failed: PictureFailure }>

export interface PictureLimits {
  /** Fetched at the same time. */
  parallel: number
  /** Milliseconds for one picture. */
  timeout: number
  /** Bytes of one picture. */
  maxBytes: number
  /** Bytes of all pictures of an article. */
  maxTotalBytes: number
}

const SECOND = 1000
const MB = 1_000_000

/** A portal's photograph has 100 KB to 2 MB; ten times that is not for reading. */
export const PICTURE_LIMITS: PictureLimits = {
  parallel: 3,
  timeout: 30 * SECOND,
  maxBytes: 15 * MB,
  maxTotalBytes: 100 * MB,
}

/** 'full': the disk is; the article's text is safe and the pictures can be tried again. 'gone': no such job (any more). */
export type PictureJobResult =
  | { status: 'done' | 'full'; pictures: PictureCounts }
  | { status: 'gone' }
  /** The library could not be written for another reason; the job is still there. */
  | { status: 'failed'; reason: LibraryFailure }

/**
 * Fetches and stores what a picture job still has to do. Each picture is stored with its mark in the job in one
 * transaction, so that a worker killed at any moment goes on where it was, and running twice does no harm.
 */
export function runPictureJob(
  library: Library,
  id: string,
  fetchPicture: FetchPicture,
  limits: Partial<PictureLimits> = {},
): Promise<PictureJobResult> {
  const jobs = running.get(library.db) ?? new Map<string, RunningJob>()
  running.set(library.db, jobs)
  const known = jobs.get(id)
  // One that was stopped does nothing more: what was asked for since is for another.
  if (known?.stop.signal.aborted) return known.done.then(() => runPictureJob(library, id, fetchPicture, limits))
  if (known) return known.done
  const stop = new AbortController()
  const bounds = { ...PICTURE_LIMITS, ...limits }
  const done = run(library, id, fetchPicture, bounds, stop.signal)
    .catch(failed)
    .finally(() => jobs.delete(id))
  jobs.set(id, { done, stop })
  return done
}

/** Ends what is being fetched for an article here. What becomes of its job is up to the caller: see `stopPictures`. */
export function stopRunning(db: LibraryDatabase, articleId: ArticleId): void {
  running.get(db)?.get(jobId(articleId))?.stop.abort()
}

interface RunningJob {
  done: Promise<PictureJobResult>
  stop: AbortController
}

async function failed(error: unknown): Promise<PictureJobResult> {
  return { status: 'failed', reason: await failureOf(error) }
}

// A job taken up twice in one worker, by a save and by the alarm, fetches each picture once. Lost with the worker, as
// the fetches are.
const running = new WeakMap<LibraryDatabase, Map<string, RunningJob>>()

async function run(
  library: Library,
  id: string,
  fetchPicture: FetchPicture,
  bounds: PictureLimits,
  stop: AbortSignal,
): Promise<PictureJobResult> {
  const job = await begin(library, id)
  if (!job) return { status: 'gone' }
  const waiting = [...job.todo]
  let left = bounds.maxTotalBytes - (await storedBytes(library.db, job.articleId))
  let full = false
  const work = async () => {
    for (let url = waiting.shift(); url !== undefined && !full && !stop.aborted; url = waiting.shift()) {
      const outcome = await fetchOne(url, fetchPicture, { ...bounds, maxBytes: Math.min(bounds.maxBytes, left) }, stop)
      if (stop.aborted && 'failed' in outcome) return
      if ('bytes' in outcome) left -= outcome.bytes.byteLength
      if ((await settle(library, job, url, outcome)) === 'full') full = true
    }
  }
  await Promise.all(Array.from({ length: bounds.parallel }, work))
  return finish(library, job, full)
}

// What was cut off may pass the next time, and a worker that is stopped cuts off what it fetches just then.
function begin({ db }: Library, id: string): Promise<JobRow | undefined> {
  return db.transaction('rw', db.jobs, async () => {
    const job = await db.jobs.get(id)
    if (!job) return undefined
    const again = job.failed.filter(({ reason }) => MAY_PASS.test(reason))
    const failed = job.failed.filter(({ reason }) => !MAY_PASS.test(reason))
    const todo = [...job.todo, ...again.map(({ url }) => url)]
    const begun = { ...job, todo, failed, attempts: job.attempts + 1, notBefore: 0 }
    await db.jobs.put(begun)
    return begun
  })
}

const MAY_PASS = /^(?:timeout|closed|blocked|unreachable|threw)/

/** Whether an article lacks pictures that might be had under better circumstances, as with its page open again. */
export async function hasPicturesToCome({ db }: Library, articleId: ArticleId): Promise<boolean> {
  const job = await db.jobs.get(jobId(articleId))
  return job !== undefined && (job.todo.length > 0 || job.failed.some(({ reason }) => MAY_PASS.test(reason)))
}

/**
 * Makes a job of the pictures that an article lacks, whether they failed, were lost, or never came with a backup.
 * Resolves to the job's id, if anything is missing.
 */
export async function retryPictures(library: Library, articleId: ArticleId): Promise<string | undefined> {
  const { db } = library
  const missing = (await readArticle(library, articleId))?.missing ?? []
  if (missing.length === 0) return undefined
  return write(db, 'add', [...tablesOfRows(db), db.images, db.jobs], async () => {
    const before = await db.articles.get(articleId)
    if (!before) return undefined
    const job = pictureJob(
      articleId,
      missing.map(({ url }) => url),
    )
    const stored = await imagesOf(db, articleId).count()
    const pictures = { wanted: stored + missing.length, stored, failed: 0 }
    await db.jobs.put(job)
    await writeRows(db, [{ before, after: changedRow(before, [], { pictures }, before.updatedAt) }])
    return job.id
  })
}

type Outcome = { bytes: Uint8Array<ArrayBuffer>; type: string } | { failed: PictureFailure }

async function fetchOne(
  url: string,
  fetchPicture: FetchPicture,
  { timeout, maxBytes }: PictureLimits,
  stop: AbortSignal,
): Promise<Outcome> {
  if (maxBytes <= 0) return { failed: 'too-large' }
  const end = new AbortController()
  const timer = setTimeout(() => end.abort('timeout'), timeout)
  const onStop = () => end.abort('stopped')
  stop.addEventListener('abort', onStop)
  // Whoever fetches may be slow to hear of it.
  const ended = new Promise<{ failed: PictureFailure }>(resolve => {
    end.signal.addEventListener('abort', () => resolve({ failed: String(end.signal.reason) }))
  })
  try {
    return checked(await Promise.race([ended, fetchPicture(url, { signal: end.signal, maxBytes })]), maxBytes)
  } catch (error) {
    return { failed: `threw: ${String(error)}` }
  } finally {
    clearTimeout(timer)
    stop.removeEventListener('abort', onStop)
  }
}

function checked(fetched: Awaited<ReturnType<FetchPicture>>, maxBytes: number): Outcome {
  if ('failed' in fetched) return fetched
  if (fetched.bytes.byteLength > maxBytes) return { failed: 'too-large' }
  const type = pictureType(fetched.bytes)
  // A copy: the caller's bytes may be a view on something far larger, all of which would be stored.
  return type ? { type, bytes: new Uint8Array(fetched.bytes) } : { failed: 'wrong-type' }
}

async function settle({ db }: Library, { id, articleId }: JobRow, url: string, outcome: Outcome) {
  try {
    return await write(db, 'add', [db.articles, db.images, db.jobs], async () => {
      const [job, article] = await Promise.all([db.jobs.get(id), db.articles.where('id').equals(articleId).count()])
      // The article was deleted meanwhile, or another run did this one: nothing is left behind.
      if (!job?.todo.includes(url) || article === 0) return 'settled'
      if ('bytes' in outcome) await db.images.put({ articleId, url, ...outcome } satisfies ImageRow)
      const failed = 'failed' in outcome ? [...job.failed, { url, reason: outcome.failed }] : job.failed
      await db.jobs.put({ ...job, todo: job.todo.filter(other => other !== url), failed })
      return 'settled'
    })
  } catch (error) {
    if ((await failureOf(error)) === 'quota') return 'full'
    throw error
  }
}

// The counts in the record are taken from what is stored, never added up: so they are right after any interruption.
async function finish({ db, now }: Library, { id, articleId }: JobRow, full: boolean): Promise<PictureJobResult> {
  return write(db, 'change', [...tablesOfRows(db), db.images, db.jobs], async () => {
    const [row, job, stored] = await Promise.all([
      db.articles.get(articleId),
      db.jobs.get(id),
      imagesOf(db, articleId).count(),
    ])
    if (!row || !job) return { status: 'gone' }
    const pictures = { wanted: row.pictures.wanted, stored, failed: job.failed.length }
    await writeRows(db, [{ before: row, after: changedRow(row, [], { pictures }, row.updatedAt) }])
    if (full) await db.jobs.put({ ...job, notBefore: now() + RETRY_WHEN_FULL })
    else if (job.todo.length === 0 && job.failed.length === 0) await db.jobs.delete(id)
    else if (job.todo.length === 0) await db.jobs.put({ ...job, notBefore: retryAt(job, now()) })
    return { status: full ? 'full' : 'done', pictures }
  })
}

/** A full disk stays full for a while. */
const RETRY_WHEN_FULL = 60 * 60 * SECOND
/** Waits before the second and the third round. */
const PAUSES = [60 * SECOND, 30 * 60 * SECOND]

// A job of failures that no time heals, or that the reader stopped, waits for the reader to ask: see `retryPictures`.
function retryAt({ failed, attempts }: JobRow, now: number): number {
  const pause = PAUSES[attempts - 1]
  if (failed.some(({ reason }) => reason === 'stopped')) return NOT_BY_ITSELF
  return pause !== undefined && failed.some(({ reason }) => MAY_PASS.test(reason)) ? now + pause : NOT_BY_ITSELF
}

async function storedBytes(db: LibraryDatabase, articleId: ArticleId): Promise<number> {
  let bytes = 0
  await imagesOf(db, articleId).each(image => {
    bytes += image.bytes.byteLength
  })
  return bytes
}
