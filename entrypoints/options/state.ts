import { signal } from '@preact/signals'
import { filesIn, ownFolder, removeFiles } from '../../utils/browser/backup-files.ts'
import { forgetFolder } from '../../utils/browser/backup-folder.ts'
import { giveUpDownloads } from '../../utils/browser/downloads.ts'
import { grantedOrigins, revokeOrigin } from '../../utils/browser/permissions.ts'
import { clearSettings } from '../../utils/browser/settings.ts'
import { clearLibrary, keepForGood, type Library, listArticles, storageUsed } from '../../utils/library/index.ts'
import { forgetWrittenDown, writtenDown } from '../wiring/journal.ts'
import { ownLibrary } from '../wiring/open-library.ts'
import { BackupsState } from './backups.ts'
import { ReadingFileState } from './reading-file.ts'
import { RulesState } from './rules.ts'
import { TaughtState } from './taught.ts'

export interface Outcome {
  status: 'deleted' | 'failed'
}

/** What the settings page knows of what Kaifong stores and may see, and what a person can do about it. */
export class OptionsState {
  /** Undefined where the library cannot be opened here. */
  readonly stored = signal<{ articles: number; bytes: number } | undefined>(undefined)
  readonly origins = signal<string[]>([])
  readonly outcome = signal<Outcome | undefined>(undefined)
  readonly working = signal(false)
  readonly backups = new BackupsState(() => void this.open())
  readonly taught = new TaughtState()
  readonly rules = new RulesState()
  readonly readingFile = new ReadingFileState()

  async open(): Promise<void> {
    this.origins.value = await grantedOrigins()
    await this.rules.open()
    const opened = await ownLibrary()
    if (opened.status !== 'open') return
    await keepForGood()
    const [{ total }, { used }] = await Promise.all([
      listArticles(opened.library, {}, { offset: 0, limit: 1 }),
      storageUsed(),
    ])
    this.stored.value = { articles: total, bytes: used ?? 0 }
    await this.backups.open()
    await this.taught.open()
  }

  async revoke(origin: string): Promise<void> {
    await revokeOrigin(origin)
    this.origins.value = await grantedOrigins()
  }

  async deleteAll(): Promise<void> {
    await this.#work(async library => {
      const cleared = await clearLibrary(library)
      if (cleared.status === 'failed') return { status: 'failed' }
      await clearSettings()
      await deleteCopies()
      for (const origin of this.origins.value) await revokeOrigin(origin)
      return { status: 'deleted' }
    })
    await this.open()
  }

  async #work(act: (library: Library) => Promise<Outcome>): Promise<void> {
    this.working.value = true
    this.outcome.value = undefined
    const opened = await ownLibrary()
    try {
      this.outcome.value = opened.status === 'open' ? await act(opened.library) : { status: 'failed' }
    } catch (error) {
      console.error(error)
      this.outcome.value = { status: 'failed' }
    }
    this.working.value = false
  }
}

// The copies in this browser hold everything too; those in the reader's own folders are theirs.
async function deleteCopies(): Promise<void> {
  const folder = await ownFolder()
  await removeFiles(
    folder,
    (await filesIn(folder)).map(({ name }) => name),
  )
  await forgetWrittenDown(await writtenDown())
  await forgetFolder()
  await giveUpDownloads()
}
