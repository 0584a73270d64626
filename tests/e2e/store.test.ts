import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtExtension } from './drivers/built.ts'

const KEYS = ['permissions', 'optional_permissions', 'optional_host_permissions'] as const

function asked(): string[] {
  const all = (['chrome-mv3', 'firefox-mv3'] as const).flatMap(target => {
    const manifest = JSON.parse(readFileSync(join(builtExtension(target), 'manifest.json'), 'utf8'))
    return KEYS.flatMap(key => (manifest[key] ?? []) as string[])
  })
  return [...new Set(all)].toSorted()
}

test.each(['en', 'zh'])(
  'the store texts in %s justify each permission that a build asks for, and no other',
  language => {
    const text = readFileSync(`docs/store/${language}.md`, 'utf8')
    const rows = [...text.matchAll(/^\| `([^`]+)` \| (.{5,}) \|$/gm)]
    expect(rows.map(row => row[1]).toSorted()).toEqual(asked())
  },
)
