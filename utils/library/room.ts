import type { Table, Transaction } from 'dexie'
import type { LibraryDatabase } from './database.ts'

const MB = 1024 * 1024

/**
 * Bytes that must be left on the disk before anything is written. A disk that fills up in the middle of a write is the end
 * of Chromium's database: its half-written log is taken for damage at the next opening, and everything is thrown away
 * (seen with Chromium 156 on a small disk). Removing needs less, so that room can be made.
 */
export const LEAST_ROOM = { add: 32 * MB, change: 4 * MB } as const

/**
 * A read-write transaction, begun only where the disk has room for it.
 * @param purpose 'add' for what makes the library larger, 'change' for what leaves it about as large or smaller
 * @throws QuotaExceededError where it has not; nothing was touched then
 */
export async function write<T>(
  db: LibraryDatabase,
  purpose: keyof typeof LEAST_ROOM,
  tables: readonly Table[],
  change: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  if ((await roomLeft()) < LEAST_ROOM[purpose]) throw new DOMException('The disk is full', 'QuotaExceededError')
  return db.transaction('rw', [...tables], change)
}

/** Bytes that can still be stored; infinite where the browser does not tell. */
export async function roomLeft(): Promise<number> {
  const { quota, usage } = (await globalThis.navigator?.storage?.estimate?.()) ?? {}
  return quota === undefined || usage === undefined ? Number.POSITIVE_INFINITY : quota - usage
}
