import { signal } from '@preact/signals'
import type { ToastMessage } from '../../components/Toast.tsx'
import { t } from '../../utils/browser/i18n.ts'
import type { ArticleRecord } from '../../utils/library/index.ts'
import { addressOfReader, type View, viewFromAddress } from '../library/view.ts'
import { ask } from '../wiring/client.ts'
import { openAccess } from '../wiring/library-access.ts'
import { idsAround } from './ids-around.ts'
import { ReaderState } from './state.ts'

export interface Neighbours {
  previous?: ArticleRecord | undefined
  next?: ArticleRecord | undefined
}

/**
 * The way from article to article through a view of the library, in the page that is open: the window stays full, and
 * what was done can be taken back.
 */
export class Walk {
  readonly view: View
  readonly reader = signal(new ReaderState(''))
  readonly neighbours = signal<Neighbours>({})
  /** The article that is shown took another's place on the page. */
  hasGone = false
  readonly toast = signal<ToastMessage | undefined>(undefined)
  #ids: readonly string[] | undefined

  /** @param search the page's own, with the article's id and the view */
  constructor(search: string) {
    this.view = viewFromAddress(search)
  }

  start(): void {
    addEventListener('popstate', () => this.#show(idIn(location.search)))
    this.#show(idIn(location.search))
  }

  go(id: string): void {
    history.pushState(null, '', addressOfReader(id, this.view))
    scrollTo(0, 0)
    this.toast.value = undefined
    this.#show(id)
  }

  /** Goes to the next article; the one that is left counts as read. */
  async finish(): Promise<void> {
    const [left, { next }] = [this.reader.peek(), this.neighbours.peek()]
    const opened = left.opened.peek()
    if (opened.status !== 'article') return
    const { id, title } = opened.article.record
    await left.attempt(async () => {
      const before = await ask('update', { ids: [id], change: { state: 'read' } })
      dispatchEvent(new Event('kaifong:changed'))
      if (next) this.go(next.id)
      this.#offerUndo(t('markedRead', title), async () => {
        if (this.reader.peek() !== left) this.go(id)
        for (const past of before) await ask('update', past)
        dispatchEvent(new Event('kaifong:changed'))
      })
    })
  }

  undo(): void {
    this.toast.value?.undo?.()
  }

  #offerUndo(text: string, undo: () => Promise<void>): void {
    const message: ToastMessage = {
      text,
      undo: () => {
        if (this.toast.value !== message) return
        this.toast.value = undefined
        void this.reader.peek().attempt(undo)
      },
    }
    this.toast.value = message
  }

  #show(id: string): void {
    if (this.reader.peek().id === id) return
    this.hasGone = this.reader.peek().id !== ''
    this.reader.peek().close()
    this.reader.value = new ReaderState(id)
    void this.reader.value.open()
    this.neighbours.value = {}
    // An article can be read without its neighbours.
    this.#look(id).catch(error => console.info('What comes next is not known:', error))
  }

  async #look(id: string): Promise<void> {
    const opened = await openAccess()
    if (opened.status !== 'open') return
    this.#ids ??= await idsAround(opened.access, this.view, id)
    const at = this.#ids.indexOf(id)
    const [previous, next] = at < 0 ? [] : [this.#ids[at - 1], this.#ids[at + 1]]
    const records = await opened.access.records([previous, next].filter(each => each !== undefined))
    if (this.reader.peek().id !== id) return
    const recordOf = (wanted: string | undefined) => records.find(record => record.id === wanted)
    this.neighbours.value = { previous: recordOf(previous), next: recordOf(next) }
  }
}

function idIn(search: string): string {
  return new URLSearchParams(search).get('id') ?? ''
}
