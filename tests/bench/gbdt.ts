/** Gradient-boosted decision trees with logistic loss, on histograms: small, plain, and the same on every machine. */
export interface Options {
  readonly trees: number
  readonly depth: number
  /** How much of each tree's step is taken. */
  readonly rate: number
  /** The least weight (second derivative) in a leaf, and the regularisation of its value. */
  readonly leastWeight: number
  readonly lambda: number
  /** Share of the features each tree may use. */
  readonly columns: number
}

export interface Split {
  readonly feature: number
  readonly bin: number
  readonly below: TreeNode
  readonly above: TreeNode
}
export type TreeNode = Split | number

export interface Model {
  readonly base: number
  /** For each feature, the values between its bins, ascending. */
  readonly edges: readonly (readonly number[])[]
  readonly trees: readonly TreeNode[]
}

export interface Samples {
  readonly features: readonly Float32Array[]
  readonly labels: Float32Array
  readonly weights: Float32Array
}

const BINS = 32

export function train(samples: Samples, options: Options): Model {
  const width = samples.features[0]?.length ?? 0
  const edges = Array.from({ length: width }, (_, j) => edgesOf(samples.features, j))
  const bins = edges.map((list, j) => Uint8Array.from(samples.features, row => binOf(list, row[j] as number)))
  const base = logOddsOf(samples)
  const scores = new Float32Array(samples.labels.length).fill(base)
  const random = generator(1)
  const trees: TreeNode[] = []
  for (let k = 0; k < options.trees; k++) {
    const columns = edges.flatMap((list, j) => (list.length > 0 && random() < options.columns ? [j] : []))
    trees.push(new TreeBuilder(samples, scores, bins, edges, options).grow(columns))
  }
  return { base, edges, trees }
}

class TreeBuilder {
  private readonly gradients: Float32Array
  private readonly curvatures: Float32Array

  constructor(
    samples: Samples,
    private readonly scores: Float32Array,
    private readonly bins: readonly Uint8Array[],
    private readonly edges: readonly (readonly number[])[],
    private readonly options: Options,
  ) {
    this.gradients = new Float32Array(scores.length)
    this.curvatures = new Float32Array(scores.length)
    for (let i = 0; i < scores.length; i++) {
      const chance = 1 / (1 + Math.exp(-(scores[i] as number)))
      this.gradients[i] = (samples.weights[i] as number) * ((samples.labels[i] as number) - chance)
      this.curvatures[i] = (samples.weights[i] as number) * Math.max(1e-4, chance * (1 - chance))
    }
  }

  grow(columns: readonly number[]): TreeNode {
    return this.split(Int32Array.from(this.scores.keys()), columns, this.options.depth)
  }

  private split(rows: Int32Array, columns: readonly number[], depth: number): TreeNode {
    const best = depth > 0 ? this.bestSplit(rows, columns) : undefined
    if (!best) return this.leaf(rows)
    const column = this.bins[best.feature] as Uint8Array
    const below = rows.filter(row => (column[row] as number) <= best.bin)
    const above = rows.filter(row => (column[row] as number) > best.bin)
    return { ...best, below: this.split(below, columns, depth - 1), above: this.split(above, columns, depth - 1) }
  }

  private leaf(rows: Int32Array): number {
    let [gradient, curvature] = [0, 0]
    for (const row of rows) {
      gradient += this.gradients[row] as number
      curvature += this.curvatures[row] as number
    }
    // In hundredths, as they are stored.
    const value = Math.round((100 * this.options.rate * gradient) / (curvature + this.options.lambda)) / 100
    for (const row of rows) this.scores[row] = (this.scores[row] as number) + value
    return value
  }

  private bestSplit(rows: Int32Array, columns: readonly number[]): { feature: number; bin: number } | undefined {
    const { lambda, leastWeight } = this.options
    let best: { feature: number; bin: number; gain: number } | undefined
    for (const feature of columns) {
      const { gradients, curvatures } = this.histogram(rows, this.bins[feature] as Uint8Array)
      const [allGradient, allCurvature] = [sum(gradients), sum(curvatures)]
      const parent = allGradient ** 2 / (allCurvature + lambda)
      let [gradient, curvature] = [0, 0]
      for (let bin = 0; bin < (this.edges[feature]?.length ?? 0); bin++) {
        gradient += gradients[bin] as number
        curvature += curvatures[bin] as number
        const rest = allCurvature - curvature
        if (curvature < leastWeight || rest < leastWeight) continue
        const gain = gradient ** 2 / (curvature + lambda) + (allGradient - gradient) ** 2 / (rest + lambda) - parent
        if (gain > (best?.gain ?? 1e-4)) best = { feature, bin, gain }
      }
    }
    return best && { feature: best.feature, bin: best.bin }
  }

  private histogram(rows: Int32Array, column: Uint8Array) {
    const gradients = new Float64Array(BINS)
    const curvatures = new Float64Array(BINS)
    for (const row of rows) {
      const bin = column[row] as number
      gradients[bin] = (gradients[bin] as number) + (this.gradients[row] as number)
      curvatures[bin] = (curvatures[bin] as number) + (this.curvatures[row] as number)
    }
    return { gradients, curvatures }
  }
}

/** Values that part the samples into bins of like size, to three digits. */
function edgesOf(features: readonly Float32Array[], j: number): number[] {
  const step = Math.max(1, Math.floor(features.length / 40_000))
  const values = features.filter((_, i) => i % step === 0).map(row => row[j] as number)
  values.sort((a, b) => a - b)
  const distinct = [...new Set(values)]
  const edges =
    distinct.length <= BINS
      ? distinct.slice(1).map((value, i) => (value + (distinct[i] as number)) / 2)
      : Array.from({ length: BINS - 1 }, (_, i) => values[Math.floor(((i + 1) * values.length) / BINS)] as number)
  return [...new Set(edges.map(edge => Number(edge.toPrecision(3))))].sort((a, b) => a - b)
}

/** The first bin whose upper edge is not below `value`. */
function binOf(edges: readonly number[], value: number): number {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (value > (edges[middle] as number)) low = middle + 1
    else high = middle
  }
  return low
}

function logOddsOf({ labels, weights }: Samples): number {
  let yes = 0
  for (let i = 0; i < labels.length; i++) yes += (weights[i] as number) * (labels[i] as number)
  return Math.log(yes / (sum(weights) - yes))
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}

/** A linear congruential generator (Numerical Recipes), so that training twice gives the same weights. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
