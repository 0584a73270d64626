import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(path, 'utf8')
const json = (path: string) => JSON.parse(read(path))

test('every proof that THREATS.md names is there, and every threat has one', () => {
  const rows = read('.github/THREATS.md')
    .split('\n')
    .filter(line => /^\| (?!threat|---)/.test(line))
  expect(rows.length).toBeGreaterThan(10)
  for (const row of rows) {
    const proofs = [...(row.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? '')
    expect(proofs, row).not.toEqual([])
    expect(proofs.filter(path => !existsSync(path))).toEqual([])
  }
})

test('every dependency that ships has its reason, size and licence in CONTRIBUTING.md, and no other', () => {
  const table = read('.github/CONTRIBUTING.md').split('## Dependencies')[1] ?? ''
  const rows = [...table.matchAll(/^\| `([^`]+)` \| (.{15,}) \| (.+) \| (.+) \|$/gm)]
  const named = rows.map(row => row[1] ?? '')
  expect(named).toEqual(expect.arrayContaining(Object.keys(json('package.json').dependencies)))
  for (const [, name, , , licence] of rows) expect(json(`node_modules/${name}/package.json`).license).toBe(licence)
})

test.each([
  ['en', 'en'],
  ['zh', 'zh_CN'],
])('the store texts in %s say what the extension says', (language, locale) => {
  const text = read(`docs/store/${language}.md`)
  const { extensionName, extensionDescription } = json(`public/_locales/${locale}/messages.json`)
  expect(text).toContain(`\n${extensionName.message}\n`)
  expect(text).toContain(`\n${extensionDescription.message}\n`)
  // The Chrome Web Store's limit.
  expect(extensionDescription.message.length).toBeLessThanOrEqual(132)
})

test('both store texts have the same parts', () => {
  const parts = (path: string) => read(path).match(/^## /gm)?.length
  expect(parts('docs/store/zh.md')).toBe(parts('docs/store/en.md'))
})

test('links between the documents lead somewhere', () => {
  for (const path of globSync('{README.md,.github/*.md,docs/store/*.md}')) {
    const folder = path.includes('/') ? path.replace(/[^/]+$/, '') : ''
    const links = [...read(path).matchAll(/\]\(([\w./-]+)\)/g)].map(([, link]) => folder + link)
    expect(links.filter(link => !existsSync(link))).toEqual([])
  }
})
