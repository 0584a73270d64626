import type { Block } from './blocks.ts'
import { EMBED_TAGS } from './html-words.ts'
import { receiveElement, type SentElement, sendElement } from './lines.ts'
import type { PageElement } from './page-tree.ts'
import { isDataTable } from './tables.ts'
import { elementsOf, isElement, isImage } from './tree.ts'

/** What is rendered: the body as a tree of its own, its blocks, and to a picture its caption, and who took it if that is said apart. */
export interface BodyTree {
  readonly root: PageElement
  readonly blocks: ReadonlyMap<PageElement, BodyBlock>
  readonly captions: ReadonlyMap<PageElement, readonly PageElement[]>
}

export interface BodyBlock {
  readonly images: readonly PageElement[]
  /** Whether it is text, and not pictures only or what is said of them. */
  readonly isText: boolean
}

/** A tree whose blocks and captioned pictures say so in attributes, and apart the captions that these number. */
export type SentBody = readonly [root: SentElement, captions: readonly SentElement[]]

/**
 * The body of an article as it is sent: of its page what it takes, with the boxes around that.
 * @param captions to a picture, or to another caption that none has any more, the blocks that say what it shows
 */
export function sendBody(
  body: PageElement,
  chosen: readonly Block[],
  captions: ReadonlyMap<PageElement, readonly Block[]>,
): SentBody {
  const all = new Set([...captions.values()].flat())
  // Only those of pictures that are sent: menus and cards have theirs, too.
  const numbers = new Map<Block, number>()
  const numberOf = (caption: Block): number => {
    const number = numbers.get(caption) ?? numbers.size
    numbers.set(caption, number)
    return number
  }
  const marks = new Map<PageElement, Readonly<Record<string, string>>>()
  for (const block of chosen) {
    for (const image of block.images) {
      const said = captions.get(image)?.map(numberOf).join(' ')
      if (said) marks.set(image, { said })
    }
    const shows = block.text === '' || all.has(block) ? 'pictures' : 'words'
    marks.set(block.element, { ...marks.get(block.element), shows })
  }
  const taken = new Set<PageElement>()
  for (const { element } of chosen)
    for (let next: PageElement | null = element; next && !taken.has(next); next = next.parent) taken.add(next)
  const part = (element: PageElement): SentElement => {
    const mark = marks.get(element)
    if (mark?.shows) return sendElement(element, marks, mark)
    const tag = element.tag === 'table' && !isDataTable(element) ? 'div' : element.tag
    const children = element.children.filter(child => isElement(child) && taken.has(child)) as PageElement[]
    return [tag, element.attributes, ...children.map(part)]
  }
  return [part(body), [...numbers.keys()].map(({ element }) => sendElement(element))]
}

/** The same body where it has arrived. */
export function receiveBody([sentRoot, sentCaptions]: SentBody): BodyTree {
  const root = receiveElement(sentRoot, null)
  const all = sentCaptions.map(caption => receiveElement(caption, null))
  const captions = new Map<PageElement, readonly PageElement[]>()
  const blocks = new Map<PageElement, BodyBlock>()
  // All that is shown is in blocks, and these in no other.
  let images: PageElement[] = []
  for (const element of elementsOf(root)) {
    const { shows, said } = element.attributes
    if (said)
      captions.set(
        element,
        said.split(' ').flatMap(number => all[Number(number)] ?? []),
      )
    if (shows) {
      images = []
      blocks.set(element, { images, isText: shows === 'words' })
    }
    if (isImage(element) || EMBED_TAGS.has(element.tag)) images.push(element)
  }
  return { root, blocks, captions }
}
