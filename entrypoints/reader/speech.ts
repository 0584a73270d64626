/** How a reader wants articles read aloud. */
export interface Speech {
  /** 1 is the voice's own speed. */
  rate: number
  /** The voice chosen for each language ("zh"), by its URI. */
  voices: Record<string, string>
}

export const RATES = { min: 0.5, max: 2.5, step: 0.1 } as const

/** Takes what was stored for a `Speech`; what is not one of its values stands as if it had never been chosen. */
export function speechOf(stored: unknown): Speech {
  const { rate, voices } = (typeof stored === 'object' && stored ? stored : {}) as { rate?: unknown; voices?: unknown }
  const chosen = Object.entries(typeof voices === 'object' && voices ? voices : {})
  return {
    rate: typeof rate === 'number' && rate >= RATES.min && rate <= RATES.max ? rate : 1,
    voices: Object.fromEntries(chosen.filter(([, voice]) => typeof voice === 'string')),
  }
}

/** The language that voices are chosen for: "zh" of "zh-Hans-CN". */
export function stemOf(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? ''
}
