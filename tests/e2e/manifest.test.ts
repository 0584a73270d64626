import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startBytes } from '../bench/popup-size.ts'
import { builtExtension } from './drivers/built.ts'

const PERMISSIONS = ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage']

const readManifest = (target: Parameters<typeof builtExtension>[0]) =>
  JSON.parse(readFileSync(join(builtExtension(target), 'manifest.json'), 'utf8'))

test.each(['chrome-mv3', 'firefox-mv3'] as const)('%s asks for no more than was decided', target => {
  const manifest = readManifest(target)
  const own = target === 'chrome-mv3' ? ['sidePanel'] : []
  expect(manifest.permissions.toSorted()).toEqual([...PERMISSIONS, ...own].toSorted())
  expect(manifest.side_panel?.default_path ?? manifest.sidebar_action?.default_panel).toBe('sidepanel.html')
  // Firefox would open it for every reader on installing.
  if (target === 'firefox-mv3') expect(manifest.sidebar_action.open_at_install).toBe(false)
  expect(manifest.omnibox).toEqual({ keyword: 'kf' })
  expect(Object.keys(manifest.commands)).toEqual(['_execute_action', 'save-article', 'open-library'])
  expect(manifest.optional_permissions).toEqual(['downloads'])
  expect(manifest.optional_host_permissions.toSorted()).toEqual(['http://*/*', 'https://*/*'])
  for (const door of ['host_permissions', 'content_scripts', 'web_accessible_resources', 'externally_connectable']) {
    expect(manifest[door] ?? []).toEqual([])
  }
})

test.each(['chrome-mv3', 'firefox-mv3'] as const)('%s runs its own scripts only', target => {
  const policy: string = readManifest(target).content_security_policy.extension_pages
  const rules = Object.fromEntries(policy.split(/;\s*/).map(rule => [rule.split(' ')[0], rule.split(' ').slice(1)]))
  expect(rules['default-src']).toEqual(["'none'"])
  expect(rules['script-src']).toEqual(["'self'"])
  expect(rules['img-src']).toEqual(["'self'", 'blob:', 'data:'])
  expect(rules['require-trusted-types-for']).toEqual(["'script'"])
})

test('the README gives a reason for each permission, and for no other', () => {
  const table = readFileSync('README.md', 'utf8').split('## Permissions')[1]?.split('\n## ')[0] ?? ''
  const rows = [...table.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)]
  expect(rows.map(row => row[1]).toSorted()).toEqual([...PERMISSIONS, 'sidePanel'].toSorted())
  for (const row of rows) expect(row[2]?.length).toBeGreaterThan(10)
  expect(table).toContain('access to a site (optional)')
  expect(table).toContain('downloads (optional)')
})

test.each(['chrome-mv3', 'firefox-mv3'] as const)('%s starts its popup with at most 60 KB of code, gzipped', target => {
  expect(startBytes(builtExtension(target))).toBeLessThanOrEqual(60 * 1024)
})
