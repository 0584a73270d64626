import type { Block } from '../../utils/extract/blocks.ts'
import type { BlockFacts } from '../../utils/extract/facts.ts'
import type { GoldPage } from './corpus.ts'
import { shinglesOf, squeeze, tokenize } from './shingles.ts'

/** Whether a block belongs to the article (1), does not (0), or is unknown (-1), and how much that matters. */
export interface Label {
  truth: -1 | 0 | 1
  weight: number
}

/** Labels the blocks of a page by its gold: the whole text, or the snippets that must and must not be in it. */
export function labelBlocks(gold: GoldPage, facts: readonly BlockFacts[]): Label[] {
  const blocks = facts.map(fact => fact.block)
  return gold.text === undefined ? bySnippets(gold, facts) : byText(gold.text, blocks)
}

function byText(text: string, blocks: readonly Block[]): Label[] {
  const goldTokens = tokenize(text)
  const shingles = shinglesOf(goldTokens)
  const lines = new Set(text.split('\n').map(line => tokenize(line).join(' ')))
  const tokens = blocks.map(block => tokenize(block.text))
  const isLong = (list: readonly string[]) => list.length >= 6
  const known = tokens.map(list => isLong(list) && overlap(list, shingles) >= 0.5)
  const first = known.findIndex((yes, i) => yes && (tokens[i] as string[]).length >= 12)
  const last = known.findLastIndex((yes, i) => yes && (tokens[i] as string[]).length >= 12)
  // Short lines are everywhere on a page; only those close to the body can be of it.
  const isShortOfBody = (list: readonly string[], i: number) =>
    i >= first - 4 && i <= last + 4 && (lines.has(list.join(' ')) || shingles.has(list.slice(0, 4).join(' ')))
  const total = Math.max(1, goldTokens.length)
  return tokens.map((list, i): Label => {
    if (list.length === 0) return { truth: -1, weight: 0 }
    const belongs = isLong(list) ? known[i] : isShortOfBody(list, i)
    // Of a page, what its words weigh in the score; but a short line too must be got right for an exact body.
    const weight = (Math.min(list.length, 150) / total) * 3.5 + 30 / Math.max(40, total)
    return { truth: belongs ? 1 : 0, weight }
  })
}

function overlap(tokens: readonly string[], shingles: ReadonlyMap<string, number>): number {
  let hits = 0
  for (let i = 0; i + 4 <= tokens.length; i++) if (shingles.has(tokens.slice(i, i + 4).join(' '))) hits++
  return hits / Math.max(1, tokens.length - 3)
}

function bySnippets(gold: GoldPage, facts: readonly BlockFacts[]): Label[] {
  const labels = facts.map((): Label => ({ truth: -1, weight: 0 }))
  const texts = facts.map(fact => squeeze(fact.block.text))
  let count = 0
  const add = (i: number, truth: 0 | 1) => {
    const label = labels[i] as Label
    if (label.truth === 1 && truth === 0) return
    label.truth = truth
    label.weight++
    count++
  }
  for (const snippet of (gold.with ?? []).map(squeeze)) {
    const hits = texts.flatMap((text, i) => (text.includes(snippet) ? [i] : []))
    const best = hits.length > 1 ? (hits.find(i => (facts[i] as BlockFacts).prose > 0) ?? hits[0]) : hits[0]
    if (best !== undefined) add(best, 1)
  }
  for (const snippet of (gold.without ?? []).map(squeeze)) {
    if (snippet.length >= 3) for (const [i, text] of texts.entries()) if (text.includes(snippet)) add(i, 0)
  }
  for (const label of labels) label.weight *= 2 / Math.sqrt(Math.max(1, count))
  return labels
}
