import './styles/highlights.css'

/** Stretches of the page to be shown in the way named, by the name of a rule in highlights.css. */
export type Painted = Readonly<Record<string, readonly Range[]>>

const WRAPPED = 'data-painted'

/**
 * Shows ranges in colour, and no others of those names. The page's nodes stay as they are where the browser has the CSS
 * Custom Highlight API; elsewhere the letters are wrapped in `mark`.
 */
export function paintRanges(painted: Painted, body: Element): void {
  if (typeof Highlight === 'function' && CSS.highlights) {
    for (const [name, ranges] of Object.entries(painted)) CSS.highlights.set(name, new Highlight(...ranges))
    return
  }
  for (const name of Object.keys(painted)) unwrap(body, name)
  for (const [name, ranges] of Object.entries(painted)) for (const range of ranges) wrap(range, name)
}

function wrap(range: Range, name: string): void {
  for (const node of textNodesIn(range)) {
    const start = node === range.startContainer ? range.startOffset : 0
    const end = node === range.endContainer ? range.endOffset : node.length
    if (end <= start) continue
    const part = node.splitText(start)
    part.splitText(end - start)
    const mark = part.ownerDocument.createElement('mark')
    mark.setAttribute(WRAPPED, name)
    part.replaceWith(mark)
    mark.append(part)
  }
}

function textNodesIn(range: Range): Text[] {
  const root = range.commonAncestorContainer
  if (root.nodeType === Node.TEXT_NODE) return [root as Text]
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (range.intersectsNode(node)) nodes.push(node as Text)
  }
  return nodes
}

function unwrap(body: Element, name: string): void {
  for (const mark of body.querySelectorAll(`mark[${WRAPPED}="${name}"]`)) {
    const parent = mark.parentElement
    mark.replaceWith(...mark.childNodes)
    parent?.normalize()
  }
}
