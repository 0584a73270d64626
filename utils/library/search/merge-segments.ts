import { Dexie } from 'dexie'
import type { LibraryDatabase, SegmentRow } from '../database.ts'
import { write } from '../room.ts'
import { BlockWriter, type Posting, readBlock } from './block.ts'

/** Blocks read or written at once. */
const AT_ONCE = 64

/**
 * Makes one segment of several. The new one is written beside the old and shown in one last transaction, which also
 * takes the old ones away; until then nobody sees it. Blocks that belong to no segment, those of the old ones and what an
 * interrupted merge left, are cleared afterwards and before the next.
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

async function beginMerge(db: LibraryDatabase): Promise<number> {
  const segment = await write(db, 'add', [db.segments, db.meta], async () => {
    // Added and deleted again for its number, which the browser then never gives to another.
    const number = await db.segments.add({ level: -1, articles: 0, firsts: [] } as unknown as SegmentRow)
    await db.segments.delete(number)
    await db.meta.put({ key: 'merging', value: number })
    return number
  })
  await clearStrays(db)
  return segment
}

async function endMerge(db: LibraryDatabase, old: readonly SegmentRow[], merged: SegmentRow): Promise<void> {
  await write(db, 'add', [db.segments, db.meta], async () => {
    const present = await db.segments.bulkGet(old.map(({ segment }) => segment))
    const mine = (await db.meta.get('merging'))?.value === merged.segment
    // Somebody else merged or cleared them meanwhile: then what was made here is of no use.
    if (!mine || present.includes(undefined)) return
    await db.segments.put(merged)
    await db.segments.bulkDelete(old.map(({ segment }) => segment))
    await db.meta.delete('merging')
  })
  await clearStrays(db)
}

/**
 * Deletes the blocks of no segment, a few in each transaction: of a large one Chromium first writes down all that it
 * deletes, to be able to take it back, and that stays in its files for long (550 bytes an article).
 */
async function clearStrays(db: LibraryDatabase): Promise<void> {
  const postings = db.postings.where('[segment+first]')
  for (let after = 0; ; ) {
    const next = await db.transaction('rw', [db.segments, db.postings, db.meta], async () => {
      const [key] = await postings.above([after, Dexie.maxKey]).limit(1).primaryKeys()
      if (!key) return undefined
      const [segment] = key
      const merging = (await db.meta.get('merging'))?.value
      if (segment === merging || (await db.segments.get(segment))) return segment
      const blocks = postings.between([segment, Dexie.minKey], [segment, Dexie.maxKey])
      await db.postings.bulkDelete(await blocks.limit(AT_ONCE).primaryKeys())
      return after
    })
    if (next === undefined) return
    after = next
  }
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
