import { browser } from './api.ts'

const RULES = 'rules'

/** What the reader chose on sites, as it was stored, unchecked; undefined where nothing was. */
export async function storedRules(): Promise<unknown> {
  return (await browser.storage.local.get(RULES))[RULES]
}

/** Stores all rules in place of those before. */
export async function storeRules(rules: object): Promise<void> {
  await browser.storage.local.set({ [RULES]: rules })
}
