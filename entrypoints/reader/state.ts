import { signal } from '@preact/signals'
import type { Picture } from '../../components/ArticleBody.tsx'
import type { DistrictTag } from '../../utils/article/article.ts'
import { requestAccess } from '../../utils/browser/permissions.ts'
import { ask } from '../wiring/client.ts'
import { type AccessResult, type OpenedArticle, openAccess } from '../wiring/library-access.ts'

export type Opened =
  | { status: 'opening' | 'not-found' | 'failed' }
  | { status: Exclude<AccessResult['status'], 'open'> }
  | { status: 'article'; article: OpenedArticle; pictures: ReadonlyMap<string, Picture> }

/** What the reader page knows of the one article it shows. */
export class ReaderState {
  readonly opened = signal<Opened>({ status: 'opening' })
  readonly #id: string

  constructor(id: string) {
    this.#id = id
  }

  async open(): Promise<void> {
    const opened = await openAccess()
    if (opened.status !== 'open') {
      this.opened.value = { status: opened.status }
      return
    }
    opened.access.live(
      () => opened.access.read(this.#id),
      article => {
        this.opened.value = article
          ? { status: 'article', article, pictures: storedPictures(article) }
          : { status: 'not-found' }
        if (article) document.title = article.record.title
      },
      error => {
        console.error(error)
        this.opened.value = { status: 'failed' }
      },
    )
  }

  /** The tag whose reasons are shown. */
  readonly explained = signal<DistrictTag | undefined>(undefined)
  readonly justRejected = signal<DistrictTag | undefined>(undefined)

  /** The article is not about the place of `tag`, for ever; or, taken back, it may be. */
  async reject(tag: DistrictTag, rejected: boolean): Promise<void> {
    const opened = this.opened.value
    if (opened.status !== 'article') return
    await ask('reject', { canonicalUrl: opened.article.record.canonicalUrl, tag, rejected })
    dispatchEvent(new Event('kaifong:changed'))
    this.justRejected.value = rejected ? tag : undefined
  }

  async markRead(read: boolean): Promise<void> {
    await ask('update', { ids: [this.#id], change: { state: read ? 'read' : 'to-read' } })
    dispatchEvent(new Event('kaifong:changed'))
  }

  /** Only from a click: the browser asks the reader for access to the pictures' sites. */
  async retryPictures(addresses: string[]): Promise<void> {
    await requestAccess(addresses)
    await ask('retryPictures', { id: this.#id })
  }
}

function storedPictures({ pictures }: OpenedArticle): ReadonlyMap<string, Picture> {
  return new Map([...pictures].map(([address, src]) => [address, { status: 'ready', src }]))
}
