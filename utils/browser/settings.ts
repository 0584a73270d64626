import { browser } from './api.ts'
import { BUCKET } from './library-place.ts'

const READING = 'reading'
const SPEECH = 'speech'

declare global {
  /** Defined by public/theme.js, which shows settings before the first paint and after every change. */
  var showReadingSettings: ((settings: object) => void) | undefined
}

/** The reading settings as they were stored, unchecked; undefined where none were. */
export async function storedReading(): Promise<unknown> {
  return (await browser.storage.local.get(READING))[READING]
}

/** Stores the reading settings for all pages; theme.js finds its copy in localStorage. */
export async function storeReading(settings: object): Promise<void> {
  showReading(settings)
  await browser.storage.local.set({ [READING]: settings })
}

/** How articles are read aloud, as it was stored, unchecked; undefined where nothing was. */
export async function storedSpeech(): Promise<unknown> {
  return (await browser.storage.local.get(SPEECH))[SPEECH]
}

export async function storeSpeech(speech: object): Promise<void> {
  await browser.storage.local.set({ [SPEECH]: speech })
}

/** Calls `onChange` when another page changed the settings; returns the way to stop. */
export function watchReading(onChange: (stored: unknown) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[READING]) onChange(changes[READING].newValue)
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}

/** Sets this page by `settings`, and leaves the copy that the next page's first paint reads. */
export function showReading(settings: object): void {
  globalThis.showReadingSettings?.(settings)
  try {
    localStorage.setItem(READING, JSON.stringify(settings))
  } catch (error) {
    console.info('No copy of the settings for the first paint:', error)
  }
}

/** Forgets every setting, but not where the library is. */
export async function clearSettings(): Promise<void> {
  const keys = Object.keys(await browser.storage.local.get(null))
  await browser.storage.local.remove(keys.filter(key => key !== BUCKET))
  localStorage.clear()
}
