import * as v from 'valibot'

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
/** All rules: as they are stored, and in a file. */
export const rulesSchema = v.pipe(v.array(ruleSchema), v.maxLength(MOST_SITES))
