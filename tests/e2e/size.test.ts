import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtExtension } from './drivers/built.ts'

/** Read and compiled anew on every click, before anything can be shown. */
const MOST = 64 * 1024

test.each(['chrome-mv3', 'firefox-mv3'] as const)('the script that %s injects stays small', target => {
  expect(statSync(join(builtExtension(target), 'extract.js')).size).toBeLessThanOrEqual(MOST)
})
