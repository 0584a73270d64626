import { Columns, PlacedEntry } from './columns.ts'
import type { CatalogueRow, LibraryDatabase } from './database.ts'
import { type CatalogueEntry, entryOf, packEntries, unpackEntries } from './entry.ts'
import { NO_SLOT } from './rows.ts'
import type { RowChange } from './write.ts'

/**
 * What any filter or order needs of every article, packed many to a row: reading 100,000 articles' worth is some 800
 * rows, where their index keys one by one take a second. Held in memory by whoever asks, and refreshed by reading only
 * the rows written since. Derived from the articles; see `rebuildIndexes`.
 */
export class Catalogue {
  #columns = new Columns()
  /** By chunk, the revision that was read. */
  readonly #revisions = new Map<number, number>()
  #seen = -1
  #newestFirst: Uint32Array | undefined
  /** The list that was asked for last, in its order. */
  #listed: { key: string; slots: Uint32Array } | undefined

  /** All articles, the trash too, last saved first. Call inside a transaction over `catalogue` and `meta`. */
  async newestFirst(db: LibraryDatabase): Promise<readonly PlacedEntry[]> {
    await this.#refresh(db)
    this.#newestFirst ??= this.#columns.newestFirst()
    return Array.from(this.#newestFirst, slot => this.entryAt(slot))
  }

  entryAt(slot: number): PlacedEntry {
    return new PlacedEntry(this.#columns, slot)
  }

  /**
   * The slots of a list that depends on nothing but the catalogue: one that is scrolled is worked out once.
   * @param key says what `list` gives
   */
  async listed(
    db: LibraryDatabase,
    key: string,
    list: (newestFirst: readonly PlacedEntry[]) => readonly PlacedEntry[],
  ): Promise<Uint32Array> {
    await this.#refresh(db)
    if (this.#listed?.key !== key) {
      const entries = list(await this.newestFirst(db))
      this.#listed = { key, slots: Uint32Array.from(entries, ({ slot }) => slot) }
    }
    return this.#listed.slots
  }

  async #refresh(db: LibraryDatabase): Promise<void> {
    const [revision, cleared] = await db.meta.bulkGet(['revision', 'cleared'])
    if (numberOf(cleared) > this.#seen) {
      this.#revisions.clear()
      this.#columns = new Columns()
    }
    if (numberOf(revision) === this.#seen) return
    const since = this.#revisions.size === 0 ? -1 : this.#seen
    if (since >= 0) this.#take(await db.catalogue.where('revision').above(since).toArray())
    else await this.#readAll(db)
    // Of several that read the same at once, the first to be done has made of it what the others would make again.
    if (this.#seen >= numberOf(revision)) return
    this.#seen = numberOf(revision)
    this.#newestFirst = undefined
    this.#listed = undefined
  }

  // Part by part: a page that scrolls meanwhile has frames to draw.
  async #readAll(db: LibraryDatabase): Promise<void> {
    for (let from = -1; ; ) {
      const rows = await db.catalogue.where('chunk').above(from).limit(CHUNKS_AT_ONCE).toArray()
      this.#take(rows)
      const last = rows.at(-1)
      if (!last || rows.length < CHUNKS_AT_ONCE) return
      from = last.chunk
    }
  }

  #take(rows: readonly CatalogueRow[]): void {
    for (const row of rows) {
      // A read that began earlier may end later: it must not bring old rows back.
      if ((this.#revisions.get(row.chunk) ?? -1) >= row.revision) continue
      this.#revisions.set(row.chunk, row.revision)
      unpackEntries(row.bytes).forEach((entry, index) => {
        this.#columns.set(row.chunk * CHUNK + index, entry)
      })
    }
  }
}

/** Articles in a row: what a save has to write again, against what a query has to read. */
const CHUNK = 64
/** Rows that are read and unpacked in a few milliseconds. */
const CHUNKS_AT_ONCE = 4

/** Brings the catalogue up to date; gives new articles their slots. Part of `writeRows`. */
export async function writeCatalogue(db: LibraryDatabase, changes: readonly RowChange[]): Promise<void> {
  const [slots, revision] = await db.meta.bulkGet(['slots', 'revision'])
  let free = numberOf(slots, 0)
  const next = numberOf(revision) + 1
  const written = new Map<number, CatalogueEntry | null>()
  for (const { before, after, wordsAreNew } of changes) {
    if (before) written.set(before.slot, null)
    if (!after) continue
    // The search index knows an article by its slot: new words get a new one, and what the index says of the old is void.
    const kept = before?.slot ?? after.slot
    after.slot = wordsAreNew || kept === NO_SLOT ? free++ : kept
    written.set(after.slot, entryOf(after))
  }
  const numbers = [...new Set([...written.keys()].map(slot => Math.floor(slot / CHUNK)))]
  const stored = await db.catalogue.bulkGet(numbers)
  const rows = numbers.map((chunk, index): CatalogueRow => {
    const entries: (CatalogueEntry | null)[] = stored[index] ? unpackEntries(stored[index].bytes) : []
    for (const [slot, entry] of written) if (Math.floor(slot / CHUNK) === chunk) entries[slot % CHUNK] = entry
    return { chunk, revision: next, bytes: packEntries(Array.from(entries, entry => entry ?? null)) }
  })
  await db.catalogue.bulkPut(rows)
  await db.meta.bulkPut([
    { key: 'slots', value: free },
    { key: 'revision', value: next },
  ])
}

/** Empties the catalogue so that everyone who holds it in memory notices. Inside a transaction over it and `meta`. */
export async function clearCatalogue(db: LibraryDatabase): Promise<void> {
  const next = numberOf(await db.meta.get('revision')) + 1
  await db.catalogue.clear()
  await db.meta.bulkPut([
    { key: 'slots', value: 0 },
    { key: 'revision', value: next },
    { key: 'cleared', value: next },
  ])
}

function numberOf(row: { value: string | number } | undefined, none = -1): number {
  return typeof row?.value === 'number' ? row.value : none
}
