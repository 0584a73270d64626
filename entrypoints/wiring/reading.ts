import { signal } from '@preact/signals'
import { DEFAULT_READING, type ReadingSettings, readingSettingsOf } from '../../components/reading-settings.ts'
import { showReading, storedReading, storeReading, watchReading } from '../../utils/browser/settings.ts'

/** The reader's settings, live on every open page. */
export const reading = signal<ReadingSettings>({ ...DEFAULT_READING })

export async function startReading(): Promise<void> {
  const take = (stored: unknown) => {
    reading.value = readingSettingsOf(stored)
    showReading(reading.value)
  }
  watchReading(take)
  take(await storedReading())
}

export async function changeReading(change: Partial<ReadingSettings>): Promise<void> {
  reading.value = { ...reading.value, ...change }
  await storeReading(reading.value)
}
