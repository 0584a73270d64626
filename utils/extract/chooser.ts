import { ALPHABET, BASE, EDGES, TREES } from './chooser-weights.ts'

interface Split {
  readonly feature: number
  readonly edge: number
  readonly below: Node
  readonly above: Node
}

type Node = Split | number

/** Leaves are written in hundredths, from minus MIDDLE up. */
const MIDDLE = Math.floor(ALPHABET.length ** 2 / 2)
const LEAF = '~'

const forest = readForest()

/**
 * How sure one can be that a block belongs to the article: the log-odds, above 0 where it rather does. Boosted decision trees,
 * trained by tests/bench/train-chooser.ts on pages whose body is known.
 * @param features as computeFeatures gives them
 */
export function scoreBlock(features: Float32Array): number {
  let sum = BASE
  for (const tree of forest) {
    let node = tree
    while (typeof node !== 'number') node = (features[node.feature] as number) <= node.edge ? node.below : node.above
    sum += node
  }
  return sum
}

function readForest(): Node[] {
  const edges = EDGES.map(list => list.split(' ').map(Number))
  let at = 0
  const digit = () => ALPHABET.indexOf(TREES[at++] as string)
  const read = (): Node => {
    if (TREES[at] === LEAF) {
      at++
      return (digit() * ALPHABET.length + digit() - MIDDLE) / 100
    }
    const feature = digit()
    const edge = edges[feature]?.[digit()] ?? 0
    const below = read()
    return { feature, edge, below, above: read() }
  }
  const trees: Node[] = []
  while (at < TREES.length) trees.push(read())
  return trees
}
