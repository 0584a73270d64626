import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { extractArticle } from '../utils/extract/index.ts'

// Injected on a click only, into that one tab. Its return value is the answer: no message is sent from a page.
export default defineUnlistedScript(() =>
  document.contentType.includes('html') ? extractArticle(document, location.href) : null,
)
