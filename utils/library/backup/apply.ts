import { NEVER } from '../clock.ts'
import type { ArticleRow, LibraryDatabase } from '../database.ts'
import { imagesOf, jobId } from '../jobs.ts'
import { isNewer, mergeRows } from '../merge.ts'
import type { Library } from '../open.ts'
import type { ArticleId, ArticleRecord } from '../record.ts'
import { write } from '../room.ts'
import { recordOf, rowOf } from '../rows.ts'
import { writeRows } from '../write.ts'
import type { ArticleLine, ImageLine, Line } from './schema.ts'

/** What came of an article of a backup. */
export type Applied = 'added' | 'changed' | 'unchanged'

/** What belongs together: an article with its pictures, or one other line. */
export type Group = { line: ArticleLine; images: ImageLine[] } | { line: Exclude<Line, ArticleLine>; images: [] }

/** Merges some of a backup into the library in one transaction. Gives what came of each article. */
export async function applyGroups({ db }: Library, groups: readonly Group[]): Promise<Applied[]> {
  return write(db, 'add', db.tables, async () => {
    const applied: Applied[] = []
    for (const { line, images } of groups) {
      if (line.kind === 'article') applied.push(await applyArticle(db, line, images))
      else await applyOther(db, line)
    }
    return applied
  })
}

async function applyArticle(db: LibraryDatabase, line: ArticleLine, images: readonly ImageLine[]): Promise<Applied> {
  const incoming = rowOf(line.record as ArticleRecord, line.times)
  const before =
    (await db.articles.get(incoming.id)) ?? (await db.articles.get({ canonicalUrl: incoming.canonicalUrl }))
  if (!before && (await isBuried(db, incoming))) return 'unchanged'
  const id = before?.id ?? incoming.id
  const stored = await addMissing(db, id, line, images, before !== undefined && isNewer(before, incoming, 'content'))
  const merged = before ? mergeRows(before, incoming) : incoming
  const after = stored.images > 0 ? await recounted(db, merged) : merged
  if (!before && line.job) await db.jobs.put({ id: jobId(id), kind: 'pictures', articleId: id, ...line.job })
  await moveClock(db, incoming.updatedAt)
  if (before && stored.images === 0 && !stored.body && same(before, after)) return 'unchanged'
  await writeRows(db, [{ before, after, wordsAreNew: !before || stored.body }])
  return before ? 'changed' : 'added'
}

// A tombstone, a correction or what was learnt about a site: the newer of the two stays.
async function applyOther(db: LibraryDatabase, line: Exclude<Line, ArticleLine>): Promise<void> {
  switch (line.kind) {
    case 'tombstone': {
      const row = { id: line.id as ArticleId, canonicalUrl: line.canonicalUrl, deletedAt: line.deletedAt }
      // An article that is here again, or still here, is not deleted by an old file.
      if ((await db.articles.where('id').equals(row.id).count()) === 0) await db.tombstones.put(row)
      return moveClock(db, line.deletedAt)
    }
    case 'correction': {
      const present = await db.corrections.get(line.canonicalUrl)
      const { kind: _, ...row } = line
      if ((present?.updatedAt ?? NEVER) < row.updatedAt) await db.corrections.put(row)
      return moveClock(db, row.updatedAt)
    }
    case 'highlight': {
      const present = await db.highlights.get(line.id)
      const { kind: _, ...row } = line
      if ((present?.updatedAt ?? NEVER) < row.updatedAt) await db.highlights.put(row)
      return moveClock(db, row.updatedAt)
    }
    case 'site': {
      const present = await db.sites.get(line.site)
      const { kind: _, ...row } = line
      if ((present?.updatedAt ?? NEVER) < row.updatedAt) await db.sites.put(row)
      return moveClock(db, row.updatedAt)
    }
  }
}

// Deleted for good after it was last changed.
async function isBuried(db: LibraryDatabase, { canonicalUrl, updatedAt }: ArticleRow): Promise<boolean> {
  const tombstones = await db.tombstones.where('canonicalUrl').equals(canonicalUrl).toArray()
  return tombstones.some(({ deletedAt }) => deletedAt > updatedAt)
}

// Also where the library lost a body or a picture that the backup still has.
async function addMissing(
  db: LibraryDatabase,
  id: ArticleId,
  { body }: ArticleLine,
  images: readonly ImageLine[],
  newerContent: boolean,
): Promise<{ body: boolean; images: number }> {
  const present = new Set((await imagesOf(db, id).primaryKeys()).map(([, url]) => url))
  const missing = images.filter(({ url }) => !present.has(url))
  if (missing.length > 0) {
    await db.images.bulkPut(missing.map(({ url, type, bytes }) => ({ articleId: id, url, type, bytes })))
  }
  const wantsBody =
    body !== undefined && (newerContent || (await db.bodies.where('articleId').equals(id).count()) === 0)
  if (wantsBody) await db.bodies.put({ articleId: id, bytes: body })
  return { body: wantsBody, images: missing.length }
}

async function recounted(db: LibraryDatabase, row: ArticleRow): Promise<ArticleRow> {
  const stored = await imagesOf(db, row.id).count()
  const { wanted, failed } = row.pictures
  const pictures = { wanted, stored, failed: Math.min(failed, wanted - stored) }
  return rowOf({ ...recordOf(row), pictures }, row.times, row.sketch)
}

async function moveClock(db: LibraryDatabase, newest: string): Promise<void> {
  const last = (await db.meta.get('clock'))?.value
  if (typeof last !== 'string' || newest > last) await db.meta.put({ key: 'clock', value: newest })
}

function same(a: ArticleRow, b: ArticleRow): boolean {
  return inOrder(a) === inOrder(b)
}

// Whatever order things were written in. The slot is only known once a row is written.
function inOrder({ slot: _, ...row }: ArticleRow): string {
  const sorted = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  return JSON.stringify(row, sorted)
}
