import type { Block } from './blocks.ts'
import { COLOPHON, RELATED_HEADING } from './wording.ts'

/** The blocks that are the article, given what Readability takes for it. */
export function chooseBlocks(blocks: readonly Block[], readability: ReadonlySet<number>): Block[] {
  const chosen = blocks.filter(block => readability.has(block.index) && !block.hidden)
  let end = chosen.length
  const from = Math.floor(chosen.length / 2)
  for (let i = from; i < end; i++) {
    const block = chosen[i] as Block
    if (block.text.length < 60 && (RELATED_HEADING.test(block.text) || COLOPHON.test(block.text))) end = i
  }
  return chosen.slice(0, end)
}
