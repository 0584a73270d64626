import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeHighlight } from '../library/factory.ts'

// The extension API does not run outside a browser: this much of it stands in, and the library is real.
type Reply = { ok: boolean }
type Listener = (message: unknown, sender: object) => unknown
const api = vi.hoisted(() => ({ browser: {} as Record<string, unknown>, listeners: [] as unknown[] }))
vi.mock('../../../utils/browser/api.ts', () => api)

const ID = 'kaifong-id'
const OWN = `chrome-extension://${ID}/`
const own = (page: string) => ({ id: ID, url: `${OWN}${page}`, origin: OWN.slice(0, -1) })
/** The only message that a script of ours in a page may send. */
const FROM_PAGES = ['keepRule']
const CONTENT_SCRIPT = { id: ID, url: 'https://news.example/1.html', tab: { id: 1 }, frameId: 0 }
const STRANGERS: Record<string, object> = {
  'a content script in a frame': { ...CONTENT_SCRIPT, frameId: 2 },
  'a content script in a page of no site': { ...CONTENT_SCRIPT, url: 'file:///home/1.html' },
  'a content script of another extension': { ...CONTENT_SCRIPT, id: 'another-id' },
  'a page that looks like ours': { id: ID, url: `https://news.example/${OWN}popup.html` },
  'a host that begins as ours': { id: ID, url: `chrome-extension://${ID}.evil.example/popup.html` },
  'another extension': { id: 'another-id', url: 'chrome-extension://another-id/popup.html' },
  'another extension at our address': { id: 'another-id', url: `${OWN}popup.html` },
  'nobody at our address': { url: `${OWN}popup.html` },
  'ours from nowhere': { id: ID },
  'a file of ours that is no page': own('theme.js'),
  nobody: {},
}

const { requests } = await import('../../../entrypoints/wiring/schemas.ts')
const NAMES = Object.keys(requests)

let listener: Listener
beforeAll(async () => {
  Object.assign(globalThis, { indexedDB: new IDBFactory(), IDBKeyRange })
  Object.assign(api.browser, {
    runtime: {
      id: ID,
      getURL: (path: string) => OWN + path,
      onMessage: { addListener: (own: Listener) => api.listeners.push(own) },
    },
    storage: { local: { get: async () => ({}), set: async () => {} } },
    action: { setBadgeText: async () => {}, setBadgeBackgroundColor: async () => {} },
    alarms: { create: async () => {}, clear: async () => true },
    permissions: { contains: async () => false },
    scripting: { executeScript: async () => [] },
    i18n: { getMessage: (key: string) => key },
  })
  const { serve } = await import('../../../utils/browser/messages.ts')
  const { libraryService } = await import('../../../entrypoints/wiring/library-service.ts')
  const { askers } = await import('../../../entrypoints/wiring/askers.ts')
  serve(libraryService, askers)
  listener = api.listeners[0] as Listener
})
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterAll(() => vi.restoreAllMocks())

const ids = { ids: ['abcdefghijkl'] }
const page = { canonicalUrl: 'https://news.example/1.html', host: 'news.example' }
/** A request of the right shape for each; a message that is new is refused here until it has one. */
const RIGHT: Record<string, unknown> = {
  save: undefined,
  remove: ids,
  restore: ids,
  deleteForGood: ids,
  update: { ...ids, change: { state: 'read' } },
  label: { ids: ['a'], add: ['家'], remove: [] },
  retryPictures: ids,
  resumePictures: { id: 'abcdefghijkl', tabId: 7 },
  stopPictures: { id: null },
  pictureWork: { id: 'abcdefghijkl', left: null },
  pictureWorks: { known: ['abcdefghijkl'], left: null },
  find: page,
  findReprints: { canonicalUrl: page.canonicalUrl, text: '灯' },
  correct: { ...page, corrections: [], tags: [] },
  keepRule: { keep: 'main', drop: ['.advert'] },
  highlights: { canonicalUrl: page.canonicalUrl },
  listHighlights: { most: 5 },
  keepHighlight: { highlight: makeHighlight() },
  removeHighlight: { id: 'abcdefghijkl' },
  list: { query: {}, window: { offset: 0, limit: 5 } },
  countDistricts: { query: {} },
  countFacets: { query: {} },
  searchHits: { ids: ['a'], text: '灯' },
  reprints: { ids: ['a'] },
  listIds: { query: {} },
  records: { ids: ['a'] },
  listSpans: { query: { group: 'day' } },
  read: { id: 'abcdefghijkl' },
}

describe.each(NAMES)('the message "%s"', name => {
  test.each(Object.entries(STRANGERS))('is not heard from %s', (_who, sender) => {
    expect(listener({ name, request: RIGHT[name] }, sender)).toBeUndefined()
  })

  test.each(['options.html', 'nothing.html', 'library.html.evil'])(
    'is refused from %s, which may not ask',
    async page => {
      const reply = await listener({ name, request: RIGHT[name] }, own(page))
      expect((reply as Reply | undefined)?.ok ?? false).toBe(false)
    },
  )

  test.runIf(!FROM_PAGES.includes(name))('is refused from a content script', async () => {
    const reply = await listener({ name, request: RIGHT[name] }, CONTENT_SCRIPT)
    expect(reply).toEqual({ ok: false, error: 'Unknown message' })
  })

  test('is refused in any other shape, with an answer and without a crash', async () => {
    const wrong = fc.oneof(
      fc.anything(),
      fc.object({ key: fc.constantFrom('id', 'ids', 'article', 'query', '__proto__') }),
    )
    await fc.assert(
      fc.asyncProperty(wrong, async request => {
        const reply = await listener({ name, request }, FROM_PAGES.includes(name) ? CONTENT_SCRIPT : own('reader.html'))
        expect((reply as Reply | undefined)?.ok ?? false).toBe(false)
      }),
    )
  })

  test('before anything is stored does no harm', async () => {
    if (RIGHT[name] === undefined) return
    const reply = await listener({ name, request: RIGHT[name] }, own('library.html'))
    expect(typeof (reply as Reply).ok).toBe('boolean')
  })
})

test.each([
  null,
  undefined,
  0,
  'save',
  [],
  {},
  { name: 1 },
  { name: 'toString' },
  { name: '__proto__' },
  { name: 'no' },
])('what is no message is refused: %j', async message => {
  expect(await listener(message, own('library.html'))).toEqual({ ok: false, error: 'Unknown message' })
})

test('the side panel may ask for all that the reader may, being made of its parts', async () => {
  const { askers } = await import('../../../entrypoints/wiring/askers.ts')
  const unequal = Object.entries(askers).filter(([, may]) => may.includes('reader') !== may.includes('sidepanel'))
  expect(unequal.map(([name]) => name)).toEqual([])
})

test('what a reader chose on a page is kept for its site, whatever the page says of itself', async () => {
  const kept: object[] = []
  const set = vi.spyOn((api.browser.storage as { local: { set(values: object): Promise<void> } }).local, 'set')
  set.mockImplementation(async values => void kept.push(values))
  const request = { keep: 'main', drop: [], host: 'bank.example' }
  expect(await listener({ name: 'keepRule', request }, CONTENT_SCRIPT)).toEqual({ ok: true, response: null })
  expect(kept).toEqual([{ rules: [{ host: 'news.example', keep: 'main', drop: [] }] }])
})

test('every message has a sample here', () => {
  expect(Object.keys(RIGHT)).toEqual(NAMES)
})
