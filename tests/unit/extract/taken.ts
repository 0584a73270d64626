import { settleBlocks } from '../../../utils/extract/blocks.ts'
import { gatherFacts } from '../../../utils/extract/facts.ts'
import { type PageTree, readPage } from '../../../utils/extract/page-tree.ts'
import { takeWhole } from '../../../utils/extract/take-whole.ts'
import { openPage } from './open-page.ts'

/** What is taken of a page whose blocks say how sure one is of them, "3 Soup for all", or are given so. */
export function taken(body: string, scores?: readonly number[]): string[] {
  const page = readPage(openPage(`<body>${body}`), 'https://news.example/1.html') as PageTree
  const facts = gatherFacts(settleBlocks(page.body))
  const isTaken = takeWhole(facts, scores ?? facts.map(({ block }) => Number.parseFloat(block.text)))
  return facts.filter((_, i) => isTaken[i]).map(({ block }) => block.text)
}

/** A paragraph of sentences. */
export const SAYS =
  'The night market opened again on Friday. Forty stalls were back, and the queue went round the corner twice.'
