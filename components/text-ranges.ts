import type { Stretch } from '../utils/article/text-quote.ts'

/** The range of what stands at `stretch` in an element's text; undefined where the text is shorter. */
export function rangeOf(element: Element, { start, end }: Stretch): Range | undefined {
  const [from, to] = [pointAt(element, start, 'after'), pointAt(element, end, 'before')]
  if (!from || !to) return undefined
  const range = element.ownerDocument.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

/** Where a range lies in an element's text, cut to that element; undefined where it has no letter of it. */
export function stretchOf(element: Element, range: Range): Stretch | undefined {
  if (!range.intersectsNode(element)) return undefined
  const all = element.ownerDocument.createRange()
  all.selectNodeContents(element)
  const inside = range.cloneRange()
  if (inside.compareBoundaryPoints(Range.START_TO_START, all) < 0) inside.setStart(element, 0)
  if (inside.compareBoundaryPoints(Range.END_TO_END, all) > 0) inside.setEnd(element, element.childNodes.length)
  all.setEnd(inside.startContainer, inside.startOffset)
  const start = all.toString().length
  const end = start + inside.toString().length
  return end > start ? { start, end } : undefined
}

// At the border of two text nodes a range begins in the later and ends in the earlier one.
function pointAt(element: Element, at: number, side: 'before' | 'after'): { node: Text; offset: number } | undefined {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let passed = 0
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const until = passed + node.length
    if (at < until || (at === until && side === 'before' && at > passed)) return { node, offset: at - passed }
    passed = until
  }
  return undefined
}
