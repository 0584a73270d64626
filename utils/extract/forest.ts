/** Every printable character that needs no escape in a string: a digit each. */
export const DIGITS = Array.from({ length: 93 }, (_, i) => String.fromCharCode(33 + i))
  .join('')
  .replace(/['\\`$]/g, '')

/** Levels of splits in every tree; those that need fewer repeat themselves. */
export const DEPTH = 4
const SPLITS = 2 ** DEPTH - 1
/** Characters of a tree. */
export const TREE_SIZE = SPLITS * 3 + 1
const MIDDLE = (DIGITS.length - 1) / 2

/** Leaves are whole numbers of these. */
export const LEAF_STEP = 0.02

/** What the digit of an edge means: shares (finest near 0), logarithms, and counts. */
export const GRIDS: readonly ((digit: number) => number)[] = [
  digit => Math.sign(digit - MIDDLE) * ((digit - MIDDLE) / MIDDLE) ** 2,
  digit => -1.5 + digit * 0.17,
  digit => digit - MIDDLE + 0.5,
]

/** Boosted decision trees, written compactly. */
export interface ForestText {
  readonly base: number
  /** For each feature a digit: its grid. */
  readonly grids: string
  /** For each tree: feature and edge of each split, level by level, then the leaves. */
  readonly trees: string
}

/** @returns what the trees make of the features of a block: the log-odds that it is of the article */
export function readForest({ base, grids, trees }: ForestText): (features: readonly number[]) => number {
  const count = trees.length / TREE_SIZE
  const features = new Uint8Array(count * SPLITS)
  const edges = new Float64Array(count * SPLITS)
  const leaves = new Int8Array(count * (SPLITS + 1))
  const digit = (i: number) => DIGITS.indexOf(trees[i] as string)
  for (let tree = 0; tree < count; tree++) {
    for (let i = 0; i < SPLITS; i++) {
      const feature = digit(tree * TREE_SIZE + i * 2)
      features[tree * SPLITS + i] = feature
      edges[tree * SPLITS + i] = GRIDS[Number(grids[feature])]?.(digit(tree * TREE_SIZE + i * 2 + 1)) ?? 0
    }
    for (let i = 0; i <= SPLITS; i++) {
      leaves[tree * (SPLITS + 1) + i] = digit(tree * TREE_SIZE + SPLITS * 2 + i) - MIDDLE
    }
  }
  return row => {
    // In steps: whole numbers cost nothing to keep, where the code is not optimised yet.
    let sum = 0
    for (let split = 0, leaf = 0; split < features.length; split += SPLITS, leaf += SPLITS + 1) {
      let node = 0
      // Once for each level of DEPTH: this is where the time goes.
      for (let level = 0; level < DEPTH; level++) {
        const place = split + node
        node = node * 2 + ((row[features[place] as number] as number) <= (edges[place] as number) ? 1 : 2)
      }
      sum += leaves[leaf + node - SPLITS] as number
    }
    return base + sum * LEAF_STEP
  }
}
