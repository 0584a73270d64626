const GAP = 8
const HEIGHT = 46

/**
 * Where a bar for words in the text goes: under them, as far as the window allows.
 * @returns its upper edge and its middle, in CSS pixels of the window
 */
export function placeUnder(range: Range, halfWidth: number): { x: number; y: number } {
  const { left, width, bottom } = range.getBoundingClientRect()
  const x = Math.max(halfWidth, Math.min(document.documentElement.clientWidth - halfWidth, left + width / 2))
  return { x, y: Math.max(GAP, Math.min(innerHeight - HEIGHT - GAP, bottom + GAP)) }
}
