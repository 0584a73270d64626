import { beforeEach, expect, test, vi } from 'vitest'

// The extension API does not run outside a browser; these stand in for what each browser has of it.
const api = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }))
vi.mock('../../../utils/browser/api.ts', () => api)
const { hasPanel, openPanel } = await import('../../../utils/browser/panel.ts')

let done: string[]
const note =
  (what: string) =>
  async (...values: unknown[]) => {
    done.push([what, ...values.map(value => JSON.stringify(value))].join(' '))
  }
const hand = async () => {
  done.push('handed')
  return 'a1'
}

beforeEach(() => {
  done = []
  for (const name of Object.keys(api.browser)) delete api.browser[name]
  api.browser.storage = { session: { set: note('stored') } }
})

test('Firefox for Android has no panel, and none is offered', () => {
  expect(hasPanel()).toBe(false)
})

test('Chrome is handed the article before its panel closes the popup', async () => {
  api.browser.sidePanel = { open: note('opened') }
  expect(hasPanel()).toBe(true)
  await openPanel(7, hand)
  expect(done).toEqual(['handed', 'stored {"panel":"a1"}', 'opened {"tabId":7}'])
})

test('Firefox opens its sidebar before anything is awaited', async () => {
  api.browser.sidebarAction = { open: note('opened') }
  expect(hasPanel()).toBe(true)
  await openPanel(7, hand)
  expect(done).toEqual(['opened', 'handed', 'stored {"panel":"a1"}'])
})

test('what could not be saved opens no panel in Chrome', async () => {
  api.browser.sidePanel = { open: note('opened') }
  await openPanel(7, async () => undefined)
  expect(done).toEqual([])
})
