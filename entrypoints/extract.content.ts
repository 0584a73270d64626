import { defineContentScript } from 'wxt/utils/define-content-script'
import { extractArticle } from '../utils/extract/index.ts'

// Injected on a click only, into that one tab. Its return value is the answer: no message is sent from a page.
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () => (document.contentType.includes('html') ? extractArticle(document, location.href) : null),
})
