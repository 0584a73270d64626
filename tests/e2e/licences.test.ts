import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtExtension } from './drivers/built.ts'

test.each(['chrome-mv3', 'firefox-mv3'] as const)('%s brings the licences of all that is in it', target => {
  const licences = readFileSync(join(builtExtension(target), 'third-party-licences.txt'), 'utf8')
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
  for (const [name, version] of Object.entries(dependencies)) expect(licences).toContain(`${name} ${version} (`)
  expect(licences).toContain('Mozilla Public License')
  // Every package of the table, and no package that the table does not have.
  const table = readFileSync('.github/CONTRIBUTING.md', 'utf8')
  const bundled = [...licences.matchAll(/^([@a-z][\w@/.-]*) \d+\.\d+\.\d+ \(/gm)].map(([, name]) => name)
  expect(bundled.length).toBeGreaterThan(8)
  expect(bundled.filter(name => name !== '@wxt-dev/browser' && !table.includes(`| \`${name}\` |`))).toEqual([])
})
