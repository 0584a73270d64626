import { cleanLine } from '../article/text.ts'
import type { Block } from './blocks.ts'
import type { PageElement, PageNode } from './page-tree.ts'
import { isElement, lineage, rawText } from './tree.ts'

/** An element as values that can be sent: its tag, its attributes and what is in it (http://www.jsonml.org/syntax/). */
export type SentElement = readonly [tag: string, attributes: PageElement['attributes'], ...children: SentNode[]]
type SentNode = SentElement | string

/**
 * A line around a text as it is sent: with the boxes around it, innermost first; how many characters lead elsewhere; and
 * where among the blocks of the text it is, -1 where it is none of them.
 */
export type SentLine = readonly [line: SentElement, boxes: readonly SentElement[], linked: number, place: number]

/** A line around a text, as `findSource`, `findSubtitle` and those who look for names read it: alone in its boxes. */
export interface Line extends Pick<Block, 'text' | 'linked' | 'element' | 'hidden'> {
  readonly place: number
}

/** How many boxes around a line are sent, and how much longer the text of one may be that says no more: by a label. */
const BOXES = 2
const LABEL = 12

export function sendLine({ element, linked, hidden, text }: Block, place = -1): SentLine {
  const said = text.length + LABEL
  const boxes = lineage(element, BOXES + 1).slice(1)
  const sent = boxes.map((box): SentElement => {
    const saysMore = cleanLine(rawText(box, said * 2)).length > said
    return [box.tag, { ...box.attributes, ...(saysMore && { more: '' }), ...(hidden && { unseen: '' }) }]
  })
  return [sendElement(element), sent, linked, place]
}

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
export function receiveLine([line, boxes, linked, place]: SentLine): Line {
  const parent = boxes.reduceRight<PageElement | null>((outer, box) => receiveElement(box, outer), null)
  const element = receiveElement(line, parent)
  for (let inner = element; inner.parent; inner = inner.parent) inner.parent.children = [inner]
  return {
    element,
    linked,
    place,
    hidden: 'unseen' in element.attributes || !!parent?.hidden,
    text: cleanLine(rawText(element)),
  }
}

export function receiveElement([tag, attributes, ...children]: SentElement, parent: PageElement | null): PageElement {
  const element: PageElement = { tag, attributes, parent, hidden: 'unseen' in attributes, children: [] }
  element.children = children.map(
    (child): PageNode => (typeof child === 'string' ? child : receiveElement(child, element)),
  )
  return element
}
