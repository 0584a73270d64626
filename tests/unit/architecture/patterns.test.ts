import { checkSync } from 'recheck'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { type SourceFile, shippedSources } from './sources.ts'

interface Pattern {
  readonly pattern: string
  readonly flags: string
}

/** Anything else that recheck could run in would need a process of its own. */
process.env.RECHECK_SYNC_BACKEND = 'pure'

/** Milliseconds for each; of the very long lists of words, only what could be tried until then is known. */
const PATIENCE = 1000

test('no regular expression takes more than linear time, whatever a page is made of', () => {
  const patterns = new Map(
    shippedSources()
      .flatMap(patternsOf)
      .map(one => [`/${one.pattern}/${one.flags}`, one]),
  )
  expect(patterns.size).toBeGreaterThan(200)
  const slow = [...patterns].flatMap(([source, { pattern, flags }]) => {
    const result = checkSync(pattern, flags, { timeout: PATIENCE })
    return result.status === 'vulnerable' ? [`${source}: ${result.complexity.summary}, ${result.attack.pattern}`] : []
  })
  expect(slow).toEqual([])
}, 240_000)

/** The regular expressions written in a file. */
function patternsOf({ path, text }: SourceFile): Pattern[] {
  const found: Pattern[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('regex' in node) found.push(node.regex as Pattern)
    for (const child of Object.values(node)) visit(child)
  }
  visit(parseSync(path, text).program)
  return found
}
