import { effect, signal } from '@preact/signals'
import type { PlaceNode } from '../../components/DistrictTree.tsx'
import type { ToastMessage } from '../../components/Toast.tsx'
import { t, tn } from '../../utils/browser/i18n.ts'
import { canStartElsewhere, startElsewhere } from '../../utils/browser/library-place.ts'
import type { ArticleChange, ArticleRecord, LibraryStatus as Soundness } from '../../utils/library/index.ts'
import { deliverBackup } from '../wiring/auto-backup.ts'
import { ask } from '../wiring/client.ts'
import { type AccessResult, type LibraryAccess, openAccess } from '../wiring/library-access.ts'
import { OUTDATED } from '../wiring/open-library.ts'
import { placeTree } from './place-tree.ts'
import { addressOfView, queryOfView, type View, viewFromAddress } from './view.ts'

const PAGE = 60

export type LibraryStatus = 'opening' | AccessResult['status'] | 'failed'

export type Damage = Exclude<Soundness, { status: 'sound' }>

/** What the library page knows, and what a person can do in it. */
export class LibraryState {
  readonly status = signal<LibraryStatus>('opening')
  readonly view = signal<View>(viewFromAddress(location.search))
  /** Undefined until first read. */
  readonly total = signal<number | undefined>(undefined)
  /** Articles of the shelf in all places: the tree's "all". */
  readonly shelfTotal = signal(0)
  readonly places = signal<PlaceNode[]>([])
  /** What is wrong with the library, if anything is. */
  readonly damage = signal<Damage | undefined>(undefined)
  readonly toast = signal<ToastMessage | undefined>(undefined)
  /** Rows by index; pages come and go with scrolling. */
  readonly rows = signal<ReadonlyMap<number, ArticleRecord>>(new Map())
  readonly #range = signal({ start: 0, end: PAGE })
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
      this.view.value = viewFromAddress(location.search)
    })
    effect(() => this.#showRows(opened.access))
    effect(() => this.#showPlaces(opened.access))
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

  show(change: Partial<View>): void {
    const goesOnTyping = change.text !== undefined && this.view.value.text !== undefined
    this.#go({ ...this.view.value, ...change }, goesOnTyping ? 'replaceState' : 'pushState')
  }

  showDistrict(code: string | undefined): void {
    const { district: _, ...view } = this.view.value
    this.#go({ ...view, ...(code && { district: code }) }, 'pushState')
  }

  readonly showRange = (start: number, end: number): void => {
    const [from, to] = [Math.floor(start / PAGE) * PAGE, Math.ceil(end / PAGE) * PAGE]
    const shown = this.#range.value
    if (from !== shown.start || to !== shown.end) this.#range.value = { start: from, end: to }
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

  #go(view: View, how: 'pushState' | 'replaceState'): void {
    if (addressOfView(view) === addressOfView(this.view.value)) return
    history[how](null, '', addressOfView(view))
    this.#range.value = { start: 0, end: PAGE }
    this.view.value = view
  }

  #showRows(access: LibraryAccess): () => void {
    const [query, { start, end }] = [queryOfView(this.view.value), this.#range.value]
    return access.live(
      () => access.list(query, { offset: start, limit: end - start }),
      ({ total, rows }) => {
        this.total.value = total
        this.rows.value = new Map(rows.map((row, index) => [start + index, row]))
      },
      error => this.#fail(error),
    )
  }

  #showPlaces(access: LibraryAccess): () => void {
    const { district: _, ...query } = queryOfView(this.view.value)
    return access.live(
      async () => {
        const [counts, { total }] = await Promise.all([
          access.countDistricts(query),
          access.list(query, { offset: 0, limit: 1 }),
        ])
        return { total, places: await placeTree(counts).catch(error => this.#withoutPlaces(error)) }
      },
      ({ total, places }) => {
        this.shelfTotal.value = total
        this.places.value = places
      },
      error => this.#fail(error),
    )
  }

  // The list is worth showing without the names of the places.
  #withoutPlaces(error: unknown): PlaceNode[] {
    console.error(error)
    this.toast.value = { text: t('placesFailed') }
    return []
  }

  #fail(error: unknown): void {
    console.error(error)
    if (this.status.value === 'open') this.status.value = 'failed'
  }
}
