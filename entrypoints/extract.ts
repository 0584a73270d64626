import { sendReading } from '../utils/extract/finish.ts'
import { readInTurns } from '../utils/extract/index.ts'

// Injected on a click only, into that one tab. What its return value settles to is the answer: no message is sent from a
// page. A reading as JSON, as browsers pass on values of a hundred levels at most. False where there is no article, 'file' where
// there is no page: null is what the browser gives where the page went away meanwhile. A plain object, as WXT's helper would only
// add to what every click compiles.
export default {
  main: async () => {
    if (!document.contentType.includes('html')) return 'file'
    const reading = await readInTurns(document, location.href, { now: new Date() })
    return !!reading && JSON.stringify(sendReading(reading))
  },
}
