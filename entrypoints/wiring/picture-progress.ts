import { signal } from '@preact/signals'
import type { ArticleId, PictureWork } from '../../utils/library/index.ts'
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
 * The articles whose pictures are fetched one after the other, until all are done. What is done counts on without being
 * read again: thousands may be saved before the last one is.
 */
export class PictureRound {
  readonly #works = new Map<ArticleId, PictureWork>()

  /** The articles to look at the next time, whatever else is at work by then. */
  get unfinished(): ArticleId[] {
    return [...this.#works.values()].filter(({ left }) => left > 0).map(({ articleId }) => articleId)
  }

  /**
   * Takes in how far the unfinished articles are, and what else is at work.
   * @returns how far all articles of the round are
   */
  see(works: readonly PictureWork[]): readonly PictureWork[] {
    // Those that were to be looked at and are not told of are deleted.
    for (const id of this.unfinished) this.#works.delete(id)
    for (const work of works) this.#works.set(work.articleId, work)
    const all = [...this.#works.values()]
    if (all.every(({ left }) => left === 0)) this.#works.clear()
    return all
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

/** The same of all articles at once. Only what is at work is waited for: else it is looked again as `live` does. */
export function followAllByAsking(onWork: (works: readonly PictureWork[]) => void): () => void {
  const round = new PictureRound()
  let [stopped, following] = [false, false]
  const follow = async () => {
    for (let left: number | null = null; left !== 0; ) {
      const works: PictureWork[] = await ask('pictureWorks', { known: round.unfinished, left })
      if (stopped) return
      onWork(round.see(works))
      left = leftOf(works)
    }
  }
  const look = async () => {
    if (following) return
    following = true
    await follow().catch(error => {
      console.info('How far the pictures are is not known any more:', error)
      if (!stopped) onWork([])
    })
    following = false
  }
  void look()
  addEventListener('focus', look)
  addEventListener('kaifong:changed', look)
  return () => {
    stopped = true
    removeEventListener('focus', look)
    removeEventListener('kaifong:changed', look)
  }
}

/** How many pictures are still to be tried. */
export const leftOf = (works: readonly PictureWork[]): number => sumOf(works, 'left')

function sumOf(works: readonly PictureWork[], part: 'stored' | 'wanted' | 'left'): number {
  return works.reduce((sum, work) => sum + work[part], 0)
}
