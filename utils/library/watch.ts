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
        const again = (milliseconds: number) => {
          stop()
          const timer = setTimeout(follow, milliseconds)
          stop = () => clearTimeout(timer)
        }
        // Dexie runs this again as soon as anything changes that was read: then it is to be left alone until the rest is over.
        const query = async () => {
          if (++runs > 1) return
          begun = performance.now()
          try {
            told = { value: await read() }
          } catch (error) {
            // Dexie keeps this one to itself. Whoever reads next opens the database anew.
            if (error instanceof Error && error.name === 'DatabaseClosedError') again(REST.most)
            throw error
          }
          ended = performance.now()
        }
        const next = () => {
          const seen = told
          told = undefined
          if (runs > 1) again(ended + Math.min(REST.most, REST.times * (ended - begun)) - performance.now())
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

/**
 * Dexie follows what a watched query reads from one promise to the next, and takes unpacking, which is none of its own,
 * for the end of a transaction. A task of its own is followed by nobody.
 */
export function unwatched<T>(act: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    setTimeout(() => act().then(resolve, reject))
  })
}

function reportError(error: unknown): void {
  console.error('A live view of the library stopped:', error)
}
