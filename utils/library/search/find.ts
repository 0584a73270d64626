import type { LibraryDatabase, SegmentRow, UnindexedRow } from '../database.ts'
import { unwatched } from '../watch.ts'
import { readBlock } from './block.ts'
import { readSearchables } from './searchable.ts'
import { IN_TITLE, tokensOf, type Wanted, wantedBy } from './tokens.ts'

/** The slots of the articles found, and of those among them that have it all in the title. */
export interface Found {
  slots: ReadonlySet<number>
  inTitle: ReadonlySet<number>
}

/**
 * The articles that have everything `query` names: in the index, and among those saved since it was last brought up to
 * date. Undefined where the query names nothing. Call inside a transaction over `segments`, `postings` and `unindexed`,
 * and that inside `withWaiting`.
 * @param mayMiss what was saved a moment ago, rather than throw that its words are unread
 */
export async function findText(db: LibraryDatabase, query: string, mayMiss: boolean): Promise<Found | undefined> {
  const wanted = wantedBy(query)
  if (wanted.length === 0) return undefined
  const marked = wanted.map(({ token, prefix }) => ({ token: IN_TITLE + token, prefix }))
  const slots = new Set<number>()
  const inTitle = new Set<number>()
  const asked = (await segmentsOf(db)).map(segment => slotsOf(db, segment, [...wanted, ...marked]))
  for (const lists of await Promise.all(asked)) {
    for (const slot of intersection(lists.slice(0, wanted.length))) slots.add(slot)
    for (const slot of intersection(lists.slice(wanted.length))) inTitle.add(slot)
  }
  for (const { slot, tokens } of await unindexedTokens(db, mayMiss)) {
    if (wanted.every(each => hasToken(tokens, each))) slots.add(slot)
    if (marked.every(each => hasToken(tokens, each))) inTitle.add(slot)
  }
  return { slots, inTitle }
}

// A segment never changes and its number is never given again: its list of blocks is read once.
const directories = new WeakMap<LibraryDatabase, Map<number, SegmentRow>>()

async function segmentsOf(db: LibraryDatabase): Promise<SegmentRow[]> {
  const known = directories.get(db)
  const numbers = await db.segments.toCollection().primaryKeys()
  const fresh = await db.segments.bulkGet(numbers.filter(number => !known?.has(number)))
  const read = new Map(fresh.flatMap(row => (row ? [[row.segment, row] as const] : [])))
  const rows = numbers.flatMap(number => known?.get(number) ?? read.get(number) ?? [])
  directories.set(db, new Map(rows.map(row => [row.segment, row])))
  return rows
}

/** Thrown inside a transaction by `findText` where articles wait whose words are still to be read. */
class WordsUnread extends Error {}

/**
 * Runs `search`, a transaction with `findText` in it. Where articles wait to be indexed whose words are not known here,
 * these are read, which outlasts a transaction, and it is run again. While articles go on being saved it gives up on the
 * newest after some turns: whoever watches is told of each save, and asks again.
 */
export function withWaiting<T>(
  db: LibraryDatabase,
  search: (mayMiss: boolean) => Promise<T>,
  turns = TURNS,
): Promise<T> {
  return search(turns === 0)
    .catch(error => {
      if (!(error instanceof WordsUnread)) throw error
      return unwatched(() => readTail(db)).then(() => error)
    })
    .then(found => (found instanceof WordsUnread ? withWaiting(db, search, turns - 1) : found))
}

const TURNS = 3

// Taking texts apart is the slow part, and typing a word asks for the same ones again and again. A slot's words never
// change; in a library that was cleared slots are given again, with another id.
const tails = new WeakMap<LibraryDatabase, Map<string, ReadonlySet<string>>>()

const keyOf = ({ slot, articleId }: UnindexedRow): string => `${slot} ${articleId}`

/** One reading at a time: a list, its counts and its groups search at once. What is saved meanwhile is read in the next turn. */
const readings = new WeakMap<LibraryDatabase, Promise<void>>()

function readTail(db: LibraryDatabase): Promise<void> {
  const reading = readings.get(db) ?? readWords(db).finally(() => readings.delete(db))
  readings.set(db, reading)
  return reading
}

async function readWords(db: LibraryDatabase): Promise<void> {
  const rows = await db.unindexed.toArray()
  const known = tails.get(db)
  const fresh = rows.filter(row => !known?.has(keyOf(row)))
  const words = await readSearchables(
    db,
    fresh.map(({ articleId }) => articleId),
  )
  const read = new Map(fresh.map((row, at) => [keyOf(row), words[at]]))
  tails.set(db, new Map(rows.map(row => [keyOf(row), known?.get(keyOf(row)) ?? tokensOf(read.get(keyOf(row)))])))
}

async function unindexedTokens(db: LibraryDatabase, mayMiss: boolean) {
  const rows = await db.unindexed.toArray()
  const known = tails.get(db)
  return rows.flatMap(row => {
    const tokens = known?.get(keyOf(row))
    if (!tokens && !mayMiss) throw new WordsUnread()
    return tokens ? [{ slot: row.slot, tokens }] : []
  })
}

/** The slots of each wanted thing in a segment, with all the blocks they need read at once. */
async function slotsOf(db: LibraryDatabase, { segment, firsts }: SegmentRow, wanted: readonly Wanted[]) {
  const places = wanted.map(each => blocksOf(firsts, each))
  const numbers = [...new Set(places.flat())]
  const rows = await db.postings.bulkGet(numbers.map(number => [segment, firsts[number] ?? ''] as [number, string]))
  const blocks = new Map(numbers.map((number, index) => [number, rows[index]]))
  return wanted.map(({ token, prefix }, index) => {
    const holds = (other: string) => (prefix ? other.startsWith(token) : other === token)
    const slots = new Set<number>()
    for (const number of places[index] ?? []) {
      const block = blocks.get(number)
      for (const [, each] of block ? readBlock(block, holds) : []) for (const slot of each) slots.add(slot)
    }
    return slots
  })
}

/** Numbers of the blocks that may hold what is wanted. */
function blocksOf(firsts: readonly string[], { token, prefix }: Wanted): number[] {
  const start = Math.max(0, upperBound(firsts, token) - 1)
  const numbers = [start]
  if (prefix) for (let number = start + 1; firsts[number]?.startsWith(token); number++) numbers.push(number)
  return numbers
}

function upperBound(sorted: readonly string[], value: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as string) <= value) low = middle + 1
    else high = middle
  }
  return low
}

function intersection(sets: readonly ReadonlySet<number>[]): number[] {
  const [smallest, ...others] = [...sets].sort((a, b) => a.size - b.size)
  return [...(smallest ?? [])].filter(slot => others.every(set => set.has(slot)))
}

function hasToken(tokens: ReadonlySet<string>, { token, prefix }: Wanted): boolean {
  if (!prefix) return tokens.has(token)
  for (const other of tokens) if (other.startsWith(token)) return true
  return false
}
