import { cleanLine } from '../article/text.ts'
import { EMBED_TAGS, INLINE_TAGS, words } from './html-words.ts'
import type { PageElement, PageNode } from './page-tree.ts'
import { elementsOf, isBlank, isElement, isImage, nameOf, rawText } from './tree.ts'

/** A paragraph, heading, list item, table cell, caption…: an element with text or pictures and no block inside. */
export interface Block {
  /** Position among the blocks of the page. */
  readonly position: number
  readonly element: PageElement
  /** One clean line. Empty for a block of pictures only. */
  readonly text: string
  /** How many of the characters of `text` are in links. */
  readonly linked: number
  readonly images: readonly PageElement[]
  readonly hidden: boolean
}

/**
 * Makes every element of the tree either a block (inline content only) or a container (blocks and containers only), by
 * wrapping loose inline content in `p`, and `<br>`-separated text into one `p` for each paragraph.
 * @returns the blocks that have something to show, in document order
 */
export function settleBlocks(body: PageElement): Block[] {
  const holders = findHolders(body)
  const blocks: Block[] = []
  const visit = (element: PageElement, inLink: boolean, hidden: boolean): void => {
    const linked = inLink || element.tag === 'a'
    const covered = hidden || element.hidden
    if (!holders.has(element) && !splitAtBreaks(element)) {
      addBlock(blocks, element, linked, covered)
      return
    }
    if (holders.has(element)) element.children = wrapLooseContent(element, holders)
    // Depth is bounded by LIMITS.depth, so recursion is safe here and below.
    for (const child of element.children) if (isElement(child)) visit(child, linked, covered)
  }
  visit(body, false, false)
  return blocks
}

function addBlock(blocks: Block[], element: PageElement, inLink: boolean, hidden: boolean): void {
  if (element.tag === 'pre') for (const box of [...elementsOf(element)]) box.children = box.children.filter(isCode)
  const images: PageElement[] = []
  const linked = measure(element, inLink, images)
  let text = cleanLine(rawText(element))
  if (images.length > 0 && COUNT.test(text)) {
    for (const box of elementsOf(element)) box.children = box.children.filter(isElement)
    text = ''
  }
  if ((SPACER.test(text) && images.length === 0) || isGutter(text, element)) return
  blocks.push({ position: blocks.length, element, text, linked: Math.min(linked, text.length), images, hidden })
}

/** Nothing, or what stands for it: a full stop, what joins letters. */
const SPACER = /^[.\u200c\u200d]?$/

/** How many more pictures there are, written on one: "+5", "1/6". */
const COUNT = /^(?:\+|\d\d? ?\/) ?\d{1,3}$/

/** The numbers of the lines of code beside it. */
const isGutter = (text: string, { tag }: PageElement): boolean =>
  /^1(?: \d+)*$/.test(text) && (tag === 'pre' || text !== '1')

/** Not the same within it, as CSDN has them, nor a button to copy it. */
const isCode = (node: PageNode): boolean => {
  if (!isElement(node)) return true
  const isNumbering = /^[uo]l$/.test(node.tag) && /^1\d*$/.test(rawText(node))
  return !isNumbering && !(/\bcopy/.test(nameOf(node)) && rawText(node).length < LONGEST_LABEL)
}
/** What a button says is shorter. */
const LONGEST_LABEL = 20

/** Collects the pictures and embeds below `element` and counts the characters of its links. */
function measure(element: PageElement, inLink: boolean, images: PageElement[]): number {
  if (isImage(element) || EMBED_TAGS.has(element.tag)) images.push(element)
  let linked = 0
  for (const child of element.children) {
    if (!isElement(child)) linked += inLink ? cleanLine(child).length : 0
    else linked += measure(child, inLink || child.tag === 'a', images)
  }
  return linked
}

/** The elements that have a block somewhere below them: all ancestors of all block-level elements. */
function findHolders(body: PageElement): Set<PageElement> {
  const holders = new Set<PageElement>([body])
  const mark = (element: PageElement): void => {
    const isOneLine = ONE_LINE.has(element.tag)
    for (const child of element.children) {
      // In a heading, boxes for a link to it that are filled when one points there (Substack) make it no holder.
      if (!isElement(child) || (isOneLine && !hasContent(child))) continue
      // A heading that is all in a box is one.
      if (child.tag === 'div' && /^h\d$/.test(element.tag) && isAlone(element) && child.children.every(isPlain))
        child.tag = 'span'
      if (!isInline(child)) markUp(child.parent, holders)
      if (child.tag !== 'pre' && !isImage(child)) mark(child)
    }
  }
  mark(body)
  return holders
}

/** Whether all that a heading has is in one node, of the few that headings have. */
const isAlone = ({ children }: PageElement): boolean => children.length < 10 && children.filter(hasContent).length === 1

const isPlain = (node: PageNode): boolean =>
  !isElement(node) || (INLINE_TAGS.has(node.tag) && node.children.every(isPlain))

/** Of an element that only its page knows, the text around it says whether it is a word among others. */
const isInline = ({ tag, parent }: PageElement): boolean =>
  INLINE_TAGS.has(tag) ||
  (tag.includes('-') && parent?.children.some(child => !isElement(child) && !isBlank(child)) === true)

function markUp(element: PageElement | null, holders: Set<PageElement>): void {
  for (let next = element; next && !holders.has(next); next = next.parent) holders.add(next)
}

function wrapLooseContent(element: PageElement, holders: ReadonlySet<PageElement>): PageNode[] {
  const { children } = element
  const result: PageNode[] = []
  let [start, isFilled] = [0, false]
  const flush = (end: number) => {
    if (isFilled) result.push(...paragraphsOf(children.slice(start, end), element))
    start = end + 1
    isFilled = false
  }
  for (let i = 0; i < children.length; i++) {
    const child = children[i] as PageNode
    if (!isElement(child) || (isInline(child) && !holders.has(child))) isFilled ||= hasContent(child)
    else {
      flush(i)
      // A paragraph with an advertisement in it is as much one as those around it.
      if (child.tag === 'p' && holders.has(child)) {
        for (const part of wrapLooseContent(child, holders)) {
          if (!isElement(part)) continue
          result.push(part)
          part.parent = element
        }
      } else result.push(child)
    }
  }
  flush(children.length)
  return result
}

const hasContent = (node: PageNode): boolean =>
  isElement(node) ? isImage(node) || node.children.some(hasContent) : !isBlank(node)

/** A run of inline content as paragraphs, cut where the author meant a new one. */
function paragraphsOf(run: PageNode[], parent: PageElement): PageElement[] {
  const parts = run.some(containsBreak) ? cutAtBreaks(run.flatMap(openWrapper)) : [run]
  return parts.map(children => wrap('p', children, parent))
}

/** Elements that are one line, however many it takes. */
const ONE_LINE = words('h1 h2 h3 h4 h5 h6 pre figcaption caption th dt')

/** Turns a block that holds several paragraphs into a container of them. */
function splitAtBreaks(element: PageElement): boolean {
  if (ONE_LINE.has(element.tag) || !element.children.some(containsBreak)) return false
  const parts = cutAtBreaks(element.children.flatMap(openWrapper))
  if (parts.length < 2) return false
  element.children = parts.map(children => wrap('p', children, element))
  if (element.tag === 'p') element.tag = 'div'
  return true
}

/** The children of a `<font>` or the like that runs over several paragraphs; anything else as it is. */
function openWrapper(node: PageNode): PageNode[] {
  if (!isElement(node) || node.tag === 'a' || node.tag === 'br' || !node.children.some(containsBreak)) return [node]
  return node.children.flatMap(openWrapper)
}

const containsBreak = (node: PageNode): boolean =>
  isElement(node) && (node.tag === 'br' || node.children.some(containsBreak))

/** `children` in a new element; they become its own. */
export function wrap(tag: string, children: PageNode[], parent: PageElement): PageElement {
  const element: PageElement = { tag, attributes: {}, parent, hidden: false, children: [] }
  element.children = children
  for (const child of children) if (isElement(child)) child.parent = element
  return element
}

/**
 * Cuts inline content where a paragraph ends: at two or more `<br>`, at one followed by an indent (U+3000 or
 * `&nbsp;&nbsp;`, as Chinese portals write), and at every one where a full line ends in a sentence mark.
 */
export function cutAtBreaks(run: readonly PageNode[]): PageNode[][] {
  const parts: PageNode[][] = []
  let part: PageNode[] = []
  const cut = () => {
    if (part.some(hasContent)) parts.push(part)
    part = []
  }
  for (let i = 0; i < run.length; i++) {
    const node = run[i] as PageNode
    if (!isElement(node) || node.tag !== 'br') {
      part.push(node)
      continue
    }
    if (isParagraphEnd(part, run, i + 1)) cut()
    else part.push(node)
  }
  cut()
  return parts
}

function isParagraphEnd(part: readonly PageNode[], run: readonly PageNode[], from: number): boolean {
  let next = from
  while (next < run.length && typeof run[next] === 'string' && /^[^\S\u3000]*$/.test(run[next] as string)) next++
  const following = run[next]
  if (following === undefined) return true
  if (isElement(following) && following.tag === 'br') return true
  const text = rawText(following, 50)
  if (/^[\n\r\t ]*(?:\u3000|\u00a0\s*\u00a0)/.test(text)) return true
  let before = ''
  for (let i = part.length - 1; i >= 0 && before.length < 30; i--) before = rawText(part[i] as PageNode) + before
  return before.length >= 30 && /[。！？…；”」』]\s*$/u.test(before.slice(-8))
}
