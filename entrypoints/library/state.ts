import { signal } from '@preact/signals'
import type { ToastMessage } from '../../components/Toast.tsx'
import { t, tn } from '../../utils/browser/i18n.ts'
import { canStartElsewhere, startElsewhere } from '../../utils/browser/library-place.ts'
import type { ArticleChange, LibraryStatus as Soundness } from '../../utils/library/index.ts'
import { deliverBackup } from '../wiring/auto-backup.ts'
import { ask } from '../wiring/client.ts'
import { type AccessResult, type LibraryAccess, openAccess } from '../wiring/library-access.ts'
import { OUTDATED } from '../wiring/open-library.ts'
import { Shown } from './shown.ts'
import { addressOfView, changedView, type View, viewFromAddress } from './view.ts'

export type LibraryStatus = 'opening' | AccessResult['status'] | 'failed'

export type Damage = Exclude<Soundness, { status: 'sound' }>

/** What the library page knows, and what a person can do in it. */
export class LibraryState {
  readonly status = signal<LibraryStatus>('opening')
  readonly view = signal<View>(viewFromAddress(location.search))
  readonly shown = new Shown(this.view)
  /** What is wrong with the library, if anything is. */
  readonly damage = signal<Damage | undefined>(undefined)
  readonly toast = signal<ToastMessage | undefined>(undefined)
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
    this.shown.follow(opened.access, (what, error) => this.#fail(what, error))
    await this.#lookForDamage(opened.access)
    // A worker can write neither a download nor into a folder that the browser asks about.
    await deliverBackup(false).catch(error => console.info('The backup cannot be delivered from here:', error))
  }

  /** Makes the best of a damaged library: see `LibraryAccess`. */
  async repair(how: 'rebuild' | 'accept'): Promise<void> {
    const access = this.#access
    if (!access) return
    await this.#change(() => access.repair(how))
    await this.#lookForDamage(access)
    if (this.damage.value) return
    this.toast.value = { text: t(how === 'rebuild' ? 'libraryRebuilt' : 'lossAccepted') }
  }

  /** Whether a library whose files are beyond opening can be begun anew here. */
  readonly canStartAfresh = canStartElsewhere()

  async startAfresh(): Promise<void> {
    await startElsewhere()
    location.assign('options.html#backups-title')
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
    this.shown.fromTop()
    this.view.value = view
  }

  async update(ids: string[], change: ArticleChange): Promise<void> {
    await this.#change(() => ask('update', { ids, change }))
  }

  async remove(ids: string[]): Promise<void> {
    await this.#change(() => ask('remove', { ids }))
    this.toast.value = { text: tn('removed', ids.length), undo: () => void this.restore(ids) }
  }

  async restore(ids: string[]): Promise<void> {
    await this.#change(() => ask('restore', { ids }))
    this.toast.value = { text: tn('restored', ids.length) }
  }

  async #change(act: () => Promise<unknown>): Promise<void> {
    try {
      await act()
      dispatchEvent(new Event('kaifong:changed'))
    } catch (error) {
      console.error(error)
      this.toast.value = { text: t('changeFailed') }
    }
  }

  #fail(what: 'places' | 'library', error: unknown): void {
    console.error(error)
    if (what === 'places') this.toast.value = { text: t('placesFailed') }
    else if (this.status.value === 'open') this.status.value = 'failed'
  }
}
