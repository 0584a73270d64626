import { signal } from '@preact/signals'

/** The articles that a reader picked out of a list, to do something with all of them. */
export class Selection {
  /** Rows show boxes to tick. */
  readonly active = signal(false)
  readonly ids = signal<ReadonlySet<string>>(new Set())
  readonly #listIds: () => Promise<string[]>
  #anchor: number | undefined

  /** @param listIds the ids of the whole list as it is shown, rows out of sight too */
  constructor(listIds: () => Promise<string[]>) {
    this.#listIds = listIds
  }

  start(): void {
    this.active.value = true
  }

  /** Picks an article or lets it go; with `extend`, picks all from the one that was touched last. */
  async toggle(id: string, index: number, extend: boolean): Promise<void> {
    this.start()
    const from = this.#anchor
    this.#anchor = index
    if (extend && from !== undefined) {
      const ids = await this.#listIds()
      this.#add(ids.slice(Math.min(from, index), Math.max(from, index) + 1))
    } else if (this.ids.value.has(id)) {
      this.ids.value = new Set([...this.ids.value].filter(each => each !== id))
    } else {
      this.#add([id])
    }
  }

  async all(): Promise<void> {
    this.start()
    this.#add(await this.#listIds())
  }

  /** Lets go of articles that left the list, and ends where none is left. */
  drop(ids: readonly string[]): void {
    if (!this.active.value) return
    const gone = new Set(ids)
    const kept = new Set([...this.ids.value].filter(id => !gone.has(id)))
    if (kept.size === this.ids.value.size) return
    this.ids.value = kept
    if (kept.size === 0) this.clear()
  }

  clear(): void {
    this.active.value = false
    this.ids.value = new Set()
    this.#anchor = undefined
  }

  #add(ids: readonly string[]): void {
    this.ids.value = new Set([...this.ids.value, ...ids])
  }
}
