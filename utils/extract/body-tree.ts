import type { Block } from './blocks.ts'
import type { PageElement } from './page-tree.ts'
import { isDataTable } from './tables.ts'

/** What is rendered: of a tree the blocks that are the article, and to a picture its captions. */
export interface BodyTree {
  readonly root: PageElement
  readonly blocks: ReadonlyMap<PageElement, BodyBlock>
  /** The blocks and the boxes around them: nothing else is shown. */
  readonly taken: ReadonlySet<PageElement>
  /** What is said of a picture, and who took it if that is said apart. */
  readonly captions: ReadonlyMap<PageElement, readonly PageElement[]>
}

export interface BodyBlock {
  readonly images: readonly PageElement[]
  /** One clean line. Empty where there are pictures only, or what is said of them. */
  readonly text: string
  /** How many of its characters are in links. */
  readonly linked: number
}

/**
 * The body of an article in the tree of its page, of which tables that lay it out become boxes like any other.
 * @param captions to a picture, or to another caption that none has any more, the blocks that say what it shows
 */
export function bodyTree(
  root: PageElement,
  chosen: readonly Block[],
  captions: ReadonlyMap<PageElement, readonly Block[]>,
): BodyTree {
  const all = new Set([...captions.values()].flat())
  const blocks = new Map<PageElement, BodyBlock>()
  const taken = new Set<PageElement>()
  // Only those of pictures that are shown: menus and cards have theirs, too.
  const said = new Map<PageElement, readonly PageElement[]>()
  for (const block of chosen) {
    const { element, images, linked } = block
    blocks.set(element, { images, linked, text: all.has(block) ? '' : block.text })
    for (const image of images) {
      const own = captions.get(image)
      if (own)
        said.set(
          image,
          own.map(caption => caption.element),
        )
    }
    for (let next: PageElement | null = element; next && !taken.has(next); next = next.parent) taken.add(next)
  }
  for (const element of taken)
    if (element.tag === 'table' && !blocks.has(element) && !isDataTable(element)) element.tag = 'div'
  return { root, blocks, taken, captions: said }
}
