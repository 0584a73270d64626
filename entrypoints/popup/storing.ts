import { signal } from '@preact/signals'
import { ask } from '../wiring/client.ts'
import { followByAsking, PictureProgress } from '../wiring/picture-progress.ts'

/** The pictures of the saved article: how far they are, as long as they are being fetched. */
export class Storing {
  readonly progress = new PictureProgress()
  /** The reader stopped that: how many are stored of how many. */
  readonly stoppedAt = signal<{ stored: number; wanted: number } | undefined>(undefined)
  #id: string | undefined
  #stopFollowing: (() => void) | undefined

  /** @param id of the article, undefined where it is not in the library (any more) */
  follow(id: string | undefined): void {
    if (id !== this.#id) this.stoppedAt.value = undefined
    this.#id = id
    this.#stopFollowing?.()
    this.progress.end()
    if (id !== undefined) this.#stopFollowing = followByAsking(id, works => this.progress.see(works))
  }

  /** The page is open again, and may give out what an article lacked so far. */
  async resume(id: string, tabId: number): Promise<void> {
    await ask('resumePictures', { id, tabId })
  }

  /** What is stored stays. */
  async stop(): Promise<void> {
    const [id, reached] = [this.#id, this.progress.shown.value]
    if (id === undefined) return
    await ask('stopPictures', { id })
    this.stoppedAt.value = reached
  }

  async retry(): Promise<void> {
    const id = this.#id
    if (id === undefined) return
    this.stoppedAt.value = undefined
    const tried = ask('retryPictures', { ids: [id] })
    this.follow(id)
    await tried
  }
}
