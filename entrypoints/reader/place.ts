import type { ReadingPlace } from '../../utils/library/index.ts'

const QUOTE_LENGTH = 24
const PARAGRAPHS = 'p, h2, h3, h4, h5, h6, li, blockquote, pre, figure'
/** Pages scroll by whole pixels, paragraphs end between them. */
const ROUNDING = 1

/** Where a reader is in the article: the first paragraph whose end is still in view. Undefined at its very beginning. */
export function placeInView(body: Element): ReadingPlace | undefined {
  const paragraphs = [...body.querySelectorAll(PARAGRAPHS)]
  const vertical = isVertical(body)
  const top = topOfView()
  const index = paragraphs.findIndex(paragraph => {
    const { bottom, left } = paragraph.getBoundingClientRect()
    return vertical ? left < innerWidth - ROUNDING : bottom > top + ROUNDING
  })
  const paragraph = paragraphs[index]
  return index > 0 && paragraph ? { paragraph: index, quote: quoteOf(paragraph) } : undefined
}

/** Goes to a place: the paragraph with those words, wherever it stands by now, else the one with that number. */
export function goToPlace(body: Element, place: ReadingPlace): void {
  const paragraphs = [...body.querySelectorAll(PARAGRAPHS)]
  const counted = paragraphs[place.paragraph]
  const isSame = counted && quoteOf(counted) === place.quote
  const found = isSame ? counted : paragraphs.find(paragraph => quoteOf(paragraph) === place.quote)
  ;(found ?? counted)?.scrollIntoView({ block: 'start', inline: 'nearest', behavior: 'instant' })
}

// The bar covers what is above it. `goToPlace` stops below it too: else each opening would lead back by a paragraph.
function topOfView(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0
}

/** How far through the article the view is, 0 to 1. */
export function progressOf(body: Element): number {
  const { top, right, width, height } = body.getBoundingClientRect()
  if (isVertical(body)) return Math.max(0, Math.min(1, width > 0 ? right / width : 0))
  const seen = innerHeight - top
  return Math.max(0, Math.min(1, height > 0 ? seen / height : 0))
}

/** Do its lines stand upright, the first one on the right? */
export function isVertical(body: Element): boolean {
  return getComputedStyle(body).writingMode === 'vertical-rl'
}

function quoteOf(paragraph: Element): string {
  return (paragraph.textContent ?? '').trim().slice(0, QUOTE_LENGTH)
}
