import { Readability } from '@mozilla/readability'
import type { Block } from './blocks.ts'
import { INLINE_TAGS } from './html-words.ts'
import type { PageElement, PageTree } from './page-tree.ts'

const INDEX = 'data-i'

/** Han says in 140 characters what Readability's default of 500 assumes for Latin script. */
const CHARACTER_THRESHOLD = { han: 140, other: 500 }

/**
 * What Readability takes for the article, as indexes of blocks. It gets a slim document of its own (text, links,
 * pictures, class names), which also makes it faster than on the page itself.
 * @param host only lends its implementation for a new document
 */
export function readabilityView(page: PageTree, blocks: readonly Block[], host: Document, han: boolean): Set<number> {
  const document = host.implementation.createHTMLDocument('')
  const indexes = new Map(blocks.map(block => [block.element, block.index]))
  document.body.append(...(build(page.body, document, indexes)?.childNodes ?? []))
  const charThreshold = han ? CHARACTER_THRESHOLD.han : CHARACTER_THRESHOLD.other
  const parsed = new Readability<Element>(document, {
    charThreshold,
    disableJSONLD: true,
    serializer: node => node as Element,
  })
  const content = parsed.parse()?.content
  const chosen = new Set<number>()
  for (const element of content?.querySelectorAll(`[${INDEX}]`) ?? []) chosen.add(Number(element.getAttribute(INDEX)))
  return chosen
}

function build(source: PageElement, document: Document, indexes: ReadonlyMap<PageElement, number>): Element | null {
  if (source.hidden) return null
  const element = createElement(source, document)
  const index = indexes.get(source)
  if (index !== undefined) element.setAttribute(INDEX, String(index))
  for (const child of source.children) {
    if (typeof child === 'string') element.append(child)
    else if (index === undefined || child.tag === 'a' || child.tag === 'img' || child.tag === 'br') {
      const built = build(child, document, indexes)
      if (built) element.append(built)
    } else appendInline(child, element, document, indexes)
  }
  return element
}

/** Emphasis and fonts tell Readability nothing: only their text, links and pictures are passed on. */
function appendInline(
  source: PageElement,
  target: Element,
  document: Document,
  indexes: ReadonlyMap<PageElement, number>,
): void {
  for (const child of source.children) {
    if (typeof child === 'string') target.append(child)
    else if (child.tag === 'a' || child.tag === 'img' || !INLINE_TAGS.has(child.tag)) {
      const built = build(child, document, indexes)
      if (built) target.append(built)
    } else appendInline(child, target, document, indexes)
  }
}

function createElement(source: PageElement, document: Document): Element {
  const tag = /^[a-z][a-z0-9]*$/.test(source.tag) && source.tag !== 'body' && source.tag !== 'html' ? source.tag : 'div'
  const element = document.createElement(tag)
  for (const name of ['class', 'id', 'role', 'itemprop', 'href', 'src']) {
    const value = source.attributes[name]
    if (value) element.setAttribute(name, value)
  }
  return element
}
