import { browser } from './api.ts'

/** The setting that names the library's storage bucket. */
export const BUCKET = 'bucket'

// Storage Buckets (https://wicg.github.io/storage-buckets/), which Chromium has and TypeScript does not know yet.
interface Buckets {
  open(name: string, options: { durability: 'strict'; persisted: boolean }): Promise<{ indexedDB: IDBFactory }>
}

function buckets(): Buckets | undefined {
  return (navigator as Navigator & { storageBuckets?: Buckets }).storageBuckets
}

/** Where the library's database is: undefined for the browser's usual place. */
export async function libraryFactory(): Promise<IDBFactory | undefined> {
  const name: unknown = (await browser.storage.local.get(BUCKET))[BUCKET]
  if (typeof name !== 'string') return undefined
  return (await buckets()?.open(name, { durability: 'strict', persisted: true }))?.indexedDB
}

/** Whether `startElsewhere` can be used in this browser. */
export function canStartElsewhere(): boolean {
  return buckets() !== undefined
}

/**
 * Lets the next library be made in another place. Chromium can neither open nor delete a database whose list of files is
 * gone ("Internal error opening backing store"), not even after a restart; what is left of it stays where it is.
 */
export async function startElsewhere(): Promise<void> {
  await browser.storage.local.set({ [BUCKET]: `library-${Date.now()}` })
}
