import { Dexie } from 'dexie'
import type { LibraryDatabase, SegmentRow } from '../database.ts'
import { write } from '../room.ts'
import { BlockWriter, type Posting, readBlock } from './block.ts'

/** Blocks read or written at once. */
const AT_ONCE = 64

/**
 * Makes one segment of several. The new one is written beside the old and shown in one last transaction, which also
 * takes the old ones away; until then nobody sees it, and what an interrupted merge left is cleared by the next.
 */
export async function mergeSegments(db: LibraryDatabase, old: readonly SegmentRow[]): Promise<void> {
  const segment = await beginMerge(db)
  const firsts: string[] = []
  const writer = new BlockWriter()
  const store = async () => {
    const blocks = writer.blocks.splice(0)
    firsts.push(...blocks.map(({ first }) => first))
    if (blocks.length > 0) await db.postings.bulkPut(blocks.map(block => ({ segment, ...block })))
  }
  const readers = old.map(each => new SegmentReader(db, each))
  for (;;) {
    for (const reader of readers) if (reader.isEmpty()) await reader.fill()
    const token = least(readers)
    if (token === undefined) break
    const slots = readers.flatMap(reader => reader.take(token))
    writer.add([token, slots.sort((a, b) => a - b)])
    if (writer.blocks.length >= AT_ONCE) await store()
  }
  writer.close()
  await store()
  await endMerge(db, old, { segment, level: (old[0]?.level ?? 0) + 1, articles: sumOf(old), firsts })
}

// The number of the segment being written is kept, so that an interrupted merge's blocks can be found.
async function beginMerge(db: LibraryDatabase): Promise<number> {
  return write(db, 'add', [db.segments, db.postings, db.meta], async () => {
    const unfinished = (await db.meta.get('merging'))?.value
    if (typeof unfinished === 'number') await deleteBlocks(db, unfinished)
    // Added and deleted again for its number, which the browser then never gives to another.
    const segment = await db.segments.add({ level: -1, articles: 0, firsts: [] } as unknown as SegmentRow)
    await db.segments.delete(segment)
    await db.meta.put({ key: 'merging', value: segment })
    return segment
  })
}

async function endMerge(db: LibraryDatabase, old: readonly SegmentRow[], merged: SegmentRow): Promise<void> {
  await write(db, 'add', [db.segments, db.postings, db.meta], async () => {
    const present = await db.segments.bulkGet(old.map(({ segment }) => segment))
    const mine = (await db.meta.get('merging'))?.value === merged.segment
    // Somebody else merged or cleared them meanwhile: then what was made here is of no use.
    if (!mine || present.includes(undefined)) return deleteBlocks(db, merged.segment)
    await db.segments.put(merged)
    await db.segments.bulkDelete(old.map(({ segment }) => segment))
    for (const { segment } of old) await deleteBlocks(db, segment)
    await db.meta.delete('merging')
  })
}

async function deleteBlocks(db: LibraryDatabase, segment: number): Promise<void> {
  await db.postings.where('[segment+first]').between([segment, Dexie.minKey], [segment, Dexie.maxKey]).delete()
}

/** Gives the postings of a segment in order, some blocks at a time. */
class SegmentReader {
  #postings: Posting[] = []
  #at = 0
  #block = 0

  constructor(
    readonly db: LibraryDatabase,
    readonly row: SegmentRow,
  ) {}

  get token(): string | undefined {
    return this.#postings[this.#at]?.[0]
  }

  isEmpty(): boolean {
    return this.#at >= this.#postings.length && this.#block < this.row.firsts.length
  }

  async fill(): Promise<void> {
    const firsts = this.row.firsts.slice(this.#block, this.#block + AT_ONCE)
    const blocks = await this.db.postings.bulkGet(firsts.map(first => [this.row.segment, first] as [number, string]))
    this.#postings = blocks.flatMap(block => (block ? readBlock(block) : []))
    this.#at = 0
    this.#block += AT_ONCE
  }

  /** The slots of `token`, if that is next. */
  take(token: string): readonly number[] {
    if (this.token !== token) return []
    return this.#postings[this.#at++]?.[1] ?? []
  }
}

function least(readers: readonly SegmentReader[]): string | undefined {
  let found: string | undefined
  for (const { token } of readers) if (token !== undefined && (found === undefined || token < found)) found = token
  return found
}

function sumOf(segments: readonly SegmentRow[]): number {
  return segments.reduce((sum, { articles }) => sum + articles, 0)
}
