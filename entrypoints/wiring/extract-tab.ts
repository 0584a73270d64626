import type { Article } from '../../utils/article/article.ts'
import { addressOf, callInTab, runInTab } from '../../utils/browser/tabs.ts'
import type { SiteRule } from '../../utils/extract/site-rule.ts'
import { ruleFor } from './site-rules.ts'

export interface Extracted {
  /** Null where there is none on the page; undefined where the browser does not let extensions look. */
  article: Article | null | undefined
  /** Whether the text is where the reader said it is on this site. */
  chosen: boolean
}

/** The article of a tab: by what the reader chose on its site, else by our own guess. */
export async function extractFromTab(tabId: number): Promise<Extracted> {
  // At once: rules are rare, and nobody who has none should wait for them.
  const guess = runInTab(tabId, '/extract.js') as Promise<Article | null | undefined>
  const rule = await addressOf(tabId).then(ruleFor)
  const chosen = rule && (await extractByRule(tabId, rule))
  return chosen ? { article: chosen, chosen: true } : { article: await guess, chosen: false }
}

async function extractByRule(tabId: number, rule: SiteRule): Promise<Article | null | undefined> {
  try {
    await setRule(tabId, rule)
    return (await runInTab(tabId, '/extract-by-rule.js')) as Article | null | undefined
  } catch (error) {
    console.info('This page cannot be read by extensions:', error)
    return undefined
  }
}

/** Hands the scripts that read this tab the rule of its site, or none. */
export async function setRule(tabId: number, rule: SiteRule | undefined): Promise<void> {
  await callInTab(
    tabId,
    async (wanted: SiteRule | null) => void Object.assign(globalThis, { kaifongRule: wanted ?? undefined }),
    [rule ?? null],
  )
}
