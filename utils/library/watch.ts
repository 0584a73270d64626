import { liveQuery } from 'dexie'

export interface Watch<T> {
  /** Calls `onValue` now and after every change of what was read, in whichever page or worker; returns the way to stop. */
  subscribe(onValue: (value: T) => void, onError?: (error: unknown) => void): () => void
}

/** After a change on the heels of another, so many times what a read takes, and at most so many milliseconds, are rest. */
const REST = { times: 4, most: 2000 }

/**
 * Follows `read`, which must read the library and nothing else that changes. A single change is told of at once; while one
 * follows the other (an import, a hundred saves) the reads rest in between, so that whoever writes gets its turn. The last
 * change is always told of.
 */
export function watch<T>(read: () => Promise<T>): Watch<T> {
  return {
    subscribe(onValue, onError = reportError) {
      let stop = () => {}
      let [cost, last] = [0, Number.NEGATIVE_INFINITY]
      const timedRead = (): Promise<T> => {
        const start = performance.now()
        const done = () => {
          cost = performance.now() - start
        }
        const asked = read()
        // Whoever asked hears of the error.
        asked.then(done, () => {})
        return asked
      }
      const follow = () => {
        let changed = false
        const subscription = liveQuery(timedRead).subscribe({
          next: value => {
            const now = performance.now()
            const rest = Math.min(REST.most, REST.times * cost)
            if (changed && now - last < rest + cost) {
              subscription.unsubscribe()
              const timer = setTimeout(follow, rest)
              stop = () => clearTimeout(timer)
            }
            changed = true
            last = now
            onValue(value)
          },
          error: onError,
        })
        stop = () => subscription.unsubscribe()
      }
      follow()
      return () => stop()
    },
  }
}

function reportError(error: unknown): void {
  console.error('A live view of the library stopped:', error)
}
