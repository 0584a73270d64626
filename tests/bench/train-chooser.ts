/**
 * Trains the weights of utils/extract/chooser.ts on the corpora: `tsx tests/bench/train-chooser.ts [tuned|all]`.
 * "tuned" leaves out every third page (see isHeldOut), so that the held-out figures are honest; "all" is what ships, as the pages
 * that count are others again. Writes utils/extract/chooser-weights.ts.
 */
import { writeFileSync } from 'node:fs'
import { settleBlocks } from '../../utils/extract/blocks.ts'
import { addContext, asNeighbour, type Neighbour } from '../../utils/extract/context.ts'
import { gatherFacts } from '../../utils/extract/facts.ts'
import { computeFeatures } from '../../utils/extract/features.ts'
import { type ForestText, readForest } from '../../utils/extract/forest.ts'
import { readJsonLd } from '../../utils/extract/json-ld.ts'
import { locateTitle } from '../../utils/extract/locate-title.ts'
import { headlineFinder } from '../../utils/extract/title.ts'
import { addressOf, CORPUS_NAMES, type GoldPage, isHeldOut, readGold } from './corpus.ts'
import { train } from './gbdt.ts'
import { type Label, labelBlocks } from './labels.ts'
import { type Labelled, makePlain } from './plain-pages.ts'
import { loadTree } from './trees.ts'

/**
 * The levels are found by cross-validation over thirds: one less loses 0.001 to 0.003 of F1, about what runs differ by anyway; one
 * more gains nothing. 85 and 60 trees at a rate of 0.2 score the same on the held-out third, within 0.002, and take 1.7 KB more.
 */
const FIRST_OPTIONS = { trees: 50, rate: 0.3, leastWeight: 10, lambda: 5, columns: 0.4 }
const SECOND_OPTIONS = { ...FIRST_OPTIONS, trees: 34 }
/** There are 31 Chinese pages beside 1,694 others, and they matter as much. */
const CHINESE_WEIGHT = 4
/** The second look learns from scores that the first gave to pages it had not learned from: so many parts. */
const PARTS = 4

interface Page {
  readonly blocks: readonly Neighbour[]
  readonly labels: readonly Label[]
  /** What the first or the second look sees of each block. */
  readonly rows: readonly (readonly number[])[]
}

function* openPages(part: string): Generator<Page> {
  for (const corpus of CORPUS_NAMES) {
    const whole: Labelled[] = []
    for (const gold of readGold(corpus) ?? []) {
      const opened = part === 'tuned' && isHeldOut(gold.id) ? undefined : openOne(corpus, gold)
      if (!opened) continue
      yield opened.page
      if (gold.text !== undefined) whole.push(opened)
      if (whole.length === JOINED) yield plain(whole.splice(0))
    }
    if (whole.length > 0) yield plain(whole)
  }
}

/** Every page stands in a plain one, with so many others: some articles are long. */
const JOINED = 3

function plain(pages: readonly Labelled[]): Page {
  const { facts, labels } = makePlain(pages)
  return { blocks: facts.map(asPlainNeighbour), labels, rows: computeFeatures(facts, -1) }
}

function openOne(corpus: string, gold: GoldPage): (Labelled & { page: Page }) | undefined {
  const tree = loadTree(corpus, gold)
  if (!tree) return undefined
  const facts = gatherFacts(settleBlocks(tree.body))
  const find = headlineFinder(tree.head, readJsonLd(tree.head.jsonLd), addressOf(gold))
  const title = locateTitle(find, facts).block?.position ?? -1
  const times = corpus === 'chinese' ? CHINESE_WEIGHT : 1
  const labels = labelBlocks(gold, facts).map(({ truth, weight }) => ({ truth, weight: weight * times }))
  const page = { blocks: facts.map(asPlainNeighbour), labels, rows: computeFeatures(facts, title) }
  return { page, blocks: facts.map(({ block }) => block), labels }
}

/** Without hold of the page, which is large. */
function asPlainNeighbour(fact: Parameters<typeof asNeighbour>[0]): Neighbour {
  const { length, keys } = asNeighbour(fact)
  return { length, keys: keys.map(key => (typeof key === 'object' && key !== null ? idOf(key) : key)) }
}

const ids = new WeakMap<object, number>()
let lastId = 0
function idOf(key: object): number {
  const id = ids.get(key) ?? ++lastId
  ids.set(key, id)
  return id
}

function learn(pages: readonly Page[], options: typeof FIRST_OPTIONS): ForestText {
  const known = pages.flatMap(page =>
    page.labels.flatMap(({ truth, weight }, i) =>
      truth < 0 || weight === 0 ? [] : [{ row: page.rows[i] as readonly number[], truth, weight }],
    ),
  )
  const mean = known.reduce((sum, { weight }) => sum + weight, 0) / known.length
  const samples = {
    features: known.map(({ row }) => row),
    labels: Float32Array.from(known, ({ truth }) => truth),
    weights: Float32Array.from(known, ({ weight }) => weight / mean),
  }
  return train(samples, options)
}

function withContext(pages: readonly Page[], forest: ForestText): Page[] {
  const score = readForest(forest)
  return pages.map(page => ({ ...page, rows: addContext(page.blocks, page.rows, page.rows.map(score)) }))
}

function write(name: string, { base, grids, trees }: ForestText): string {
  return `// biome-ignore format: data\nexport const ${name} = { base: ${base}, grids: '${grids}', trees: '${trees}' }\n`
}

const part = process.argv[2] === 'all' ? 'all' : 'tuned'
const pages = [...openPages(part)]
console.log(`${pages.length} ${part} pages`)
const second = Array.from({ length: PARTS }, (_, k) => {
  const isOf = (_: unknown, i: number) => i % PARTS === k
  const forest = learn(
    pages.filter((page, i) => !isOf(page, i)),
    FIRST_OPTIONS,
  )
  console.log(`part ${k + 1} of ${PARTS}`)
  return withContext(pages.filter(isOf), forest)
}).flat()
writeFileSync(
  new URL('../../utils/extract/chooser-weights.ts', import.meta.url),
  `// Written by tests/bench/train-chooser.ts; see utils/extract/forest.ts for how it is read.
${write('FIRST', learn(pages, FIRST_OPTIONS))}${write('SECOND', learn(second, SECOND_OPTIONS))}`,
)
