import { browser } from './api.ts'

const SENTINEL = 'sentinel'

/** A small place outside the database, where the library writes how many articles it should have. */
export const sentinelStore = {
  async get(): Promise<unknown> {
    return (await browser.storage.local.get(SENTINEL))[SENTINEL]
  },
  async set(value: object): Promise<void> {
    await browser.storage.local.set({ [SENTINEL]: value })
  },
}
