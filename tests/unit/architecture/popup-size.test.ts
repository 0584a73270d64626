import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { startBytes } from '../../bench/popup-size.ts'

test('what a popup loads at start is counted, what it loads later is not', () => {
  const build = mkdtempSync(join(tmpdir(), 'kaifong-size-'))
  mkdirSync(join(build, 'chunks'))
  const files = {
    'popup.html': '<script src="/theme.js"></script><script type="module" src="/chunks/a.js"></script>',
    'theme.js': 'first()',
    'chunks/a.js': 'import"./b.js";import("./later.js")',
    'chunks/b.js': 'second()',
    'chunks/later.js': 'x'.repeat(10_000),
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(build, name), content)
  const counted = ['theme.js', 'chunks/a.js', 'chunks/b.js'] as const
  expect(startBytes(build)).toBe(counted.reduce((sum, name) => sum + gzipSync(files[name]).length, 0))
})
