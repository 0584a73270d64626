import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'

// The extension API does not run outside a browser: this much of its storage stands in.
const { stored, api } = vi.hoisted(() => {
  const stored: Record<string, unknown> = {}
  const local = {
    get: async (key: string) => ({ [key]: structuredClone(stored[key]) }),
    set: async (values: object) => void Object.assign(stored, structuredClone(values)),
  }
  return { stored, api: { browser: { storage: { local } } } }
})
vi.mock('../../../utils/browser/api.ts', () => api)

const { exportRules, forgetRule, importRules, keepRule, mergeRules, ruleFor, siteRules } = await import(
  '../../../entrypoints/wiring/site-rules.ts'
)

beforeEach(() => {
  delete stored.rules
})

const rule = fc.record(
  {
    host: fc.constantFrom('a.example', 'b.example', 'c.example:8080', '新闻.example'),
    keep: fc.string({ minLength: 1, maxLength: 40 }),
    drop: fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 3 }),
  },
  { requiredKeys: ['host', 'drop'], noNullPrototype: true },
)

test('a site has one rule: the last that was kept', async () => {
  await keepRule({ host: 'a.example', keep: '#one', drop: [] })
  await keepRule({ host: 'a.example', drop: ['.advert'] })
  expect(await siteRules()).toEqual([{ host: 'a.example', drop: ['.advert'] }])
  expect(await ruleFor('https://a.example/news/1.html')).toEqual({ host: 'a.example', drop: ['.advert'] })
  expect(await ruleFor('https://b.a.example/')).toBeUndefined()
  expect(await ruleFor('about:blank')).toBeUndefined()
  await forgetRule('a.example')
  expect(await siteRules()).toEqual([])
})

test('merging keeps every site once, and the newer rule of it', () => {
  fc.assert(
    fc.property(fc.array(rule), fc.array(rule), (older, newer) => {
      const merged = mergeRules(older, newer)
      const hosts = merged.map(({ host }) => host)
      expect(new Set(hosts)).toEqual(new Set([...older, ...newer].map(({ host }) => host)))
      expect(new Set(hosts).size).toBe(hosts.length)
      for (const own of merged) {
        const from = newer.some(({ host }) => host === own.host) ? newer : older
        expect(own).toEqual(from.findLast(({ host }) => host === own.host))
      }
      expect(mergeRules(merged, newer)).toEqual(merged)
    }),
  )
})

test('what is exported comes back the same, into an empty browser and over what is there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rule, { maxLength: 6 }), async rules => {
      delete stored.rules
      for (const own of rules) await keepRule(own)
      const [before, file] = [await siteRules(), await exportRules()]
      delete stored.rules
      expect(await importRules(file)).toBe(before.length)
      expect(await siteRules()).toEqual(before)
      await importRules(file)
      expect(await siteRules()).toEqual(before)
    }),
  )
})

const GOOD = '{"kaifong":"site-rules","version":1,"rules":[{"host":"b.example","keep":"main","drop":[]}]}'

test.each([
  '',
  '{',
  '[]',
  'null',
  GOOD.replace('site-rules', 'other'),
  GOOD.replace('1,"rules', '2,"rules'),
  GOOD.replace('"drop":[]', '"drop":[1]'),
  GOOD.replace('"drop":[]', '"drop":["'.padEnd(1_200, 'x').concat('"]')),
  GOOD.replace('b.example', 'b.example/<script>'),
  GOOD.replace('"host":"b.example",', ''),
])('a file that is none is refused, and nothing changes: %#', async file => {
  await keepRule({ host: 'a.example', keep: 'main', drop: [] })
  await expect(importRules(file)).rejects.toThrow()
  expect(await siteRules()).toEqual([{ host: 'a.example', keep: 'main', drop: [] }])
})

test('a file cannot reach further than its rules', async () => {
  const file = GOOD.replace(
    '"drop":[]',
    '"drop":[],"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}',
  )
  await importRules(file)
  expect(await siteRules()).toEqual([{ host: 'b.example', keep: 'main', drop: [] }])
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test('what was stored in a form that is none counts as nothing', async () => {
  stored.rules = [{ host: 1 }]
  expect(await siteRules()).toEqual([])
})
