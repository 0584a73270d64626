import { expect, test } from 'vitest'
import { kindOfRefusal, kindOfType } from '../../../utils/browser/unreadable.ts'

test.each([
  ['text/plain', 'text'],
  ['text/markdown', 'text'],
  ['text/css', 'text'],
  ['application/json', 'data'],
  ['application/ld+json', 'data'],
  ['text/xml', 'data'],
  ['application/rss+xml', 'data'],
  ['application/pdf', 'pdf'],
  ['image/png', 'media'],
  // A picture first of all, however it is written.
  ['image/svg+xml', 'media'],
  ['video/mp4', 'media'],
  ['text/html', 'page'],
  ['application/xhtml+xml', 'page'],
  [undefined, 'own'],
  [null, 'own'],
])('a document of type %s is %s', (type, kind) => {
  expect(kindOfType(type)).toBe(kind)
})

const CHROMIUM_ERROR = 'Error: Frame with ID 0 is showing error page'
const FIREFOX = 'Error: Missing host permission for the tab'

// What Chromium 156 and Firefox 153 say, word for word, and what they tell of the tab.
test.each([
  [CHROMIUM_ERROR, 'https://news.example/1.html', '', 'error'],
  [CHROMIUM_ERROR, undefined, '', 'error'],
  ['Error: Cannot access a chrome:// URL', undefined, '', 'own'],
  ['Error: The extensions gallery cannot be scripted.', 'https://chromewebstore.google.com/', '', 'own'],
  ['Error: Cannot access contents of the page. Extension manifest must request permission', undefined, '', 'own'],
  [FIREFOX, 'https://news.example/1.html', '', 'error'],
  [FIREFOX, 'https://addons.mozilla.org/firefox/', '', 'own'],
  [FIREFOX, 'https://news.example/paper.PDF?page=2', '', 'pdf'],
  [FIREFOX, 'https://news.example/paper', 'chrome://global/skin/icons/pdf.svg', 'pdf'],
  [FIREFOX, 'about:newtab', 'chrome://branding/content/icon32.png', 'own'],
  [FIREFOX, 'view-source:https://news.example/1.html', '', 'own'],
  [FIREFOX, 'about:reader?url=https%3A%2F%2Fnews.example%2F1.html', '', 'reader-view'],
])('%s at %s is %s%s', (message, address, icon, kind) => {
  expect(kindOfRefusal(message, { address, icon, online: true })).toBe(kind)
})

test.each([
  [CHROMIUM_ERROR, 'offline'],
  [FIREFOX, 'offline'],
  ['Error: Cannot access a chrome:// URL', 'own'],
])('without a network, %s is %s', (message, kind) => {
  expect(kindOfRefusal(message, { address: 'https://news.example/', online: false })).toBe(kind)
})
