import type { JobRow } from './database.ts'
import { NOT_BY_ITSELF } from './jobs.ts'
import type { Library } from './open.ts'
import { stopRunning } from './pictures.ts'
import type { ArticleId } from './record.ts'
import { write } from './room.ts'
import { changedRow } from './rows.ts'
import { tablesOfRows, writeRows } from './write.ts'

/** How far the pictures of an article are: `left` are still to be tried, and are being fetched. */
export interface PictureWork {
  articleId: ArticleId
  wanted: number
  stored: number
  left: number
}

/**
 * The articles whose pictures are being fetched, or will be as soon as the background runs again.
 * @param known articles that are told of too when theirs are all tried, so that a whole stays a whole
 */
export function pictureWork({ db, now }: Library, known: readonly ArticleId[] = []): Promise<PictureWork[]> {
  return db.transaction('r', [db.jobs, db.articles], async () => {
    const jobs = (await db.jobs.where('notBefore').belowOrEqual(now()).toArray()).filter(isAtWork)
    const byArticle = new Map(jobs.map(job => [job.articleId, job]))
    const ids = [...new Set([...known, ...byArticle.keys()])]
    const rows = await db.articles.bulkGet(ids)
    return rows.flatMap((row): PictureWork[] => {
      if (!row) return []
      const { wanted, stored } = row.pictures
      const job = byArticle.get(row.id)
      if (!job) return [{ articleId: row.id, wanted, stored, left: 0 }]
      const left = job.todo.length
      return [{ articleId: row.id, wanted, stored: Math.max(0, wanted - left - job.failed.length), left }]
    })
  })
}

/**
 * Gives up what is still to be fetched of an article's pictures, or of all: what is stored stays, and the rest waits for
 * the reader to ask again (`retryPictures`). Ends what this page or worker is fetching.
 */
export async function stopPictures(library: Library, articleId?: ArticleId): Promise<PictureWork[]> {
  const { db, now } = library
  // Written down before anything is ended: a worker that is stopped in between does not take them up again.
  const stopped = await write(db, 'change', [...tablesOfRows(db), db.jobs], async () => {
    const due = await db.jobs.where('notBefore').belowOrEqual(now()).toArray()
    const jobs = due.filter(job => isAtWork(job) && (articleId === undefined || job.articleId === articleId))
    const rows = await db.articles.bulkGet(jobs.map(job => job.articleId))
    const given = jobs.flatMap((job, index) => {
      const [before, after] = [rows[index], stoppedJob(job)]
      if (!before) return []
      const { wanted } = before.pictures
      const pictures = { wanted, stored: Math.max(0, wanted - after.failed.length), failed: after.failed.length }
      return [{ after, change: { before, after: changedRow(before, [], { pictures }, before.updatedAt) } }]
    })
    await db.jobs.bulkPut(given.map(({ after }) => after))
    await writeRows(
      db,
      given.map(({ change }) => change),
    )
    return given.map(({ change: { after } }) => {
      const { wanted, stored } = after.pictures
      return { articleId: after.id, wanted, stored, left: 0 }
    })
  })
  for (const work of stopped) stopRunning(db, work.articleId)
  return stopped
}

const isAtWork = ({ todo }: JobRow): boolean => todo.length > 0

function stoppedJob({ todo, failed, ...job }: JobRow): JobRow {
  const given = todo.map(url => ({ url, reason: 'stopped' }))
  return { ...job, todo: [], failed: [...failed, ...given], notBefore: NOT_BY_ITSELF }
}
