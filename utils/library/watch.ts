import { liveQuery } from 'dexie'

export interface Watch<T> {
  /** Calls `onValue` now and after every change of what was read, in whichever page or worker; returns the way to stop. */
  subscribe(onValue: (value: T) => void, onError?: (error: unknown) => void): () => void
}

/** Between two reads as many times as the first of them took is rest, and at most so many milliseconds. */
const REST = { times: 4, most: 2000 }

/**
 * Follows `read`, which must read the library and nothing else that changes. A single change is read at once; while one
 * follows the other (an import, a hundred saves) the reads rest in between, so that whoever writes gets its turn. The last
 * change is always told of.
 */
export function watch<T>(read: () => Promise<T>): Watch<T> {
  return {
    subscribe(onValue, onError = reportError) {
      let stop = () => {}
      const follow = () => {
        let runs = 0
        let told: { value: T } | undefined
        let [begun, ended] = [0, 0]
        // Dexie runs this again as soon as anything changes that was read: then it is to be left alone until the rest is over.
        const query = async () => {
          if (++runs > 1) return
          begun = performance.now()
          told = { value: await read() }
          ended = performance.now()
        }
        const next = () => {
          const seen = told
          told = undefined
          if (runs > 1) {
            stop()
            const rest = Math.min(REST.most, REST.times * (ended - begun))
            const timer = setTimeout(follow, ended + rest - performance.now())
            stop = () => clearTimeout(timer)
          }
          if (seen) onValue(seen.value)
        }
        const subscription = liveQuery(query).subscribe({ next, error: onError })
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
