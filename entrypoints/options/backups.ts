import { signal } from '@preact/signals'
import { filesIn, ownFolder } from '../../utils/browser/backup-files.ts'
import { canChooseFolder, chooseFolder, chosenFolder, forgetFolder } from '../../utils/browser/backup-folder.ts'
import { type BackupSettings, backupSettings, changeBackupSettings } from '../../utils/browser/backup-settings.ts'
import { giveUpDownloads, requestDownloads } from '../../utils/browser/downloads.ts'
import { sentinelStore } from '../../utils/browser/sentinel-store.ts'
import { exportBackup, type ImportResult, importBackup, type Library, noteCount } from '../../utils/library/index.ts'
import { deliverBackup, makeBackup } from '../wiring/auto-backup.ts'
import { bringBackChanges } from '../wiring/change-journal.ts'
import { offerFile } from '../wiring/offer-file.ts'
import { ownLibrary } from '../wiring/open-library.ts'

export type BackupOutcome =
  | { status: 'backed-up' | 'delivered' | 'refused-place' | 'stopped' | 'failed' }
  | { status: 'restored'; result: ImportResult & { status: 'done' } }
  | { status: 'refused'; reason: (ImportResult & { status: 'failed' })['reason'] }

/** What is being done, and how far it is: `total` is not known from the start. */
export interface Progress {
  phase: 'backing-up' | 'checking' | 'restoring'
  done: number
  total?: number
}

/** What the settings page knows of backups, and what a person can do about them. */
export class BackupsState {
  /** This browser's own copies, newest first; undefined where it keeps none. */
  readonly copies = signal<File[] | undefined>(undefined)
  readonly settings = signal<BackupSettings | undefined>(undefined)
  readonly folderName = signal<string | undefined>(undefined)
  readonly progress = signal<Progress | undefined>(undefined)
  readonly outcome = signal<BackupOutcome | undefined>(undefined)
  readonly canChooseFolder = canChooseFolder()
  readonly #onChange: () => void
  #stopper = new AbortController()

  /** @param onChange called when the library was changed */
  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  async open(): Promise<void> {
    await deliverBackup(false).catch(error => console.info('The backup cannot be delivered yet:', error))
    await this.#look()
  }

  async backUp(): Promise<void> {
    await this.#work('backing-up', async (library, signal) => {
      const file = await this.#file(library, signal)
      offerFile(file, file.name)
      await deliverBackup(true)
      return { status: 'backed-up' }
    })
  }

  async restore(file: File): Promise<void> {
    await this.#work('checking', async (library, signal) => {
      const onProgress = (progress: Progress) => {
        this.progress.value = progress
      }
      const result = await importBackup(library, file, { signal, onProgress })
      // What was changed after that file was made holds on top of it.
      if (result.status === 'done') await bringBackChanges(library).catch(console.info)
      await noteCount(library, sentinelStore)
      return result.status === 'done' ? { status: 'restored', result } : { status: 'refused', reason: result.reason }
    })
    this.#onChange()
  }

  /** Only from a click, as the next two: browsers ask the reader. */
  async useFolder(): Promise<void> {
    const folder = await chooseFolder()
    if (folder) await this.#use('folder')
  }

  async useDownloads(): Promise<void> {
    if (await requestDownloads()) await this.#use('downloads')
    else this.outcome.value = { status: 'refused-place' }
  }

  async deliver(): Promise<void> {
    this.outcome.value = { status: (await deliverBackup(true)) ? 'delivered' : 'refused-place' }
    await this.#look()
  }

  async useBrowserOnly(): Promise<void> {
    // First of all no copy goes there any more, whatever becomes of the rest.
    await this.#use('browser')
    await forgetFolder()
    await giveUpDownloads()
    await this.#look()
  }

  readonly stop = (): void => this.#stopper.abort()

  async #use(to: BackupSettings['to']): Promise<void> {
    const [latest] = this.copies.value ?? []
    await changeBackupSettings({ to, ...(latest && { waiting: latest.name }) })
    await this.deliver()
    if (to === 'browser') this.outcome.value = undefined
  }

  // Private windows have no file system of their own: there the backup is put together in memory.
  async #file(library: Library, signal: AbortSignal): Promise<File> {
    const onProgress = ({ done, total }: { done: number; total: number }) => {
      this.progress.value = { phase: 'backing-up', done, total }
    }
    if (this.copies.value) return makeBackup(library, { signal, onProgress })
    const content = await new Response(exportBackup(library, { onProgress })).blob()
    return new File([content], 'kaifong.backup.gz')
  }

  async #look(): Promise<void> {
    this.settings.value = await backupSettings()
    try {
      this.copies.value = await filesIn(await ownFolder())
      this.folderName.value = (await chosenFolder())?.name
    } catch (error) {
      console.info('This browser keeps no copies here:', error)
    }
  }

  async #work(phase: Progress['phase'], act: (library: Library, signal: AbortSignal) => Promise<BackupOutcome>) {
    this.#stopper = new AbortController()
    this.progress.value = { phase, done: 0 }
    this.outcome.value = undefined
    const opened = await ownLibrary()
    try {
      this.outcome.value =
        opened.status === 'open' ? await act(opened.library, this.#stopper.signal) : { status: 'failed' }
    } catch (error) {
      console.error(error)
      this.outcome.value = { status: this.#stopper.signal.aborted ? 'stopped' : 'failed' }
    }
    this.progress.value = undefined
    await this.#look()
  }
}
