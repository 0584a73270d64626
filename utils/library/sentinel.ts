import { Dexie, type Table } from 'dexie'
import type { LibraryDatabase } from './database.ts'
import { failureOf } from './failures.ts'
import type { Library } from './open.ts'
import type { ArticleId } from './record.ts'
import { write } from './room.ts'
import { LIVE, TRASH } from './terms.ts'

/** A small store outside IndexedDB that fails on its own, such as the extension's own storage. Values are plain JSON. */
export interface SentinelStore {
  get(): Promise<unknown>
  set(value: Sentinel): Promise<void>
}

/** What was known of the library when it was last noted. */
export interface Sentinel {
  /** The trash included. */
  articles: number
  /** Articles deleted for good until then: what is missing since may have been meant. */
  deleted: number
  /** Random, also kept in the library: a library that does not know it is another or an older one. */
  token: string
  /** Milliseconds since 1970. */
  at: number
}

export type LibraryStatus =
  | { status: 'sound'; articles: number }
  /** The browser lost data: fewer articles than there should be, or an older state of them. Offer to restore a backup. */
  | { status: 'short'; articles: number; expected: number; since: number }
  /** Counters, articles and bodies disagree: `rebuildIndexes` mends what can be, a backup may have the rest. */
  | { status: 'damaged'; articles: number; expected: number; since: number }
  /** The database opens, but not all of it can be read: a backup has what is lost. */
  | { status: 'unreadable' }

/** How many of its last tokens a library keeps: pages may note at the same time, or be closed between two writes. */
const TOKENS = 16

/**
 * Notes how many articles there are. Call after every change of that number; a library found short stays so, whatever
 * is saved since, until a backup was restored or the reader accepts it.
 * @param accept what is there now is what there should be
 */
export async function noteCount(library: Library, store: SentinelStore, { accept = false } = {}): Promise<void> {
  const { db, now } = library
  const known = sentinelOf(await store.get())
  const token = crypto.randomUUID()
  const noted = await write(db, 'change', [db.articles, db.meta], async () => {
    const facts = await factsOf(db)
    if (known && !accept && !forgives(known, facts) && isShort(known, facts)) return undefined
    await db.meta.put({ key: 'noted', value: [token, ...facts.tokens].slice(0, TOKENS).join(' ') })
    await db.meta.delete('restored')
    return { articles: facts.articles, deleted: facts.deleted, token, at: now() }
  })
  if (noted) await store.set(noted)
}

/**
 * Whether the library is what it should be. Browsers report no error for damaged database files: they open an older or
 * an empty database, and go on.
 */
export async function libraryStatus(library: Library, store: SentinelStore): Promise<LibraryStatus> {
  const known = sentinelOf(await store.get())
  try {
    return judge(known, await countAll(library), library.now())
  } catch (error) {
    const failure = await failureOf(error)
    console.error(`The library cannot be counted (${failure}):`, error)
    return { status: 'unreadable' }
  }
}

interface Counted {
  facts: Facts
  bodies: number
  counted: number
}

function countAll({ db }: Library): Promise<Counted> {
  return db.transaction('r', [db.articles, db.bodies, db.counts, db.meta], async () => {
    const counts = await db.counts.bulkGet([LIVE, TRASH])
    const counted = counts.reduce((sum, row) => sum + (row?.count ?? 0), 0)
    return { facts: await factsOf(db), bodies: await countOf(db.bodies), counted }
  })
}

function judge(known: Sentinel | undefined, { facts, bodies, counted }: Counted, now: number): LibraryStatus {
  const { articles } = facts
  const since = known?.at ?? now
  if (known && isShort(known, facts)) return { status: 'short', articles, expected: known.articles, since }
  const lacking = articles - bodies
  if (lacking >= 0 && lacking <= facts.bodiless && articles === counted) return { status: 'sound', articles }
  return { status: 'damaged', articles, expected: Math.max(articles, bodies, counted), since }
}

/** Counts articles deleted for good on purpose. Inside a transaction over `meta`. */
export async function noteDeleted(db: LibraryDatabase, count: number): Promise<void> {
  const { deleted } = await deletedAndTokens(db)
  await db.meta.put({ key: 'deleted', value: deleted + count })
}

/** A backup was restored whole: if that brought back what was missing, the next note takes it for sound. */
export async function noteRestored({ db }: Library): Promise<void> {
  await db.meta.put({ key: 'restored', value: 1 })
}

interface Facts {
  articles: number
  deleted: number
  /** Articles whose body is lost for good, as the reader accepted. */
  bodiless: number
  tokens: string[]
  restored: boolean
}

/** Letters that ids begin with, in the order of keys: each begins a part of a table. */
const PARTS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz']

// Part by part: counting 100,000 rows at once holds up whatever a reader asks for meanwhile.
async function countOf<Row>(table: Table<Row, ArticleId>): Promise<number> {
  let count = 0
  for (const [i, end] of [...PARTS, undefined].entries()) {
    const [lower, upper] = [PARTS[i - 1] ?? Dexie.minKey, end ?? Dexie.maxKey]
    count += await table
      .where(':id')
      .between(lower, upper, true, end === undefined)
      .count()
  }
  return count
}

async function factsOf(db: LibraryDatabase): Promise<Facts> {
  const [articles, rest] = await Promise.all([countOf(db.articles), deletedAndTokens(db)])
  return { articles, ...rest }
}

async function deletedAndTokens(db: LibraryDatabase): Promise<Omit<Facts, 'articles'>> {
  const [deleted, noted, restored, bodiless] = await db.meta.bulkGet(['deleted', 'noted', 'restored', 'bodiless'])
  return {
    deleted: typeof deleted?.value === 'number' ? deleted.value : 0,
    tokens: typeof noted?.value === 'string' ? noted.value.split(' ') : [],
    restored: restored !== undefined,
    bodiless: typeof bodiless?.value === 'number' ? bodiless.value : 0,
  }
}

function isShort(known: Sentinel, facts: Facts): boolean {
  return !facts.tokens.includes(known.token) || isFewer(known, facts)
}

function forgives(known: Sentinel, facts: Facts): boolean {
  return facts.restored && !isFewer(known, facts)
}

function isFewer(known: Sentinel, { articles, deleted }: Facts): boolean {
  return articles < known.articles - Math.max(0, deleted - known.deleted)
}

function sentinelOf(value: unknown): Sentinel | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { articles, deleted, token, at } = value as Record<string, unknown>
  if (typeof articles !== 'number' || typeof deleted !== 'number') return undefined
  if (typeof token !== 'string' || typeof at !== 'number') return undefined
  return { articles, deleted, token, at }
}
