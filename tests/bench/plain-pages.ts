import { type Block, settleBlocks, wrap } from '../../utils/extract/blocks.ts'
import { type BlockFacts, gatherFacts } from '../../utils/extract/facts.ts'
import type { PageElement } from '../../utils/extract/page-tree.ts'
import type { Label } from './labels.ts'

/** A page's blocks with what each of them is. */
export interface Labelled {
  readonly blocks: readonly Block[]
  readonly labels: readonly Label[]
}

/** What a plain page weighs in training, beside the page it was made of. */
const WEIGHT = 0.08

/**
 * The articles of some pages as the plainest pages have them, one after the other: paragraphs right in the body, nothing in
 * a box, nothing named. No page of the corpora is like that; old papers and books put on the web are. Takes the pages apart.
 */
export function makePlain(pages: readonly Labelled[]): { facts: BlockFacts[]; labels: Label[] } {
  const body: PageElement = { tag: 'body', attributes: {}, parent: null, hidden: false, children: [] }
  const labelOf = new Map<PageElement, Label>()
  for (const { blocks, labels } of pages) {
    for (const [i, { text, element }] of blocks.entries()) {
      const label = labels[i] as Label
      if (text === '' || label.truth !== 1) continue
      const plain = wrap(/^h[1-6]$/.test(element.tag) ? element.tag : 'p', element.children, body)
      body.children.push(plain)
      labelOf.set(plain, { truth: 1, weight: label.weight * WEIGHT })
    }
  }
  const facts = gatherFacts(settleBlocks(body))
  return { facts, labels: facts.map(fact => labelOf.get(fact.block.element) ?? { truth: -1, weight: 0 }) }
}
