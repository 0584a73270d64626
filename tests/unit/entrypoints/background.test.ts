import { beforeEach, expect, test, vi } from 'vitest'

// The extension API does not run outside a browser; these stand in for what each browser has of it.
const api = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }))
vi.mock('../../../utils/browser/api.ts', () => api)

const listeners: string[] = []
const event = (name: string) => ({ addListener: () => listeners.push(name) })
const everywhere = () => ({
  runtime: { onMessage: event('message'), onInstalled: event('installed'), id: 'x', getURL: (path: string) => path },
  tabs: { onUpdated: event('tab updated') },
  alarms: { onAlarm: event('alarm'), create: async () => {}, clear: async () => true },
  permissions: { onAdded: event('access') },
  storage: { local: { get: async () => ({}), set: async () => {} } },
  action: {},
  i18n: { getMessage: (key: string) => key },
})

beforeEach(() => {
  listeners.length = 0
  for (const name of Object.keys(api.browser)) delete api.browser[name]
})

test('where the browser has no menus, commands or omnibox the background starts all the same', async () => {
  Object.assign(api.browser, everywhere())
  const { default: background } = await import('../../../entrypoints/background.ts')
  background.main()
  expect(listeners).toEqual(expect.arrayContaining(['message', 'installed', 'tab updated', 'alarm', 'access']))
  const { createMenus } = await import('../../../entrypoints/wiring/menus.ts')
  expect(createMenus).not.toThrow()
})

test('where it has them each has its listener', async () => {
  Object.assign(api.browser, everywhere(), {
    contextMenus: { onClicked: event('menu'), create: () => {} },
    commands: { onCommand: event('command') },
    omnibox: {
      onInputStarted: event('omnibox started'),
      onInputChanged: event('omnibox typed'),
      onInputEntered: event('omnibox entered'),
    },
  })
  const { default: background } = await import('../../../entrypoints/background.ts')
  background.main()
  expect(listeners).toEqual(
    expect.arrayContaining(['menu', 'command', 'omnibox started', 'omnibox typed', 'omnibox entered']),
  )
})
