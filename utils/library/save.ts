import type { Article, TaggedArticle } from '../article/article.ts'
import { excerpt, readingMinutes } from '../article/text.ts'
import { packBody } from './body.ts'
import type { ArticleRow, BodyRow, LibraryDatabase } from './database.ts'
import { failureOf } from './failures.ts'
import { pictureAddresses, pictureJob } from './jobs.ts'
import { MAX_EVIDENCE, MAX_HTML, MAX_TEXT } from './limits.ts'
import type { Library } from './open.ts'
import { type ArticleId, type ArticleRecord, type Field, type LibraryFailure, newArticleId } from './record.ts'
import { write } from './room.ts'
import { changedRow, rowOf } from './rows.ts'
import { placesOf } from './terms.ts'
import { nextStamp, tablesOfRows, writeRows } from './write.ts'

export type SaveResult =
  /** 'already-saved' changed nothing; an article in the trash comes back and is 'saved'. */
  { status: 'saved' | 'already-saved'; id: ArticleId } | { status: 'failed'; reason: LibraryFailure }

/**
 * Stores an article: record, body and the promise to fetch its pictures, in one transaction that is on the disk when
 * this resolves. The same canonical address is stored once, however many save it at once.
 */
export async function saveArticle(library: Library, { article, tags }: TaggedArticle): Promise<SaveResult> {
  if (article.html.length > MAX_HTML || article.text.length > MAX_TEXT) return { status: 'failed', reason: 'too-large' }
  // Before the transaction: IndexedDB commits a transaction that waits for anything else.
  const bytes = await packBody(article)
  const record = newRecord({ article, tags }, library.now())
  try {
    return await storeOnce(library, record, { articleId: record.id, bytes }, article)
  } catch (error) {
    return { status: 'failed', reason: await failureOf(error) }
  }
}

function storeOnce({ db, now }: Library, record: ArticleRecord, body: BodyRow, article: Article): Promise<SaveResult> {
  return write(db, 'add', [...tablesOfRows(db), db.bodies, db.jobs], async (): Promise<SaveResult> => {
    const present = await db.articles.get({ canonicalUrl: record.canonicalUrl })
    if (present?.removedAt === undefined && present) return { status: 'already-saved', id: present.id }
    const stamp = await nextStamp(db, now())
    if (present) {
      await bringBack(db, present, stamp)
      return { status: 'saved', id: present.id }
    }
    const times = Object.fromEntries(FIELDS_OF_NEW.map(field => [field, stamp]))
    const after = rowOf({ ...record, updatedAt: stamp }, times)
    await writeRows(db, [{ after, wordsAreNew: true }])
    await db.bodies.add(body)
    const pictures = pictureAddresses(article.images)
    if (pictures.length > 0) await db.jobs.put(pictureJob(record.id, pictures))
    return { status: 'saved', id: record.id }
  })
}

const FIELDS_OF_NEW: readonly Field[] = ['content', 'tags', 'removed']

async function bringBack(db: LibraryDatabase, row: ArticleRow, stamp: string): Promise<void> {
  await writeRows(db, [{ before: row, after: changedRow(row, ['removed'], { removedAt: undefined }, stamp) }])
}

/** The record of an article about to be saved at `now`, milliseconds since 1970. */
export function newRecord({ article, tags }: TaggedArticle, now: number): ArticleRecord {
  const { html: _html, text, images, nextPageUrl: _next, ...facts } = article
  const pictures = pictureAddresses(images)
  return {
    ...facts,
    id: newArticleId(),
    excerpt: excerpt(text),
    minutes: readingMinutes(text),
    length: text.length,
    tags: tags.map(tag => ({ ...tag, evidence: tag.evidence.slice(0, MAX_EVIDENCE) })),
    districts: placesOf(tags),
    state: 'to-read',
    starred: 0,
    labels: [],
    savedAt: now,
    updatedAt: '',
    pictures: { wanted: pictures.length, stored: 0, failed: 0 },
    ...(pictures[0] !== undefined && { cover: pictures[0] }),
  }
}
