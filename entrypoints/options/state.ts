import { signal } from '@preact/signals'
import { grantedOrigins, revokeOrigin } from '../../utils/browser/permissions.ts'
import { sentinelStore } from '../../utils/browser/sentinel-store.ts'
import { clearSettings } from '../../utils/browser/settings.ts'
import {
  BACKUP_TYPE,
  clearLibrary,
  exportBackup,
  type ImportResult,
  importBackup,
  type Library,
  listArticles,
  noteCount,
  storageUsed,
} from '../../utils/library/index.ts'
import { ownLibrary } from '../wiring/open-library.ts'

export type Outcome =
  | { status: 'deleted' | 'backed-up' | 'failed' }
  | { status: 'restored'; result: ImportResult & { status: 'done' } }
  | { status: 'refused'; reason: (ImportResult & { status: 'failed' })['reason'] }

/** What the settings page knows of what Kaifong stores and may see, and what a person can do about it. */
export class OptionsState {
  /** Undefined where the library cannot be opened here. */
  readonly stored = signal<{ articles: number; bytes: number } | undefined>(undefined)
  readonly origins = signal<string[]>([])
  readonly outcome = signal<Outcome | undefined>(undefined)
  readonly working = signal(false)

  async open(): Promise<void> {
    this.origins.value = await grantedOrigins()
    const opened = await ownLibrary()
    if (opened.status !== 'open') return
    const [{ total }, { used }] = await Promise.all([
      listArticles(opened.library, {}, { offset: 0, limit: 1 }),
      storageUsed(),
    ])
    this.stored.value = { articles: total, bytes: used ?? 0 }
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
      for (const origin of this.origins.value) await revokeOrigin(origin)
      return { status: 'deleted' }
    })
    await this.open()
  }

  async backUp(): Promise<void> {
    await this.#work(async library => {
      const file = new Response(exportBackup(library), { headers: { 'content-type': BACKUP_TYPE } })
      offer(await file.blob(), `kaifong-${new Date().toISOString().slice(0, 10)}.backup.gz`)
      return { status: 'backed-up' }
    })
  }

  async restore(file: File): Promise<void> {
    await this.#work(async library => {
      const result = await importBackup(library, file)
      await noteCount(library, sentinelStore)
      return result.status === 'done' ? { status: 'restored', result } : { status: 'refused', reason: result.reason }
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

// Downloads without the downloads permission.
function offer(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
