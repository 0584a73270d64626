import type { LibraryDatabase, SegmentRow } from '../database.ts'
import type { Library } from '../open.ts'
import { write } from '../room.ts'
import { BlockWriter } from './block.ts'
import { mergeSegments } from './merge-segments.ts'
import { readSearchables } from './searchable.ts'
import { tokensOf } from './tokens.ts'

/** Articles that go into the index in one transaction, half a second's work. */
const BATCH = 512

/** Fewer than this are not worth a segment of their own: a search reads them as they are. */
const WORTH_IT = 64

/** So many segments of a level become one of the next: a search reads each, a merge writes each article again. */
const FAN = 4

/**
 * Brings the search index a step nearer to what is saved. Meant for the background when it has nothing better to do,
 * and for pages that import; what is not in the index yet is found all the same, only slower. A worker killed at any
 * moment does no harm.
 * @param atLeast articles that must be waiting for anything to be done
 * @returns whether there is more to do
 */
export async function updateSearch({ db }: Library, { atLeast = WORTH_IT } = {}): Promise<boolean> {
  const indexed = await indexBatch(db, Math.max(1, atLeast))
  const segments = await db.segments.toArray()
  const level = [...new Set(segments.map(each => each.level))].find(
    level => segments.filter(each => each.level === level).length >= FAN,
  )
  if (level === undefined) return indexed === BATCH
  const merging = segments.filter(each => each.level === level).slice(0, FAN)
  await mergeSegments(db, merging)
  return true
}

/** How many saved articles are not in the index yet. */
export function pendingSearch({ db }: Library): Promise<number> {
  return db.unindexed.count()
}

async function indexBatch(db: LibraryDatabase, atLeast: number): Promise<number> {
  // Neighbours in the catalogue, whose slots are written with fewer bits than some from all over it.
  const waiting = await db.unindexed.orderBy('slot').limit(BATCH).toArray()
  if (waiting.length < atLeast) return 0
  const ids = waiting.map(({ articleId }) => articleId)
  const words = await readSearchables(db, ids)
  const read = new Map(waiting.map(({ slot }, at) => [slot, words[at]]))
  await write(db, 'add', [db.unindexed, db.segments, db.postings], async () => {
    // Not those that another page indexed meanwhile, that were deleted, or that have other words now, and another slot.
    const rows = (await db.unindexed.bulkGet(ids)).flatMap(row => (row && read.has(row.slot) ? [row] : []))
    const slots = new Map<string, number[]>()
    for (const { slot } of rows.sort((a, b) => a.slot - b.slot)) {
      for (const token of tokensOf(read.get(slot))) {
        const list = slots.get(token)
        if (list) list.push(slot)
        else slots.set(token, [slot])
      }
    }
    if (slots.size > 0) await addSegment(db, rows.length, slots)
    await db.unindexed.bulkDelete(rows.map(({ articleId }) => articleId))
  })
  return waiting.length
}

async function addSegment(db: LibraryDatabase, articles: number, slots: ReadonlyMap<string, number[]>): Promise<void> {
  const writer = new BlockWriter()
  for (const token of [...slots.keys()].sort()) writer.add([token, slots.get(token) ?? []])
  writer.close()
  const header = { level: 0, articles, firsts: writer.blocks.map(({ first }) => first) }
  const segment = await db.segments.add(header as SegmentRow)
  await db.postings.bulkAdd(writer.blocks.map(block => ({ segment, ...block })))
}
