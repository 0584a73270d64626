import type { Library } from './open.ts'

/** A small store outside IndexedDB that fails on its own, such as the extension's own storage. Values are plain JSON. */
export interface SentinelStore {
  get(): Promise<unknown>
  set(value: Sentinel): Promise<void>
}

/** How many articles there were when last looked, trash included. */
export interface Sentinel {
  articles: number
  /** Milliseconds since 1970. */
  at: number
}

export type LibraryStatus =
  | { status: 'sound'; articles: number }
  /** Fewer than there should be: the browser lost data. Offer to restore a backup. */
  | { status: 'short'; articles: number; expected: number; since: number }
  /** Counters, articles and bodies disagree. */
  | { status: 'damaged'; articles: number; expected: number; since: number }

/** Writes down how many articles there are. Call after every change of that number that was meant. */
export async function noteCount(library: Library, store: SentinelStore): Promise<void> {
  await store.set({ articles: await library.db.articles.count(), at: library.now() })
}

/**
 * Whether the library is what it should be. Browsers report no error for damaged database files: they open an older or
 * an empty database, and go on.
 */
export async function libraryStatus({ db, now }: Library, store: SentinelStore): Promise<LibraryStatus> {
  const sentinel = sentinelOf(await store.get()) ?? { articles: 0, at: now() }
  const [articles, bodies, live, trash] = await db.transaction('r', [db.articles, db.bodies, db.counts], async () => {
    const counts = await db.counts.bulkGet(['*', 'trash'])
    return [await db.articles.count(), await db.bodies.count(), counts[0]?.count ?? 0, counts[1]?.count ?? 0] as const
  })
  const expected = Math.max(sentinel.articles, live + trash)
  if (articles < sentinel.articles) return { status: 'short', articles, expected, since: sentinel.at }
  if (articles !== bodies || articles !== live + trash)
    return { status: 'damaged', articles, expected, since: sentinel.at }
  return { status: 'sound', articles }
}

function sentinelOf(value: unknown): Sentinel | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { articles, at } = value as Record<string, unknown>
  return typeof articles === 'number' && typeof at === 'number' ? { articles, at } : undefined
}
