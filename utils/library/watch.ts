import { liveQuery } from 'dexie'

export interface Watch<T> {
  /** Calls `onValue` now and after every change of what was read, in whichever page or worker; returns the way to stop. */
  subscribe(onValue: (value: T) => void, onError?: (error: unknown) => void): () => void
}

/** Follows `read`, which must read the library and nothing else that changes. */
export function watch<T>(read: () => Promise<T>): Watch<T> {
  return {
    subscribe(onValue, onError = reportError) {
      const subscription = liveQuery(read).subscribe({ next: onValue, error: onError })
      return () => subscription.unsubscribe()
    },
  }
}

function reportError(error: unknown): void {
  console.error('A live view of the library stopped:', error)
}
