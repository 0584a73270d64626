import type { TextQuote } from '../../utils/article/text-quote.ts'
import type { Highlight } from '../../utils/library/index.ts'

/** A highlight as it is first made; its colour and note may change, its words may not. */
export function newHighlight(canonicalUrl: string, quote: TextQuote, colour: Highlight['colour']): Highlight {
  return { id: crypto.randomUUID(), canonicalUrl, quote, colour, note: '', createdAt: Date.now() }
}
