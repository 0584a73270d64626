import { Catalogue } from './catalogue.ts'
import { LibraryDatabase, SCHEMA_VERSION } from './database.ts'
import { failureOf } from './failures.ts'

export const LIBRARY_NAME = 'kaifong'

/** An open library. Opaque outside this folder. */
export interface Library {
  readonly db: LibraryDatabase
  readonly catalogue: Catalogue
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export type OpenResult =
  | { status: 'open'; library: Library }
  | {
      status: 'failed'
      /**
       * 'unavailable': the browser stores nothing here (private windows of Firefox) or could not open it.
       * 'newer-version': a newer Kaifong wrote it; this one leaves it alone.
       * 'blocked': another page still runs an older version; reloading it helps.
       * 'disk-full': what is stored is still there and opens once there is room. 'failed': an error with no name.
       */
      reason: 'unavailable' | 'newer-version' | 'blocked' | 'disk-full' | 'failed'
      /** The browser's own words, for a report. */
      detail: string
    }

export interface OpenOptions {
  name?: string
  now?: () => number
  indexedDB?: IDBFactory
  IDBKeyRange?: typeof IDBKeyRange
  /** Called once when a newer version wants the library: it is closed by then, and the page should say "reload". */
  onOutdated?: () => void
}

/** Opens the library, and makes or migrates it where needed. Throws only for bugs. */
export async function openLibrary(options: OpenOptions = {}): Promise<OpenResult> {
  const { name = LIBRARY_NAME, now = Date.now, onOutdated, ...dependencies } = options
  const factory = options.indexedDB ?? globalThis.indexedDB
  if (!factory) return { status: 'failed', reason: 'unavailable', detail: 'no indexedDB here' }
  try {
    const version = await storedVersion(factory, name)
    if (version > SCHEMA_VERSION) return newer(version)
  } catch (error) {
    return notOpened(error)
  }
  const db = new LibraryDatabase(name, dependencies)
  const blocked = new Promise<'blocked'>(resolve => db.on('blocked', () => resolve('blocked')))
  db.on('versionchange', () => {
    db.close({ disableAutoOpen: true })
    onOutdated?.()
  })
  try {
    const opened = await Promise.race([db.open(), blocked])
    if (opened === 'blocked') {
      db.close({ disableAutoOpen: true })
      return { status: 'failed', reason: 'blocked', detail: 'an older version is open elsewhere' }
    }
  } catch (error) {
    return notOpened(error)
  }
  return { status: 'open', library: { db, now, catalogue: new Catalogue() } }
}

/** False once the browser took the library away, as it does when the disk is full: then it must be opened again. */
export function isOpen(library: Library): boolean {
  return library.db.isOpen()
}

/** Lets go of the library; pages that close need not call this. */
export function closeLibrary(library: Library): void {
  library.db.close({ disableAutoOpen: true })
}

// Dexie would open a newer database as if it were its own, and patch it: so look before. It keeps versions times ten.
async function storedVersion(factory: IDBFactory, name: string): Promise<number> {
  const databases = await factory.databases()
  return Math.floor((databases.find(database => database.name === name)?.version ?? 0) / 10)
}

const REASONS = { quota: 'disk-full', unavailable: 'unavailable', 'too-large': 'failed', unknown: 'failed' } as const

async function notOpened(error: unknown): Promise<OpenResult> {
  return { status: 'failed', reason: REASONS[await failureOf(error)], detail: String(error) }
}

function newer(version: number): OpenResult {
  const detail = `library version ${version}, this Kaifong knows ${SCHEMA_VERSION}`
  return { status: 'failed', reason: 'newer-version', detail }
}
