import { signal } from '@preact/signals'
import type { PictureWork } from '../../utils/library/index.ts'
import { ask } from './client.ts'

/** Milliseconds. Shorter work would only flash on the screen. */
const WORTH_TELLING = 500

/** What a page shows of pictures that are being fetched. */
export class PictureProgress {
  readonly shown = signal<{ stored: number; wanted: number } | undefined>(undefined)
  #latest = { stored: 0, wanted: 0 }
  #waiting: ReturnType<typeof setTimeout> | undefined

  /** Takes in how far the articles are, all of them each time. */
  see(works: readonly PictureWork[]): void {
    this.#latest = { stored: sumOf(works, 'stored'), wanted: sumOf(works, 'wanted') }
    if (sumOf(works, 'left') === 0) this.end()
    else if (this.shown.value) this.shown.value = this.#latest
    else
      this.#waiting ??= setTimeout(() => {
        this.shown.value = this.#latest
      }, WORTH_TELLING)
  }

  /** Nothing is being fetched, or nobody can tell any more. */
  end(): void {
    clearTimeout(this.#waiting)
    this.#waiting = undefined
    this.shown.value = undefined
  }
}

/**
 * Tells how far an article's pictures are, where only the background can look: as long as it lives and there is one.
 * @returns the way to stop
 */
export function followByAsking(id: string, onWork: (works: readonly PictureWork[]) => void): () => void {
  let stopped = false
  const follow = async () => {
    for (let left: number | null = null; !stopped; ) {
      const work: PictureWork | null = await ask('pictureWork', { id, left })
      if (stopped) return
      onWork(work ? [work] : [])
      if (!work) return
      left = work.left
    }
  }
  follow().catch(error => {
    console.info('How far the pictures are is not known any more:', error)
    if (!stopped) onWork([])
  })
  return () => {
    stopped = true
  }
}

function sumOf(works: readonly PictureWork[], part: 'stored' | 'wanted' | 'left'): number {
  return works.reduce((sum, work) => sum + work[part], 0)
}
