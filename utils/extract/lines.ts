import { cleanLine } from '../article/text.ts'
import type { Block } from './blocks.ts'
import type { PageElement, PageNode } from './page-tree.ts'
import { isElement, rawText } from './tree.ts'

/** An element as values that can be sent: its tag, its attributes and what is in it (http://www.jsonml.org/syntax/). */
export type SentElement = readonly [tag: string, attributes: PageElement['attributes'], ...children: SentNode[]]
type SentNode = SentElement | string

/** A line around a text as it is sent: in the box around it, of which nothing else is; and how many characters lead elsewhere. */
export type SentLine = readonly [box: SentElement, linked: number]

/** A line around a text, as `findSource` and those who look for names read it. */
export type Line = Pick<Block, 'text' | 'linked' | 'element'>

export const sendLine = ({ element, linked }: Block): SentLine => [
  [...sendElement({ ...(element.parent ?? element), children: [element] })],
  linked,
]

/**
 * @param marks attributes to add to some of the elements within
 * @param mark those to add to this one
 */
export function sendElement(
  { tag, attributes, hidden, children }: PageElement,
  marks?: ReadonlyMap<PageElement, Readonly<Record<string, string>>>,
  mark?: Readonly<Record<string, string>>,
): SentElement {
  const own = mark || hidden ? { ...attributes, ...(hidden && { unseen: '' }), ...mark } : attributes
  return [tag, own, ...children.map(child => (isElement(child) ? sendElement(child, marks, marks?.get(child)) : child))]
}

/** The same line where it has arrived. */
export function receiveLine([box, linked]: SentLine): Line {
  const [element] = receiveElement(box, null).children
  if (!isElement(element)) throw new Error('A line without its element')
  return { element, linked, text: cleanLine(rawText(element)) }
}

export function receiveElement([tag, attributes, ...children]: SentElement, parent: PageElement | null): PageElement {
  const element: PageElement = { tag, attributes, parent, hidden: 'unseen' in attributes, children: [] }
  element.children = children.map(
    (child): PageNode => (typeof child === 'string' ? child : receiveElement(child, element)),
  )
  return element
}
