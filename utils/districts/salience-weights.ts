/** Written by tests/bench/train-salience.ts; do not edit. */
export const BIAS = 0.07
export const WEIGHTS = {
  partInTitle: -0.59,
  inOpening: 0.54,
  once: -0.73,
  shareOfSentences: 2.38,
  hasPart: 1.23,
  office: 1.96,
  others: -0.64,
  onlyOthersInTitle: -1.2,
  cityInTitle: -0.37,
  firstAt: -4.36,
  inFull: 0.58,
  cityWeight: 0.17,
  inRoundUp: -0.99,
} as const satisfies Record<string, number>
