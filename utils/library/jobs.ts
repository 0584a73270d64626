import type { ArticleImage } from '../article/article.ts'
import type { JobRow, LibraryDatabase } from './database.ts'
import { MAX_PICTURES } from './limits.ts'
import type { Library } from './open.ts'
import type { ArticleId } from './record.ts'

/** A promise still to be kept, for the background to take up at every start and whenever it has time. */
export interface PendingJob {
  id: string
  kind: 'pictures'
  articleId: ArticleId
  /** Addresses not tried yet; none where a killed worker had only left to write down how it went. */
  todo: string[]
  attempts: number
}

/** The job that fetches an article's pictures; its id makes asking twice one job. */
export function pictureJob(articleId: ArticleId, todo: readonly string[]): JobRow {
  return { id: jobId(articleId), kind: 'pictures', articleId, todo: [...todo], failed: [], attempts: 0, notBefore: 0 }
}

/** The id of an article's picture job, whether there is one or not. */
export function jobId(articleId: ArticleId): string {
  return `pictures:${articleId}`
}

/** The addresses of the pictures to store, each once, in the order of the article. */
export function pictureAddresses(images: readonly ArticleImage[]): string[] {
  const addresses = images.map(({ url }) => url).filter(url => /^https?:/i.test(url))
  return [...new Set(addresses)].slice(0, MAX_PICTURES)
}

/**
 * The jobs that may be taken up now, oldest due first.
 * @param limit how many at most
 */
export async function pendingJobs({ db, now }: Library, limit = 100): Promise<PendingJob[]> {
  const rows = await db.jobs.where('notBefore').belowOrEqual(now()).limit(limit).toArray()
  return rows.map(({ id, kind, articleId, todo, attempts }) => ({ id, kind, articleId, todo, attempts }))
}

/** Of a job that waits for the reader. */
export const NOT_BY_ITSELF = Number.MAX_SAFE_INTEGER

/** When the next job is due, milliseconds since 1970; undefined where none is that goes on by itself. */
export async function nextJobAt({ db }: Library): Promise<number | undefined> {
  return (await db.jobs.where('notBefore').below(NOT_BY_ITSELF).first())?.notBefore
}

/** The stored pictures of an article. */
export function imagesOf(db: LibraryDatabase, articleId: ArticleId) {
  return db.images.where('[articleId+url]').between([articleId, ''], [articleId, '\uffff'])
}
