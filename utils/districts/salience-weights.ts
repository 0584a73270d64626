/** Written by tests/bench/train-salience.ts; do not edit. */
export const BIAS = -0.13
export const WEIGHTS = {
  partInTitle: -0.42,
  inOpening: 0.89,
  once: -0.8,
  shareOfSentences: 2.09,
  hasPart: 0.96,
  office: 1.47,
  others: -0.62,
  onlyOthersInTitle: -1.39,
  cityInTitle: -0.16,
  firstAt: -3.62,
  inFull: 0.57,
  cityWeight: 0.19,
  inRoundUp: -1.26,
} as const satisfies Record<string, number>
