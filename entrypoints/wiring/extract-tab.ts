import type { Article } from '../../utils/article/article.ts'
import { addressOf, callInTab, runInTab, whenLoaded } from '../../utils/browser/tabs.ts'
import type { SentReading } from '../../utils/extract/finish.ts'
import type { SiteRule } from '../../utils/extract/site-rule.ts'
import { ruleFor } from './site-rules.ts'

export interface Extracted {
  /** Null where there is none on the page; undefined where there is no page, or the browser does not let extensions look. */
  article: Article | null | undefined
  /** Whether the text is where the reader said it is on this site. */
  chosen: boolean
}

/** The article of a tab: by what the reader chose on its site, else by our own guess. */
export async function extractFromTab(tabId: number): Promise<Extracted> {
  // At once: rules are rare, and nobody who has none should wait for them.
  const guess = extractAsItIs(tabId)
  const rule = await addressOf(tabId).then(ruleFor)
  const chosen = rule && (await extractByRule(tabId, rule))
  return chosen ? { article: chosen, chosen: true } : { article: await guess, chosen: false }
}

/** A page that is loaded anew while it is read takes the reading with it: then it is read again. */
async function extractAsItIs(tabId: number): Promise<Article | null | undefined> {
  for (let turn = 0; turn < TURNS; turn++) {
    // What finishes a reading is loaded while the page is read: the popup shows itself without.
    const [found, { finishArticle, receiveReading }] = await Promise.all([
      runInTab(tabId, '/extract.js') as Promise<string | false | null | undefined>,
      import('../../utils/extract/finish.ts'),
    ])
    if (found === false) return null
    if (found !== null)
      return found && found !== 'file' ? finishArticle(receiveReading(JSON.parse(found) as SentReading)) : undefined
    await whenLoaded(tabId, PATIENCE)
  }
  return null
}

const TURNS = 3
/** Milliseconds for a page to load. */
const PATIENCE = 10_000

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
