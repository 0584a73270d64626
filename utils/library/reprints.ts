import { unpackBody } from './body.ts'
import type { ArticleRow, LibraryDatabase } from './database.ts'
import { entryOf } from './entry.ts'
import { isSameText, shinglesOf, sketchOf } from './likeness.ts'
import type { Library } from './open.ts'
import { inOrderOfOrigin } from './origin.ts'
import type { ArticleId, ArticleRecord } from './record.ts'
import { write } from './room.ts'
import { recordOf } from './rows.ts'
import { tablesOfRows, writeRows } from './write.ts'

/** Articles that are linked in one go, a tenth of a second's work. */
const BATCH = 20
/** Texts that are compared with one: more have the same least shingles only where a site prints one line everywhere. */
const COMPARED = 20
/** Portals take an article over within days; much the same text a season later is another year's notice. */
const REPRINTED_WITHIN = 60 * 24 * 3_600_000

/**
 * The saved articles with much the same text as one that is read, from other addresses, the original first. Trash
 * excepted.
 */
export async function findReprints(
  { db }: Library,
  { canonicalUrl, text, publishedAt }: { canonicalUrl: string; text: string; publishedAt?: string },
): Promise<ArticleRecord[]> {
  const shingles = shinglesOf(text)
  const rows = await sameAs(db, shingles, row => row.canonicalUrl !== canonicalUrl && near(row, publishedAt))
  return originalFirst(rows.filter(row => row.removedAt === undefined))
}

/** Of each of these articles that others reprint, or that reprints them: the others, the original first. Trash excepted. */
export async function reprintsOf(
  { db }: Library,
  ids: readonly ArticleId[],
): Promise<Map<ArticleId, readonly ArticleRecord[]>> {
  return db.transaction('r', [db.articles], async () => {
    const rows = (await db.articles.bulkGet([...ids])).filter(row => row?.story !== undefined) as ArticleRow[]
    const stories = [...new Set(rows.map(({ story }) => story as string))]
    if (stories.length === 0) return new Map()
    const all = await db.articles.where('story').anyOf(stories).toArray()
    const there = originalFirst(all.filter(({ removedAt }) => removedAt === undefined))
    return new Map(
      rows.map(row => [row.id, there.filter(({ id, story }) => story === row.story && id !== row.id)] as const),
    )
  })
}

/**
 * Links articles that wait for it with those that have much the same text. Meant for the background when it has nothing
 * better to do; a worker killed at any moment does no harm.
 * @returns whether there is more to do
 */
export async function linkReprints({ db }: Library): Promise<boolean> {
  const waiting = await db.unlinked.limit(BATCH).primaryKeys()
  for (const id of waiting) await link(db, id)
  return waiting.length === BATCH
}

async function link(db: LibraryDatabase, id: ArticleId): Promise<void> {
  const [row, body] = await Promise.all([db.articles.get(id), db.bodies.get(id)])
  const text = row && body && (await unpackBody(body.bytes))?.text
  const shingles = shinglesOf(text ?? '')
  const same = row ? await sameAs(db, shingles, other => other.id !== id && near(other, row.publishedAt)) : []
  await write(db, 'change', tablesOfRows(db), async () => {
    await db.unlinked.delete(id)
    const own = await db.articles.get(id)
    if (!own) return
    // Looked at again: any of them may have been changed or deleted since.
    const others = (await db.articles.bulkGet(same.map(other => other.id))).filter(other => other !== undefined)
    const stories = [...new Set(others.flatMap(({ story }) => story ?? []))].sort()
    const story = stories[0] ?? others[0]?.id
    const joined = stories.length > 1 ? await db.articles.where('story').anyOf(stories).toArray() : []
    const members = new Map([...others, ...joined].map(each => [each.id, each]))
    members.delete(id)
    await writeRows(db, [
      { before: own, after: { ...own, sketch: sketchOf(shingles), ...(story !== undefined && { story }) } },
      ...[...members.values()].flatMap(before =>
        story === undefined || before.story === story ? [] : [{ before, after: { ...before, story } }],
      ),
    ])
  })
}

async function sameAs(
  db: LibraryDatabase,
  shingles: ReadonlySet<number>,
  isCandidate: (row: ArticleRow) => boolean,
): Promise<ArticleRow[]> {
  if (shingles.size === 0) return []
  const found = await db.articles.where('sketch').anyOf(sketchOf(shingles)).distinct().toArray()
  const candidates = found.filter(isCandidate).slice(0, COMPARED)
  const bodies = await db.bodies.bulkGet(candidates.map(({ id }) => id))
  const same = await Promise.all(
    bodies.map(async body => {
      const text = body && (await unpackBody(body.bytes))?.text
      return text !== undefined && isSameText(shingles, shinglesOf(text))
    }),
  )
  return candidates.filter((_, index) => same[index])
}

function near(row: ArticleRow, publishedAt: string | undefined): boolean {
  const apart = Math.abs(Date.parse(row.publishedAt ?? '') - Date.parse(publishedAt ?? ''))
  return Number.isNaN(apart) || apart <= REPRINTED_WITHIN
}

function originalFirst(rows: readonly ArticleRow[]): ArticleRecord[] {
  const placed = rows.map(row => ({ row, origin: entryOf(row) }))
  return placed.sort((a, b) => inOrderOfOrigin(a.origin, b.origin)).map(({ row }) => recordOf(row))
}
