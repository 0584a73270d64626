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
  /** Addresses not tried yet. */
  todo: string[]
  attempts: number
}

/** The job that fetches an article's pictures; its id makes asking twice one job. */
export function pictureJob(articleId: ArticleId, todo: readonly string[]): JobRow {
  return { id: jobId(articleId), kind: 'pictures', articleId, todo: [...todo], failed: [], attempts: 0, notBefore: 0 }
}

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
  return rows
    .filter(({ todo }) => todo.length > 0)
    .map(({ id, kind, articleId, todo, attempts }) => ({ id, kind, articleId, todo, attempts }))
}

/** The stored pictures of an article. */
export function imagesOf(db: LibraryDatabase, articleId: ArticleId) {
  return db.images.where('[articleId+url]').between([articleId, ''], [articleId, '\uffff'])
}
