import { computed, signal } from '@preact/signals'
import type { ToastMessage } from '../../components/Toast.tsx'
import type { DistrictTag } from '../../utils/article/article.ts'
import { t, tn } from '../../utils/browser/i18n.ts'
import { canStartElsewhere, startElsewhere } from '../../utils/browser/library-place.ts'
import { requestAccess } from '../../utils/browser/permissions.ts'
import type { ArticleRecord, MissingPicture, LibraryStatus as Soundness } from '../../utils/library/index.ts'
import { deliverBackup } from '../wiring/auto-backup.ts'
import { ask } from '../wiring/client.ts'
import { type AccessResult, type LibraryAccess, openAccess } from '../wiring/library-access.ts'
import { OUTDATED, takeBroughtBack } from '../wiring/open-library.ts'
import { PictureProgress } from '../wiring/picture-progress.ts'
import { type Choice, choiceOf, correctionOf, pageOf } from '../wiring/tagging.ts'
import { Changes } from './changes.ts'
import { Selection } from './selection.ts'
import { Shown } from './shown.ts'
import { addressOfView, changedView, queryOfView, type View, viewFromAddress } from './view.ts'

export type LibraryStatus = 'opening' | AccessResult['status'] | 'failed'

export type Damage = Exclude<Soundness, { status: 'sound' }>

export interface Explained extends Choice {
  article: ArticleRecord
  text: string
  tag: DistrictTag
}

export interface Lacking extends ArticleRecord {
  missing: readonly MissingPicture[]
}

/** What the library page knows, and what a person can do in it. */
export class LibraryState {
  readonly status = signal<LibraryStatus>('opening')
  readonly view = signal<View>(viewFromAddress(location.search))
  readonly shown = new Shown(this.view)
  readonly selection = new Selection(() => this.#opened().listIds(queryOfView(this.view.value)))
  /** What is wrong with the library, if anything is. */
  readonly damage = signal<Damage | undefined>(undefined)
  readonly toast = signal<ToastMessage | undefined>(undefined)
  readonly changes = new Changes(this.toast)
  #access: LibraryAccess | undefined

  async open(): Promise<void> {
    const opened = await openAccess()
    this.status.value = opened.status
    if (opened.status !== 'open') return
    this.#access = opened.access
    addEventListener(OUTDATED, () => {
      this.status.value = 'newer-version'
    })
    addEventListener('popstate', () => {
      this.#showView(viewFromAddress(location.search))
    })
    opened.access.followPictures(undefined, works => this.pictures.see(works))
    this.shown.follow(opened.access, (what, error) => this.#fail(what, error))
    // Counting every article and body of a large library takes as long as showing its first rows.
    await this.shown.settled
    await this.#lookForDamage(opened.access)
    const brought = await takeBroughtBack()
    if (brought > 0) this.toast.value = { text: tn('broughtBack', brought) }
    // A worker can write neither a download nor into a folder that the browser asks about.
    await deliverBackup(false).catch(error => console.info('The backup cannot be delivered from here:', error))
  }

  /** Of articles saved lately. */
  readonly pictures = new PictureProgress()

  /** How far the work on the index is, while it is under way. */
  readonly rebuilding = signal<{ done: number; total: number } | undefined>(undefined)
  #stopper = new AbortController()

  /** Works the index of a damaged library out afresh, which takes a minute or so for 100,000 articles. */
  async rebuild(): Promise<void> {
    const access = this.#opened()
    this.#stopper = new AbortController()
    const { signal } = this.#stopper
    const onProgress = (progress: { done: number; total: number }) => {
      this.rebuilding.value = progress
    }
    await this.changes.attempt(async () => {
      const rebuilt = await access.rebuild({ signal, onProgress })
      if (rebuilt.status === 'done') await this.#lookAgain(access, 'libraryRebuilt')
      else if (rebuilt.reason === 'stopped') this.toast.value = { text: t('rebuildStopped') }
      else throw new Error(`The index could not be rebuilt: ${rebuilt.reason}`)
    })
    this.rebuilding.value = undefined
  }

  readonly stopRebuilding = (): void => this.#stopper.abort()

  async acceptLoss(): Promise<void> {
    const access = this.#opened()
    await this.changes.attempt(async () => {
      await access.acceptLoss()
      await this.#lookAgain(access, 'lossAccepted')
    })
  }

  /** Whether a library whose files are beyond opening can be begun anew here. */
  readonly canStartAfresh = canStartElsewhere()

  async startAfresh(): Promise<void> {
    await startElsewhere()
    location.assign('options.html#backups-title')
  }

  async #lookAgain(access: LibraryAccess, said: 'libraryRebuilt' | 'lossAccepted'): Promise<void> {
    await this.#lookForDamage(access)
    if (!this.damage.value) this.toast.value = { text: t(said) }
  }

  async #lookForDamage(access: LibraryAccess): Promise<void> {
    const status = await access.status()
    this.damage.value = status && status.status !== 'sound' ? status : undefined
  }

  /** Shows what the view becomes with `change`; undefined takes a part of it away. */
  show(change: { [Part in keyof View]?: View[Part] | undefined }): void {
    const goesOnTyping = change.text !== undefined && this.view.value.text !== undefined
    this.showAll(changedView(this.view.value, change), goesOnTyping ? 'replaceState' : 'pushState')
  }

  showAll(view: View, how: 'pushState' | 'replaceState' = 'pushState'): void {
    if (addressOfView(view) === addressOfView(this.view.value)) return
    history[how](null, '', addressOfView(view))
    this.#showView(view)
  }

  #showView(view: View): void {
    // What could not be read for one view may well be for another, where the library is open at all.
    if (this.#access && this.status.value === 'failed') this.status.value = 'open'
    this.shown.fromTop()
    this.selection.clear()
    this.view.value = view
  }

  /** Into the trash, and out of what is picked. */
  async remove(ids: string[]): Promise<void> {
    if (await this.changes.remove(ids)) this.selection.drop(ids)
  }

  /** Out of the trash. */
  async restore(ids: string[]): Promise<void> {
    if (await this.changes.restore(ids)) this.selection.drop(ids)
  }

  async deleteForGood(ids: string[]): Promise<void> {
    if (await this.changes.deleteForGood(ids)) this.selection.drop(ids)
  }

  /** All that is in the trash, whatever filters are set. */
  trashIds(): Promise<string[]> {
    return this.#opened().listIds({ trash: true })
  }

  records(ids: string[]): Promise<ArticleRecord[]> {
    return this.#opened().records(ids)
  }

  /** Every tag that the reader ever gave, most used first. */
  async labels(): Promise<string[]> {
    const { label } = await this.#opened().countFacets({})
    return [...label].sort(([, a], [, b]) => b - a).map(([name]) => name)
  }

  readonly canExport = computed(() => this.status.value === 'open' && this.#access?.backupOf !== undefined)

  /** A backup of these articles alone. Only where `canExport`. */
  backupOf(ids: string[]): Promise<Blob> {
    const { backupOf } = this.#opened()
    return backupOf ? backupOf(ids) : Promise.reject(new Error('Nothing can be exported from here'))
  }

  /** `reject`: the tag is wrong wherever it is among these; `confirm`: all of these are about the district. */
  async correctMany(articles: readonly ArticleRecord[], kind: 'reject' | 'confirm', code: string): Promise<void> {
    const meant = kind === 'confirm' ? articles : articles.filter(({ tags }) => tags.some(tag => tag.code === code))
    await this.changes.correct(meant, article => ({ ...pageOf(article), kind, code }))
  }

  /** The tag whose reasons are shown; undefined again when closed. */
  readonly explained = signal<Explained | undefined>(undefined)

  /** Shows why an article has a tag. */
  async explain(article: ArticleRecord, tag: DistrictTag): Promise<void> {
    await this.changes.attempt(async () => {
      const opened = await this.#opened().read(article.id)
      for (const address of opened?.pictures.values() ?? []) URL.revokeObjectURL(address)
      const text = opened?.text ?? article.excerpt
      this.explained.value = { article, text, tag, ...(await choiceOf(tag, { ...article, text })) }
    })
  }

  /** The article whose pictures are not all stored, with those and why; undefined again when closed. */
  readonly lacking = signal<Lacking | undefined>(undefined)

  async explainPictures(id: string): Promise<void> {
    await this.changes.attempt(async () => {
      const opened = await this.#opened().read(id)
      for (const address of opened?.pictures.values() ?? []) URL.revokeObjectURL(address)
      if (opened) this.lacking.value = { ...opened.record, missing: opened.missing }
    })
  }

  /** Only from a click: the browser asks the reader for access to the pictures' sites. */
  async retryPictures({ id, missing }: Lacking): Promise<void> {
    const asked = requestAccess(missing.map(({ url }) => url))
    await this.changes.attempt(async () => {
      await asked
      await ask('retryPictures', { ids: [id] })
    })
  }

  async correct({ article, tag }: Explained, by?: string): Promise<void> {
    await this.changes.correct([article], each => correctionOf(each, tag, by), t('tagCorrected', tag.name))
  }

  #opened(): LibraryAccess {
    if (!this.#access) throw new Error('The library is not open')
    return this.#access
  }

  #fail(what: 'places' | 'library', error: unknown): void {
    console.error(error)
    if (what === 'places') this.toast.value = { text: t('placesFailed') }
    else if (this.status.value === 'open') this.status.value = 'failed'
  }
}
