import type { Script } from './chinese-script.ts'

/** How articles are set. A reader's choice, the same on every page. */
export interface ReadingSettings {
  theme: 'system' | 'light' | 'dark' | 'sepia'
  font: 'song' | 'hei' | 'kai' | 'system'
  /** CSS pixels. */
  size: number
  /** Line height, in sizes. */
  leading: number
  /** Characters a line. */
  measure: number
  paragraphs: 'indent' | 'gap'
  justify: 'on' | 'off'
  /** Squeezing of punctuation that stands together. */
  squeeze: 'on' | 'off'
  pictures: 'on' | 'off'
  /** Chinese characters: as the portal has them, or all simplified or traditional. */
  script: Script
  /** Direction of the lines of Chinese and Japanese articles in the reader. */
  writing: 'horizontal' | 'vertical'
}

/** W3C CLREQ's habits for a book page: two characters' indent, both edges even, 36 characters a line. */
export const DEFAULT_READING: Readonly<ReadingSettings> = {
  theme: 'system',
  font: 'song',
  size: 18,
  leading: 1.8,
  measure: 36,
  paragraphs: 'indent',
  justify: 'on',
  squeeze: 'on',
  pictures: 'on',
  script: 'original',
  writing: 'horizontal',
}

export const READING_CHOICES = {
  theme: ['system', 'light', 'sepia', 'dark'],
  font: ['song', 'hei', 'kai', 'system'],
  paragraphs: ['indent', 'gap'],
  justify: ['on', 'off'],
  squeeze: ['on', 'off'],
  pictures: ['on', 'off'],
  script: ['original', 'simplified', 'traditional'],
  writing: ['horizontal', 'vertical'],
} as const satisfies { [K in keyof ReadingSettings]?: readonly ReadingSettings[K][] }

export const READING_RANGES = {
  size: { min: 14, max: 30, step: 1 },
  leading: { min: 1.4, max: 2.4, step: 0.1 },
  measure: { min: 20, max: 50, step: 2 },
} as const

/**
 * Settings from a store or a file: what is missing or out of its range takes the default, whatever else is there is
 * left out.
 */
export function readingSettingsOf(stored: unknown): ReadingSettings {
  const given = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {}
  const settings = { ...DEFAULT_READING }
  for (const [name, choices] of Object.entries(READING_CHOICES)) {
    const value = given[name]
    if ((choices as readonly unknown[]).includes(value)) Object.assign(settings, { [name]: value })
  }
  for (const [name, { min, max }] of Object.entries(READING_RANGES)) {
    const value = given[name]
    if (typeof value === 'number' && value >= min && value <= max) Object.assign(settings, { [name]: value })
  }
  return settings
}

/** What names a file of reading settings. */
const FORMAT = 'kaifong-reading'

/** Settings as the text of a file: JSON that says what it is. */
export function fileOfReading(settings: ReadingSettings): string {
  return `${JSON.stringify({ kind: FORMAT, version: 1, settings }, null, 2)}\n`
}

/** The settings that `fileOfReading` wrote, each checked; undefined for any other text. */
export function readingOfFile(text: string): ReadingSettings | undefined {
  try {
    const file: unknown = JSON.parse(text)
    if (typeof file !== 'object' || file === null || !('kind' in file) || file.kind !== FORMAT) return undefined
    return readingSettingsOf('settings' in file ? file.settings : undefined)
  } catch {
    return undefined
  }
}
