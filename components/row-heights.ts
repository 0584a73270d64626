/**
 * Where the rows of a long list are. A row has its estimated height until it was measured; measuring one of 100,000 moves
 * all that come after it, so only differences are kept, as sums of sums (a Fenwick tree): a few additions for each question.
 */
export class RowHeights {
  readonly count: number
  readonly #estimate: number
  /** By row, how much higher than estimated it was measured. */
  readonly #extra: Float64Array
  /** At i (from 1) the sum over the last (i & -i) rows up to row i - 1. */
  readonly #sums: Float64Array

  /** @param before the same list with other rows: what was measured there holds for the same index until measured anew */
  constructor(count: number, estimate: number, before?: RowHeights) {
    this.count = count
    this.#estimate = estimate
    this.#extra = new Float64Array(count)
    if (before) this.#extra.set(before.#extra.subarray(0, count))
    this.#sums = new Float64Array(count + 1)
    for (let at = 1; at <= count; at++) {
      this.#sums[at] = (this.#sums[at] ?? 0) + (this.#extra[at - 1] ?? 0)
      const above = at + (at & -at)
      if (above <= count) this.#sums[above] = (this.#sums[above] ?? 0) + (this.#sums[at] ?? 0)
    }
  }

  /** Notes the height of a row; gives how much it differs from what was known. */
  set(index: number, height: number): number {
    if (index < 0 || index >= this.count) return 0
    const difference = height - this.#estimate - (this.#extra[index] ?? 0)
    if (difference === 0) return 0
    this.#extra[index] = height - this.#estimate
    for (let at = index + 1; at <= this.count; at += at & -at) this.#sums[at] = (this.#sums[at] ?? 0) + difference
    return difference
  }

  heightOf(index: number): number {
    return this.#estimate + (this.#extra[index] ?? 0)
  }

  /** Where a row begins; of `count`, where the list ends. */
  startOf(index: number): number {
    let sum = index * this.#estimate
    for (let at = index; at > 0; at -= at & -at) sum += this.#sums[at] ?? 0
    return sum
  }

  /** The row at a place; the first or the last where that is outside the list. */
  indexAt(place: number): number {
    let [index, rest] = [0, place]
    for (let step = 2 ** Math.floor(Math.log2(Math.max(1, this.count))); step >= 1; step /= 2) {
      const height = step * this.#estimate + (this.#sums[index + step] ?? 0)
      if (index + step > this.count || height > rest) continue
      index += step
      rest -= height
    }
    return Math.max(0, Math.min(index, this.count - 1))
  }
}
