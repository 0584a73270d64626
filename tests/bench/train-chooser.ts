/**
 * Trains the weights of utils/extract/chooser.ts on the corpora: `tsx tests/bench/train-chooser.ts [tuned|all]`.
 * "tuned" leaves out every third page (see isHeldOut), so that the held-out figures are honest; "all" is what ships, as the pages
 * that count are others again. Writes utils/extract/chooser-weights.ts.
 */
import { writeFileSync } from 'node:fs'
import { settleBlocks } from '../../utils/extract/blocks.ts'
import { gatherFacts } from '../../utils/extract/facts.ts'
import { computeFeatures } from '../../utils/extract/features.ts'
import { readJsonLd } from '../../utils/extract/json-ld.ts'
import { locateTitle } from '../../utils/extract/locate-title.ts'
import { CORPUS_NAMES, isHeldOut, readGold } from './corpus.ts'
import { type Model, type TreeNode, train } from './gbdt.ts'
import { labelBlocks } from './labels.ts'
import { loadTree } from './trees.ts'

/** Found on the tuned part: more or deeper trees gain nothing on the held-out one. */
const OPTIONS = { trees: 120, depth: 4, rate: 0.12, leastWeight: 40, lambda: 5, columns: 0.4 }
/** There are 31 Chinese pages beside 1,694 others, and they matter as much. */
const CHINESE_WEIGHT = 4

const ALPHABET = Array.from({ length: 126 - 35 }, (_, i) => String.fromCharCode(35 + i))
  .join('')
  .replace('\\', '')

function collect(part: string) {
  const features: Float32Array[] = []
  const labels: number[] = []
  const weights: number[] = []
  for (const corpus of CORPUS_NAMES) {
    for (const gold of readGold(corpus) ?? []) {
      if (part === 'tuned' && isHeldOut(gold.id)) continue
      const page = loadTree(corpus, gold)
      if (!page) continue
      const facts = gatherFacts(settleBlocks(page.body))
      const rows = computeFeatures(
        facts,
        locateTitle(page.head, readJsonLd(page.head.jsonLd), facts).block?.index ?? -1,
      )
      for (const [i, { truth, weight }] of labelBlocks(gold, facts).entries()) {
        if (truth < 0 || weight === 0) continue
        features.push(rows[i] as Float32Array)
        labels.push(truth)
        weights.push(weight * (corpus === 'chinese' ? CHINESE_WEIGHT : 1))
      }
    }
  }
  const mean = weights.reduce((a, b) => a + b, 0) / weights.length
  return { features, labels: Float32Array.from(labels), weights: Float32Array.from(weights, weight => weight / mean) }
}

/** Only the edges in use are stored, and splits name them by their place among these. */
function write(model: Model): string {
  const used = model.edges.map(() => new Set<number>())
  const visit = (node: TreeNode): void => {
    if (typeof node === 'number') return
    used[node.feature]?.add(node.bin)
    visit(node.below)
    visit(node.above)
  }
  model.trees.forEach(visit)
  const places = used.map(bins => [...bins].sort((a, b) => a - b))
  const middle = Math.floor(ALPHABET.length ** 2 / 2)
  const encode = (node: TreeNode): string => {
    if (typeof node === 'number') {
      const value = Math.round(node * 100) + middle
      return `~${ALPHABET[Math.floor(value / ALPHABET.length)]}${ALPHABET[value % ALPHABET.length]}`
    }
    const place = places[node.feature]?.indexOf(node.bin) ?? 0
    return `${ALPHABET[node.feature]}${ALPHABET[place]}${encode(node.below)}${encode(node.above)}`
  }
  const edges = places.map((bins, j) => bins.map(bin => model.edges[j]?.[bin]).join(' '))
  const quote = (text: string) => `'${text.replaceAll("'", "\\'")}'`
  return `// Written by tests/bench/train-chooser.ts; see utils/extract/chooser.ts for how it is read.
// biome-ignore format: data
export const ALPHABET = ${quote(ALPHABET)}
export const BASE = ${model.base.toFixed(3)}
// biome-ignore format: data
export const EDGES: readonly string[] = [${edges.map(quote).join(',')}]
// biome-ignore format: data
export const TREES = ${quote(model.trees.map(encode).join(''))}
`
}

const part = process.argv[2] === 'all' ? 'all' : 'tuned'
const samples = collect(part)
console.log(`${samples.labels.length} blocks of the ${part} pages`)
writeFileSync(new URL('../../utils/extract/chooser-weights.ts', import.meta.url), write(train(samples, OPTIONS)))
