import type { LibraryFailure } from './record.ts'
import { LEAST_ROOM, roomLeft } from './room.ts'

const NAMES: Readonly<Record<string, LibraryFailure>> = {
  QuotaExceededError: 'quota',
  DatabaseClosedError: 'unknown',
  InvalidStateError: 'unavailable',
  MissingAPIError: 'unavailable',
  MissingApiError: 'unavailable',
  SecurityError: 'unavailable',
  OpenFailedError: 'unavailable',
  AbortError: 'unknown',
  UnknownError: 'unknown',
  DataError: 'unknown',
  NotReadableError: 'unknown',
  TimeoutError: 'unknown',
}

/**
 * The failure that an error of the browser's storage stands for; bugs (every other error) are thrown again.
 * A share used up comes as QuotaExceededError, wrapped by Dexie in the error of the transaction or of a bulk call. A full
 * disk comes as any error at all (Chromium closes the database, and cannot open it again): the room left tells.
 */
export async function failureOf(error: unknown): Promise<LibraryFailure> {
  const failure = namedFailure(error)
  return failure === 'unknown' && (await roomLeft()) < LEAST_ROOM.change ? 'quota' : failure
}

function namedFailure(error: unknown): LibraryFailure {
  const chain = causes(error)
  if (chain.some(({ name }) => NAMES[name] === 'quota')) return 'quota'
  for (const { name } of chain) {
    const failure = NAMES[name]
    if (failure) return failure
  }
  throw error
}

interface StorageError {
  name: string
  inner?: unknown
  failures?: unknown
}

function causes(error: unknown): StorageError[] {
  const found: StorageError[] = []
  const waiting: unknown[] = [error]
  while (waiting.length > 0 && found.length < 20) {
    const next = waiting.shift()
    if (!isNamed(next)) continue
    found.push(next)
    waiting.push(next.inner)
    if (Array.isArray(next.failures)) waiting.push(...next.failures.slice(0, 3))
  }
  return found
}

function isNamed(value: unknown): value is StorageError {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
}
