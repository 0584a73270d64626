import { extractInTurns } from '../utils/extract/index.ts'

// Injected on a click only, into that one tab. What its return value settles to is the answer: no message is sent from a
// page. A plain object, as WXT's helper would only add to what every click compiles.
export default {
  main: () =>
    document.contentType.includes('html') ? extractInTurns(document, location.href, { now: new Date() }) : null,
}
