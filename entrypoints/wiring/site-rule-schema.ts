import * as v from 'valibot'
import type { SiteRule } from '../../utils/extract/site-rule.ts'

const MOST_SITES = 2_000
const MOST_DROPPED = 100

const selector = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000))
/** What a reader chose on a page. */
export const chosenSchema = v.object({
  keep: v.exactOptional(selector),
  drop: v.pipe(v.array(selector), v.maxLength(MOST_DROPPED)),
})
const ruleSchema = v.object({
  host: v.pipe(v.string(), v.regex(/^[\p{L}\p{N}.:[\]-]{1,253}$/u)),
  ...chosenSchema.entries,
})
const rulesSchema = v.pipe(v.array(ruleSchema), v.maxLength(MOST_SITES))
const fileSchema = v.object({ kaifong: v.literal('site-rules'), version: v.literal(1), rules: rulesSchema })

/** The rules in what was stored; none where it has another form. */
export function rulesIn(stored: unknown): SiteRule[] {
  const { success, output } = v.safeParse(rulesSchema, stored)
  return success ? output : []
}

/** @throws where these are too many, or are no rules */
export function checkedRules(rules: readonly SiteRule[]): SiteRule[] {
  return v.parse(rulesSchema, rules)
}

/** @throws where this is not the text of a file of rules */
export function rulesOfFile(text: string): SiteRule[] {
  return v.parse(fileSchema, JSON.parse(text)).rules
}
