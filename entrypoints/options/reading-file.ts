import { signal } from '@preact/signals'
import { fileOfReading, readingOfFile } from '../../components/reading-settings.ts'
import { offerFile } from '../wiring/offer-file.ts'
import { changeReading, reading } from '../wiring/reading.ts'

/** The settings of a whole life are smaller. */
const MOST_BYTES = 100_000

/** The reading settings as a file, to take along and to bring in. */
export class ReadingFileState {
  readonly outcome = signal<'imported' | 'bad-file' | undefined>(undefined)

  save(): void {
    this.outcome.value = undefined
    offerFile(new Blob([fileOfReading(reading.value)], { type: 'application/json' }), 'kaifong-reading.json')
  }

  async bring(file: File): Promise<void> {
    const settings = file.size > MOST_BYTES ? undefined : readingOfFile(await file.text())
    if (settings) await changeReading(settings)
    this.outcome.value = settings ? 'imported' : 'bad-file'
  }
}
