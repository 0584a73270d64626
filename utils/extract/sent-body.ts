import { cleanLine } from '../article/text.ts'
import type { BodyBlock, BodyTree } from './body-tree.ts'
import { EMBED_TAGS } from './html-words.ts'
import { receiveElement, type SentElement, sendElement } from './lines.ts'
import type { PageElement } from './page-tree.ts'
import { elementsOf, isElement, isImage, lineage, rawText } from './tree.ts'

/** A tree whose blocks and captioned pictures say so in attributes, and apart the captions that these number. */
export type SentBody = readonly [root: SentElement, captions: readonly SentElement[]]

/** The body of an article as it is sent: of its page what it takes, with the boxes around that. */
export function sendBody({ root, blocks, taken, captions }: BodyTree): SentBody {
  const numbers = new Map<PageElement, number>()
  const numberOf = (caption: PageElement): number => {
    const number = numbers.get(caption) ?? numbers.size
    numbers.set(caption, number)
    return number
  }
  const marks = new Map<PageElement, Readonly<Record<string, string>>>()
  for (const [picture, said] of captions) marks.set(picture, { said: said.map(numberOf).join(' ') })
  for (const [element, { text }] of blocks)
    marks.set(element, { ...marks.get(element), shows: text === '' ? 'pictures' : 'words' })
  const part = (element: PageElement): SentElement => {
    if (blocks.has(element)) return sendElement(element, marks, marks.get(element))
    const children = element.children.filter(child => isElement(child) && taken.has(child)) as PageElement[]
    return [element.tag, element.attributes, ...children.map(part)]
  }
  return [part(root), [...numbers.keys()].map(element => sendElement(element))]
}

/** How many characters are in links. */
function linkedIn(element: PageElement): number {
  if (lineage(element).some(({ tag }) => tag === 'a')) return cleanLine(rawText(element)).length
  return element.children.reduce((sum, child) => sum + (isElement(child) ? linkedIn(child) : 0), 0)
}

/** The same body where it has arrived. */
export function receiveBody([sentRoot, sentCaptions]: SentBody): BodyTree {
  const root = receiveElement(sentRoot, null)
  const all = sentCaptions.map(caption => receiveElement(caption, null))
  const captions = new Map<PageElement, readonly PageElement[]>()
  const blocks = new Map<PageElement, BodyBlock>()
  const taken = new Set<PageElement>()
  // All that is shown is in blocks, and these in no other.
  let images: PageElement[] = []
  for (const element of elementsOf(root)) {
    const { shows, said } = element.attributes
    taken.add(element)
    if (said)
      captions.set(
        element,
        said.split(' ').flatMap(number => all[Number(number)] ?? []),
      )
    if (shows) {
      images = []
      const text = shows === 'words' ? cleanLine(rawText(element)) : ''
      blocks.set(element, { images, text, linked: Math.min(text.length, linkedIn(element)) })
    }
    if (isImage(element) || EMBED_TAGS.has(element.tag)) images.push(element)
  }
  return { root, blocks, taken, captions }
}
