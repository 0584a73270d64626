import { storedRules, storeRules } from '../../utils/browser/site-rules.ts'
import type { SiteRule } from '../../utils/extract/site-rule.ts'

// What checks rules is loaded by those who have some: everyone else's popup opens without it.
const schema = () => import('./site-rule-schema.ts')

/** What the reader chose, site by site, by host. What was stored in another form counts as nothing. */
export async function siteRules(): Promise<SiteRule[]> {
  const stored = await storedRules()
  return stored === undefined ? [] : (await schema()).rulesIn(stored)
}

/** @param address of a page; undefined, or one that is no address, has no rule */
export async function ruleFor(address: string | undefined): Promise<SiteRule | undefined> {
  if (!address || !URL.canParse(address)) return undefined
  const { host } = new URL(address)
  return (await siteRules()).find(rule => rule.host === host)
}

/**
 * Keeps what a reader chose on a site, in place of what they chose there before.
 * @throws where there is no room for more sites
 */
export async function keepRule(rule: SiteRule): Promise<void> {
  await storeRules((await schema()).checkedRules(mergeRules(await siteRules(), [rule])))
}

/** The guess holds again on this site. */
export async function forgetRule(host: string): Promise<void> {
  await storeRules((await siteRules()).filter(rule => rule.host !== host))
}

/** All rules as the text of a file, for other browsers and other readers. */
export async function exportRules(): Promise<string> {
  return `${JSON.stringify({ kaifong: 'site-rules', version: 1, rules: await siteRules() }, null, 2)}\n`
}

/** The largest file of rules that is read, bytes. */
export const MOST_BYTES = 4_000_000

/**
 * Takes rules from a file of `exportRules`; where both have a site, the file's rule holds.
 * @returns the number of rules in the file
 * @throws where it is no such file; nothing is changed then
 */
export async function importRules(text: string): Promise<number> {
  const { checkedRules, rulesOfFile } = await schema()
  const rules = rulesOfFile(text)
  await storeRules(checkedRules(mergeRules(await siteRules(), rules)))
  return rules.length
}

/** All sites of both, by host; those in `newer` win. */
export function mergeRules(older: readonly SiteRule[], newer: readonly SiteRule[]): SiteRule[] {
  const byHost = new Map([...older, ...newer].map(rule => [rule.host, rule]))
  return [...byHost.values()].sort((a, b) => (a.host < b.host ? -1 : 1))
}
