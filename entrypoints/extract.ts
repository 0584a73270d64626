import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { extractInTurns } from '../utils/extract/index.ts'

// Injected on a click only, into that one tab. What its return value settles to is the answer: no message is sent from a
// page.
export default defineUnlistedScript(() =>
  document.contentType.includes('html') ? extractInTurns(document, location.href) : null,
)
