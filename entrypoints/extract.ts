import { readInTurns } from '../utils/extract/index.ts'

// Injected on a click only, into that one tab. What its return value settles to is the answer: no message is sent from a
// page. False where there is no article, 'file' where there is no page: null is what the browser gives where the page went
// away meanwhile. A plain object, as WXT's helper would only add to what every click compiles.
export default {
  main: async () =>
    document.contentType.includes('html')
      ? ((await readInTurns(document, location.href, { now: new Date() })) ?? false)
      : 'file',
}
