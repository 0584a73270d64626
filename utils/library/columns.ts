import type { CatalogueEntry } from './entry.ts'
import { type ArticleId, READING_STATES, type ReadingState } from './record.ts'

/** Letters of an id as they were up to version 5 of the library; now they are fewer. Other ones are kept apart. */
const ID = 12
/** Letters of a title: see `entryOf`. */
const TITLE = 16
const STARRED = 4
const PICTURES = 8
const REMOVED = 16
const THERE = 32
/** Subdistricts have nine digits, districts six. */
const FIRST_SUBDISTRICT = 100_000_000

/**
 * Catalogue entries by slot, a column for each of their values: 100,000 of them as objects would take 40 MB of a page,
 * here they take 10.
 */
export class Columns {
  #room = 0
  savedAt = new Float64Array(0)
  published = new Float64Array(0)
  lengths = new Uint32Array(0)
  flags = new Uint8Array(0)
  sources = new Uint32Array(0)
  sites = new Uint32Array(0)
  labels = new Uint32Array(0)
  stories = new Uint32Array(0)
  codesFrom = new Uint32Array(0)
  codesCount = new Uint8Array(0)
  #ids = new Uint8Array(0)
  readonly #longIds = new Map<number, string>()
  #titles = new Uint16Array(0)
  /** Of all slots, one after the other as they came. */
  codes = new Uint32Array(1024)
  #codesEnd = 0
  /** What occurs again and again is kept once; the first stands for none. */
  readonly names: (string | undefined)[] = [undefined]
  readonly #nameNumbers = new Map<string, number>()
  readonly labelSets: (readonly string[])[] = [[]]
  readonly #labelNumbers = new Map<string, number>([['[]', 0]])

  set(slot: number, entry: CatalogueEntry | null): void {
    this.#makeRoom(slot + 1)
    this.#longIds.delete(slot)
    if (!entry) {
      this.flags[slot] = 0
      return
    }
    this.savedAt[slot] = entry.savedAt
    this.published[slot] = entry.published
    this.lengths[slot] = entry.length
    this.flags[slot] =
      READING_STATES.indexOf(entry.state) |
      (entry.starred ? STARRED : 0) |
      (entry.pictures ? PICTURES : 0) |
      (entry.removed ? REMOVED : 0) |
      THERE
    this.sources[slot] = this.#nameNumber(entry.source)
    this.sites[slot] = this.#nameNumber(entry.site)
    this.stories[slot] = this.#nameNumber(entry.story)
    this.labels[slot] = this.#labelNumber(entry.labels)
    this.#setId(slot, entry.id)
    for (let i = 0; i < TITLE; i++) this.#titles[slot * TITLE + i] = entry.title.charCodeAt(i) || 0
    this.#setCodes(slot, entry.codes)
  }

  /** The slots that hold an article, last saved first. */
  newestFirst(): Uint32Array {
    const slots: number[] = []
    // Later slots were mostly saved later: what is nearly in order is sorted in one pass.
    for (let slot = this.flags.length - 1; slot >= 0; slot--) if (this.flags[slot]) slots.push(slot)
    const { savedAt } = this
    slots.sort((a, b) => (savedAt[b] ?? 0) - (savedAt[a] ?? 0) || (this.idAt(a) < this.idAt(b) ? -1 : 1))
    return Uint32Array.from(slots)
  }

  idAt(slot: number): ArticleId {
    const long = this.#longIds.get(slot)
    if (long !== undefined) return long as ArticleId
    return String.fromCharCode(...untilZero(this.#ids, slot * ID, ID)) as ArticleId
  }

  titleAt(slot: number): string {
    return String.fromCharCode(...untilZero(this.#titles, slot * TITLE, TITLE))
  }

  #setId(slot: number, id: string): void {
    let fits = id.length <= ID
    for (let i = 0; i < ID; i++) {
      const char = id.charCodeAt(i) || 0
      fits &&= char < 256
      this.#ids[slot * ID + i] = char
    }
    if (!fits) this.#longIds.set(slot, id)
  }

  #setCodes(slot: number, codes: readonly string[]): void {
    const count = Math.min(255, codes.length)
    // What a slot has already is used again where it is enough.
    if (count > (this.codesCount[slot] ?? 0)) {
      this.codesFrom[slot] = this.#codesEnd
      this.#codesEnd += count
      if (this.#codesEnd > this.codes.length) this.codes = grown(this.codes, Math.ceil(this.#codesEnd * 1.5))
    }
    this.codesCount[slot] = count
    for (let i = 0; i < count; i++) this.codes[(this.codesFrom[slot] ?? 0) + i] = Number(codes[i])
  }

  #nameNumber(name: string | undefined): number {
    return name === undefined ? 0 : numberOf(name, name, this.#nameNumbers, this.names)
  }

  #labelNumber(labels: readonly string[]): number {
    return numberOf(JSON.stringify(labels), labels, this.#labelNumbers, this.labelSets)
  }

  #makeRoom(slots: number): void {
    if (slots <= this.#room) return
    const room = Math.max(1024, Math.ceil(slots * 1.25))
    this.#room = room
    this.savedAt = grown(this.savedAt, room)
    this.published = grown(this.published, room)
    this.lengths = grown(this.lengths, room)
    this.flags = grown(this.flags, room)
    this.sources = grown(this.sources, room)
    this.sites = grown(this.sites, room)
    this.stories = grown(this.stories, room)
    this.labels = grown(this.labels, room)
    this.codesFrom = grown(this.codesFrom, room)
    this.codesCount = grown(this.codesCount, room)
    this.#ids = grown(this.#ids, room * ID)
    this.#titles = grown(this.#titles, room * TITLE)
  }
}

/** An entry of the catalogue, read from its columns as it is asked for. */
export class PlacedEntry implements CatalogueEntry {
  private readonly columns: Columns
  /** Its place in the catalogue, by which the search index knows the article. */
  readonly slot: number

  constructor(columns: Columns, slot: number) {
    this.columns = columns
    this.slot = slot
  }

  get id(): ArticleId {
    return this.columns.idAt(this.slot)
  }
  get title(): string {
    return this.columns.titleAt(this.slot)
  }
  get savedAt(): number {
    return this.columns.savedAt[this.slot] ?? 0
  }
  get published(): number {
    return this.columns.published[this.slot] ?? 0
  }

  /** Whether its day of publication is known: without it an entry has the moment of saving, to the millisecond. */
  get isDated(): boolean {
    return this.published !== this.savedAt
  }
  get length(): number {
    return this.columns.lengths[this.slot] ?? 0
  }
  get state(): ReadingState {
    return READING_STATES[this.#flags & 3] ?? 'to-read'
  }
  get starred(): boolean {
    return (this.#flags & STARRED) > 0
  }
  get pictures(): boolean {
    return (this.#flags & PICTURES) > 0
  }
  get removed(): boolean {
    return (this.#flags & REMOVED) > 0
  }
  get labels(): readonly string[] {
    return this.columns.labelSets[this.columns.labels[this.slot] ?? 0] ?? []
  }
  get source(): string | undefined {
    return this.columns.names[this.columns.sources[this.slot] ?? 0]
  }
  get site(): string | undefined {
    return this.columns.names[this.columns.sites[this.slot] ?? 0]
  }
  get story(): string | undefined {
    return this.columns.names[this.columns.stories[this.slot] ?? 0]
  }
  get codes(): readonly string[] {
    return Array.from(this.#codes, String)
  }
  /** The first of `codes`; undefined for an article of no place. */
  get firstCode(): string | undefined {
    const [first] = this.#codes
    return first === undefined ? undefined : String(first)
  }

  /** Whether it is of a place: one of its codes, or above one of its districts. */
  isIn(place: number): boolean {
    const { codes, codesFrom, codesCount } = this.columns
    const from = codesFrom[this.slot] ?? 0
    const to = from + (codesCount[this.slot] ?? 0)
    for (let i = from; i < to; i++) {
      const code = codes[i] ?? 0
      if (code === place || (code < FIRST_SUBDISTRICT && (cityOf(code) === place || provinceOf(code) === place)))
        return true
    }
    return false
  }

  /** Adds all places that `isIn` is true for, each once. */
  addPlaces(places: Set<number>): void {
    for (const code of this.#codes) {
      places.add(code)
      if (code < FIRST_SUBDISTRICT) places.add(cityOf(code)).add(provinceOf(code))
    }
  }

  get #flags(): number {
    return this.columns.flags[this.slot] ?? 0
  }
  get #codes(): Uint32Array {
    const from = this.columns.codesFrom[this.slot] ?? 0
    return this.columns.codes.subarray(from, from + (this.columns.codesCount[this.slot] ?? 0))
  }
}

// GB/T 2260: two digits a level.
const cityOf = (district: number): number => district - (district % 100)
const provinceOf = (district: number): number => district - (district % 10_000)

function numberOf<T>(key: string, value: T, numbers: Map<string, number>, values: T[]): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, values.length)
  return values.push(value) - 1
}

function untilZero(all: Uint8Array | Uint16Array, from: number, most: number): Uint8Array | Uint16Array {
  const end = all.subarray(from, from + most).indexOf(0)
  return all.subarray(from, end < 0 ? from + most : from + end)
}

function grown<T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(column: T, room: number): T {
  const wider = new (column.constructor as new (length: number) => T)(room)
  wider.set(column as never)
  return wider
}
