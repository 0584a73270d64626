/** CSS pixels between the edge of what is seen and words that are too long to be in its middle. */
const GAP = 24

/**
 * Scrolls to the words of a range: into the middle of what is seen, or, where they do not fit there, so that reading
 * begins with their first line.
 */
export function bringIntoView(range: Range): void {
  const [first] = range.getClientRects()
  const inside = range.startContainer.parentElement
  if (!first || !inside) return
  const whole = range.getBoundingClientRect()
  const vertical = getComputedStyle(inside).writingMode.startsWith('vertical')
  const scroller = scrollerOf(inside, vertical ? 'overflowX' : 'overflowY')
  const seen = seenOf(scroller)
  if (vertical) {
    const fits = whole.width <= seen.right - seen.left
    const left = fits ? middle(whole.left, whole.right) - middle(seen.left, seen.right) : first.right - seen.right + GAP
    scroller.scrollBy({ left, behavior: 'instant' })
  } else {
    const fits = whole.height <= seen.bottom - seen.top
    const top = fits ? middle(whole.top, whole.bottom) - middle(seen.top, seen.bottom) : first.top - seen.top - GAP
    scroller.scrollBy({ top, behavior: 'instant' })
  }
}

const middle = (from: number, to: number) => (from + to) / 2

function scrollerOf(inside: Element, overflow: 'overflowX' | 'overflowY'): Element {
  for (let element: Element | null = inside; element; element = element.parentElement) {
    const isBody = element === document.body || element === document.documentElement
    if (!isBody && /auto|scroll/.test(getComputedStyle(element)[overflow])) return element
  }
  return document.scrollingElement ?? document.documentElement
}

// A bar may lie on the upper edge of the page.
function seenOf(scroller: Element): { left: number; right: number; top: number; bottom: number } {
  if (scroller !== document.scrollingElement) return scroller.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  const top = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0
  return { left: 0, right: clientWidth, top, bottom: clientHeight }
}
