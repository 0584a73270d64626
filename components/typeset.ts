import type { Convert } from './chinese-script.ts'

/**
 * What CSS cannot do, or not yet everywhere, done to the text nodes of an article that is about to be shown. The text
 * itself (`textContent`, what is copied, searched and marked) stays letter for letter the same, but for `convert`.
 */
export interface Typesetting {
  convert: Convert | undefined
  /** Squeezes punctuation that stands together; where the browser does it itself it is not asked for. */
  squeeze: boolean
  /** Sets two digits upright in one square, for vertical lines. */
  uprightDigits: boolean
}

const CLOSING = '」』）》〉】〕｝”’'
const OPENING = '「『（《〈【〔｛“‘'
/** Their ink is in the first half of the square in mainland fonts; traditional ones set them in the middle. */
const STOPS = '，。、；：！？'
/** GB/T 15834 and CLREQ 3.1.6: of two marks that meet, one gives up the blank half of its square. */
const CLOSING_BEFORE = new RegExp(`[${CLOSING}${STOPS}](?=[${CLOSING}${OPENING}${STOPS}])`, 'g')
const CLOSING_BEFORE_TRADITIONAL = new RegExp(`[${CLOSING}](?=[${CLOSING}${OPENING}])`, 'g')
const OPENING_AFTER = new RegExp(`(?<=[${OPENING}])[${OPENING}]`, 'g')
const TWO_DIGITS = /(?<![\d.,:%/A-Za-z-])\d{2}(?![\d.,:%/A-Za-z-])/g

export function typeset(
  root: DocumentFragment,
  { convert, squeeze, uprightDigits }: Typesetting,
  language: string,
): void {
  if (convert) convertText(root, convert)
  if (squeeze) {
    wrapMatches(
      root,
      /zh-(?:Hant|TW|HK|MO)/i.test(language) ? CLOSING_BEFORE_TRADITIONAL : CLOSING_BEFORE,
      'squeeze-end',
    )
    wrapMatches(root, OPENING_AFTER, 'squeeze-start')
  }
  if (uprightDigits) wrapMatches(root, TWO_DIGITS, 'upright')
}

function convertText(root: DocumentFragment, convert: Convert): void {
  for (const node of textNodesOf(root)) node.data = convert(node.data)
  for (const image of root.querySelectorAll('img[alt]'))
    image.setAttribute('alt', convert(image.getAttribute('alt') ?? ''))
}

function wrapMatches(root: DocumentFragment, pattern: RegExp, name: string): void {
  for (const node of textNodesOf(root)) {
    // From the end, so that offsets before it stay.
    for (const match of [...node.data.matchAll(pattern)].reverse()) {
      const mark = node.splitText(match.index)
      mark.splitText(match[0].length)
      const span = root.ownerDocument.createElement('span')
      span.className = name
      mark.replaceWith(span)
      span.append(mark)
    }
  }
}

function textNodesOf(root: DocumentFragment): Text[] {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    if (!node.parentElement?.closest('pre, code')) nodes.push(node)
  }
  return nodes
}

/**
 * Must punctuation be squeezed in the text? Not where two marks that meet already take less than two squares, as with
 * `text-spacing-trim` and a font that has the half-width forms; nor where the font sets them narrow, as Latin fonts do.
 * @param holder an element that is shown in the font of the article
 */
export function needsSqueezing(holder: Element): boolean {
  const probe = holder.ownerDocument.createElement('span')
  probe.style.cssText = 'position:absolute;visibility:hidden;white-space:nowrap;text-indent:0'
  const widthOf = (text: string) => {
    probe.textContent = text
    return probe.getBoundingClientRect().width
  }
  holder.append(probe)
  const [square, pair] = [widthOf('国'), widthOf('国。」国') - widthOf('国国')]
  probe.remove()
  return square > 0 && pair > 1.9 * square
}
