import type { BlockFacts } from './facts.ts'
import { clamp, FARTHEST, SHARED } from './features.ts'
import { log, runningSum } from './page-facts.ts'

/** Scores beyond this say no more. */
const SURE = 6
/** Stands for "no such block". */
const NONE = -8
/** In weighing neighbours, a paragraph longer than this counts no more, and every block at least LEAST. */
const MOST = 600
const LEAST = 10
const WINDOWS = [3, 8, 20]

/** What counts of a block for those around it. */
export interface Neighbour {
  readonly length: number
  /** What it has in common with others: its look, its parent, and the two boxes above that. */
  readonly keys: readonly unknown[]
}

export function asNeighbour({ block: { element }, length, signature }: BlockFacts): Neighbour {
  const parent = element.parent
  const second = parent?.parent ?? parent
  return { length, keys: [signature, parent, second, second?.parent ?? second] }
}

/**
 * For the second look: each block's first features (see SHARED), its score from the first look, and what that look made of the
 * blocks around it, of those in the same boxes, and of the page. An article is mostly one stretch of like blocks.
 * @param rows as computeFeatures gives them
 * @param scores the first look's log-odds
 * @param needed which of them get a second look; rows of the others stay as they are
 */
export function addContext(
  blocks: readonly Neighbour[],
  rows: readonly (readonly number[])[],
  scores: readonly number[],
  needed: (score: number) => boolean = () => true,
): (readonly number[])[] {
  const sure = scores.map(score => Math.max(-SURE, Math.min(SURE, score)))
  // Two more at both ends: to ask a list for what stands before its first is slow.
  const padded = [NONE, NONE, ...sure, NONE, NONE]
  const weights = blocks.map(block => Math.min(block.length, MOST) + LEAST)
  const worths = sure.map((score, i) => (weights[i] as number) / (1 + Math.exp(-score)))
  const [weightTo, worthTo] = [runningSum(weights), runningSum(worths)]
  const mean = (from: number, to: number) =>
    (at(worthTo, to) - at(worthTo, from)) / Math.max(1e-9, at(weightTo, to) - at(weightTo, from))
  const count = blocks.length
  const total = at(worthTo, count)
  const page = [log(total), total / Math.max(1, at(weightTo, count))]
  const alike = [0, 1, 2, 3].map(level => othersLike(blocks, level, weights, worths))
  const [distancesOf, runs] = [distances(sure), runsOf(sure, weights)]
  const [before, after] = [highestBefore(sure), highestBefore(sure.toReversed()).reverse()]
  return rows.map((row, i) => {
    if (!needed(at(scores, i))) return row
    const result = row.slice(0, SHARED)
    const add = (value: number): void => {
      result.push(value)
    }
    add(at(sure, i))
    for (const offset of [0, 1, 3, 4]) add(at(padded, i + offset))
    for (const reach of WINDOWS) {
      add(mean(Math.max(0, i - reach), i))
      add(mean(i + 1, Math.min(count, i + 1 + reach)))
    }
    add(at(worthTo, i) / Math.max(1, total))
    for (const value of distancesOf(i)) add(value)
    for (const value of runs[i] as number[]) add(value)
    for (const shareOf of alike) add(shareOf(i))
    for (const value of page) add(value)
    add(at(before, i))
    add(at(after, i))
    return result
  })
}

const at = (list: readonly number[], i: number): number => list[i] as number

/** For each block, how much of the others with the same key the first look took; -1 where there are none. */
function othersLike(
  blocks: readonly Neighbour[],
  level: number,
  weights: readonly number[],
  worths: readonly number[],
): (i: number) => number {
  const sums = new Map<unknown, [number, number]>()
  for (let i = 0; i < blocks.length; i++) {
    const key = blocks[i]?.keys[level]
    const known = sums.get(key)
    if (!known) sums.set(key, [at(weights, i), at(worths, i)])
    else {
      known[0] += at(weights, i)
      known[1] += at(worths, i)
    }
  }
  return i => {
    const [weight, worth] = sums.get(blocks[i]?.keys[level]) as [number, number]
    const rest = weight - at(weights, i)
    return rest < 1 ? -1 : (worth - at(worths, i)) / rest
  }
}

/** For each block how far the nearest taken ones are, before and after, and the first and last of the page. */
function distances(scores: readonly number[]): (i: number) => number[] {
  const first = scores.findIndex(score => score > 0)
  const last = scores.findLastIndex(score => score > 0)
  const [previous, next]: [number[], number[]] = [[], []]
  for (let i = scores.length - 1, nearest = Number.POSITIVE_INFINITY; i >= 0; i--) {
    next[i] = Math.min(FARTHEST, nearest - i)
    if (at(scores, i) > 0) nearest = i
  }
  for (let i = 0, nearest = Number.NEGATIVE_INFINITY; i < scores.length; i++) {
    previous[i] = Math.min(FARTHEST, i - nearest)
    if (at(scores, i) > 0) nearest = i
  }
  return i => [
    at(previous, i),
    at(next, i),
    ...(first < 0 ? [FARTHEST, FARTHEST] : [clamp(i - first), clamp(last - i)]),
  ]
}

/** The stretch of blocks, all taken or all left, that each block is in: how many, and how much they say. */
function runsOf(scores: readonly number[], weights: readonly number[]): number[][] {
  const result: number[][] = []
  for (let start = 0; start < scores.length; ) {
    const taken = at(scores, start) > 0
    let [end, weight] = [start, 0]
    for (; end < scores.length && at(scores, end) > 0 === taken; end++) weight += at(weights, end)
    const run = [log(end - start), log(weight)]
    for (; start < end; start++) result.push(run)
  }
  return result
}

function highestBefore(scores: readonly number[]): number[] {
  let highest = NONE
  return scores.map(score => {
    const before = highest
    highest = Math.max(highest, score)
    return before
  })
}
