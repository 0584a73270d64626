/**
 * Fits the weights of utils/districts/salience.ts by penalised logistic regression (Newton's method) to all labelled
 * items: `tsx tests/bench/train-salience.ts`. First it prints, file by file, how weights fitted to the other files do, at
 * several thresholds; then it writes utils/districts/salience-weights.ts.
 */
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { loadGazetteer } from '../../utils/districts/index.ts'
import { assignRoles } from '../../utils/districts/roles.ts'
import { type Signs, signsOf } from '../../utils/districts/salience.ts'
import { readPlaces } from '../../utils/districts/tag.ts'
import { districtFiles, isDistrict, readItems } from './district-items.ts'

/** Held out file by file, penalties from 3 to 40 differed by less than 0.005 of F1. */
const PENALTY = 10
const STEPS = 30
const THRESHOLDS = [0.35, 0.4, 0.45, 0.5, 0.55]

interface Row {
  readonly file: string
  readonly signs: Signs
  readonly label: number
}

type Model = (signs: Signs) => number

const gazetteer = await loadGazetteer()
const files = districtFiles()
const wanted = new Map<string, number>()
const rows = files.flatMap(file => rowsOf(file))
const names = Object.keys(rows[0]?.signs ?? {}) as (keyof Signs)[]

function rowsOf(file: string): Row[] {
  const items = readItems(file)
  wanted.set(file, items.flatMap(item => item.gold.main.filter(isDistrict)).length)
  return items.flatMap(({ gold, ...article }) => {
    const { fields, context, resolved } = readPlaces(article, gazetteer)
    const found = assignRoles(fields, context, resolved)
    const signs = signsOf(found, fields, context)
    return found.flatMap((entry, i) => {
      const own = signs[i]
      if (!own || entry.aside || !isDistrict(entry.district.code)) return []
      return [{ file, signs: own, label: Number(gold.main.includes(entry.district.code)) }]
    })
  })
}

/** Weights of the signs as they are, with the bias first; the penalty is on signs scaled to unit variance. */
function train(sample: readonly Row[]): number[] {
  const means = names.map(name => mean(sample.map(row => row.signs[name])))
  const spreads = names.map((name, j) => {
    const centre = means[j] ?? 0
    return Math.sqrt(mean(sample.map(row => (row.signs[name] - centre) ** 2))) || 1
  })
  const inputs = sample.map(row => [1, ...names.map((name, j) => (row.signs[name] - at(means, j)) / at(spreads, j))])
  const weights = new Array<number>(names.length + 1).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const change = newtonStep(inputs, sample, weights)
    change.forEach((delta, j) => {
      weights[j] = at(weights, j) + delta
    })
  }
  const [bias = 0, ...scaled] = weights
  const plain = scaled.map((weight, j) => weight / at(spreads, j))
  return [bias - plain.reduce((sum, weight, j) => sum + weight * at(means, j), 0), ...plain]
}

function newtonStep(inputs: readonly number[][], sample: readonly Row[], weights: readonly number[]): number[] {
  const size = weights.length
  const gradient = weights.map((weight, j) => (j === 0 ? 0 : -PENALTY * weight))
  const hessian = weights.map((_, j) => weights.map((__, k) => (j === k && j > 0 ? PENALTY : 0)))
  inputs.forEach((input, i) => {
    const p = sigmoid(input.reduce((sum, x, j) => sum + x * at(weights, j), 0))
    for (let j = 0; j < size; j++) {
      gradient[j] = at(gradient, j) + at(input, j) * ((sample[i]?.label ?? 0) - p)
      const line = hessian[j] as number[]
      for (let k = 0; k < size; k++) line[k] = at(line, k) + at(input, j) * at(input, k) * p * (1 - p)
    }
  })
  return solve(hessian, gradient)
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length
  const lines = matrix.map((line, i) => [...line, at(right, i)])
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let i = column + 1; i < size; i++)
      if (Math.abs(at(lines[i], column)) > Math.abs(at(lines[pivot], column))) pivot = i
    ;[lines[column], lines[pivot]] = [lines[pivot] as number[], lines[column] as number[]]
    for (let i = 0; i < size; i++) {
      if (i === column) continue
      const factor = at(lines[i], column) / at(lines[column], column)
      for (let k = column; k <= size; k++) (lines[i] as number[])[k] = at(lines[i], k) - factor * at(lines[column], k)
    }
  }
  return lines.map((line, i) => at(line, size) / at(line, i))
}

function modelOf([bias = 0, ...weights]: readonly number[]): Model {
  return signs => sigmoid(names.reduce((sum, name, j) => sum + at(weights, j) * signs[name], bias))
}

function report(): void {
  const held = files.map(file => ({ file, model: modelOf(train(rows.filter(row => row.file !== file))) }))
  console.log(`main F1, each file by weights fitted to the others\n${'threshold'.padEnd(16)}${THRESHOLDS.join('   ')}`)
  const sums = THRESHOLDS.map(() => ({ hit: 0, found: 0 }))
  for (const { file, model } of held) {
    const scores = THRESHOLDS.map((threshold, t) => {
      const taken = rows.filter(row => row.file === file && model(row.signs) >= threshold)
      const hit = taken.filter(row => row.label === 1).length
      const sum = sums[t]
      if (sum) Object.assign(sum, { hit: sum.hit + hit, found: sum.found + taken.length })
      return f1(hit, taken.length, wanted.get(file) ?? 0)
    })
    console.log(basename(file).padEnd(16) + scores.join('  '))
  }
  const all = [...wanted.values()].reduce((sum, count) => sum + count, 0)
  console.log('all'.padEnd(16) + sums.map(({ hit, found }) => f1(hit, found, all)).join('  '))
}

function f1(hit: number, found: number, count: number): string {
  return ((2 * hit) / (found + count || 1)).toFixed(3)
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1)
}

function at(line: readonly number[] | undefined, index: number): number {
  return line?.[index] ?? 0
}

report()
const [bias = 0, ...weights] = train(rows)
const lines = names.map((name, j) => `  ${name}: ${Number(at(weights, j).toFixed(2))},`)
writeFileSync(
  new URL('../../utils/districts/salience-weights.ts', import.meta.url),
  `/** Written by tests/bench/train-salience.ts; do not edit. */
export const BIAS = ${Number(bias.toFixed(2))}
export const WEIGHTS = {
${lines.join('\n')}
} as const satisfies Record<string, number>
`,
)
