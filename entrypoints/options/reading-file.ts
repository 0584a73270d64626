import { signal } from '@preact/signals'
import {
  DEFAULT_READING,
  fileOfReading,
  type ReadingSettings,
  readingOfFile,
} from '../../components/reading-settings.ts'
import { offerFile } from '../wiring/offer-file.ts'
import { changeReading, reading } from '../wiring/reading.ts'

/** The settings of a whole life are smaller. */
const MOST_BYTES = 100_000

/** What is done with the reading settings as a whole, and what came of the last thing done with them. */
export class ReadingFileState {
  readonly outcome = signal<'imported' | 'bad-file' | 'saved' | 'reset' | undefined>(undefined)

  async change(change: Partial<ReadingSettings>): Promise<void> {
    this.outcome.value = undefined
    await changeReading(change)
  }

  async reset(): Promise<void> {
    await changeReading(DEFAULT_READING)
    this.outcome.value = 'reset'
  }

  save(): void {
    offerFile(new Blob([fileOfReading(reading.value)], { type: 'application/json' }), 'kaifong-reading.json')
    this.outcome.value = 'saved'
  }

  async bring(file: File): Promise<void> {
    const settings = file.size > MOST_BYTES ? undefined : readingOfFile(await file.text())
    if (settings) await changeReading(settings)
    this.outcome.value = settings ? 'imported' : 'bad-file'
  }
}
