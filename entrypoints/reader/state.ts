import { signal } from '@preact/signals'
import type { Picture } from '../../components/ArticleBody.tsx'
import type { DistrictTag } from '../../utils/article/article.ts'
import { requestAccess } from '../../utils/browser/permissions.ts'
import type { ReadingPlace } from '../../utils/library/index.ts'
import { ask } from '../wiring/client.ts'
import { type AccessResult, type OpenedArticle, openAccess } from '../wiring/library-access.ts'
import { PictureProgress } from '../wiring/picture-progress.ts'
import { type Choice, choiceOf, correctedTags, correctionOf } from '../wiring/tagging.ts'

export type Opened =
  | { status: 'opening' | 'not-found' | 'failed' }
  | { status: Exclude<AccessResult['status'], 'open'> }
  | { status: 'article'; article: OpenedArticle; pictures: ReadonlyMap<string, Picture> }

/** What the reader page knows of the one article it shows. */
export class ReaderState {
  readonly opened = signal<Opened>({ status: 'opening' })
  readonly id: string
  readonly pictures = new PictureProgress()
  #stop: (() => void) | undefined
  #followPictures: (() => void) | undefined
  #stopFollowing: (() => void) | undefined
  #closed = false

  constructor(id: string) {
    this.id = id
  }

  async open(): Promise<void> {
    const opened = await openAccess()
    if (this.#closed) return
    if (opened.status !== 'open') {
      this.opened.value = { status: opened.status }
      return
    }
    this.#followPictures = () => {
      this.#stopFollowing?.()
      this.#stopFollowing = opened.access.followPictures(this.id, works => this.pictures.see(works))
    }
    this.#followPictures()
    this.#stop = opened.access.live(
      () => opened.access.read(this.id),
      article => {
        this.#show(article)
      },
      error => {
        console.error(error)
        this.opened.value = { status: 'failed' }
      },
    )
  }

  /** Another article takes this one's place. */
  close(): void {
    this.#closed = true
    this.#stop?.()
    this.#stopFollowing?.()
    this.pictures.end()
    const opened = this.opened.peek()
    if (opened.status === 'article') for (const address of addressesOf(opened)) URL.revokeObjectURL(address)
  }

  /** The tag whose reasons are shown, and what else its name could mean. */
  readonly explained = signal<({ tag: DistrictTag } & Choice) | undefined>(undefined)
  /** What was just corrected and the tags from before, as long as that can be undone with a click. */
  readonly corrected = signal<{ tag: DistrictTag; before: DistrictTag[] } | undefined>(undefined)

  /** Something the reader asked for could not be done. */
  readonly trouble = signal(false)

  /** Does what the reader asked for, and says so where it cannot be done. */
  async attempt(act: () => Promise<unknown>): Promise<void> {
    this.trouble.value = false
    try {
      await act()
    } catch (error) {
      console.error(error)
      this.trouble.value = true
    }
  }

  async explain(tag: DistrictTag): Promise<void> {
    this.explained.value = { tag, candidates: [], reasons: [] }
    const opened = this.opened.value
    if (opened.status !== 'article') return
    const { record, text } = opened.article
    const choice = await choiceOf(tag, { ...record, text })
    if (this.explained.value?.tag === tag) this.explained.value = { tag, ...choice }
  }

  /** The tag is of another place, or, without `by`, of none. Holds for ever; `undoCorrection` takes it back. */
  async correct(tag: DistrictTag, by?: string): Promise<void> {
    const opened = this.opened.value
    if (opened.status !== 'article') return
    const { record } = opened.article
    const correction = correctionOf(record, tag, by)
    const { corrections } = await ask('find', correction)
    const tags = await correctedTags(record.tags, [correction])
    await ask('correct', { ...correction, corrections: [...corrections, correction], tags })
    dispatchEvent(new Event('kaifong:changed'))
    this.corrected.value = { tag, before: record.tags }
  }

  async undoCorrection(): Promise<void> {
    const [opened, corrected] = [this.opened.value, this.corrected.value]
    if (opened.status !== 'article' || !corrected) return
    this.corrected.value = undefined
    const { canonicalUrl, host } = correctionOf(opened.article.record, corrected.tag)
    const { corrections } = await ask('find', { canonicalUrl, host })
    await ask('correct', { canonicalUrl, host, corrections: corrections.slice(0, -1), tags: corrected.before })
    dispatchEvent(new Event('kaifong:changed'))
  }

  /** Remembers where the reader is; what was read to its end is read. */
  async keepPlace(place: ReadingPlace | undefined, atEnd: boolean): Promise<void> {
    const opened = this.opened.peek()
    if (opened.status !== 'article' || !place) return
    const { state } = opened.article.record
    const next = atEnd || state === 'read' ? 'read' : 'reading'
    await ask('update', { ids: [this.id], change: { place, ...(next !== state && { state: next }) } })
  }

  /** Every tag that the reader ever gave, most used first. */
  async knownLabels(): Promise<string[]> {
    const label = new Map((await ask('countFacets', { query: {} })).label)
    return [...label].sort(([, a], [, b]) => b - a).map(([name]) => name)
  }

  async label(add: string[], remove: string[]): Promise<void> {
    await ask('label', { ids: [this.id], add, remove })
    dispatchEvent(new Event('kaifong:changed'))
  }

  async markRead(read: boolean): Promise<void> {
    await ask('update', { ids: [this.id], change: { state: read ? 'read' : 'to-read' } })
    dispatchEvent(new Event('kaifong:changed'))
  }

  // Every change of the article comes by here, the reader's own place too: its pictures keep their addresses meanwhile.
  #show(article: OpenedArticle | undefined): void {
    if (this.#closed) return
    if (!article) {
      this.opened.value = { status: 'not-found' }
      return
    }
    const before = this.opened.peek()
    const same = before.status === 'article' && before.pictures.size === article.pictures.size
    if (same) for (const address of article.pictures.values()) URL.revokeObjectURL(address)
    this.opened.value = { status: 'article', article, pictures: same ? before.pictures : storedPictures(article) }
    document.title = article.record.title
  }

  /** Only from a click: the browser asks the reader for access to the pictures' sites. */
  async retryPictures(missing: readonly { url: string }[]): Promise<void> {
    await requestAccess(missing.map(({ url }) => url))
    const tried = ask('retryPictures', { ids: [this.id] })
    this.#followPictures?.()
    await tried
  }

  /** Ends the fetching of this article's pictures; what is stored stays. */
  async stopPictures(): Promise<void> {
    await ask('stopPictures', { id: this.id })
    dispatchEvent(new Event('kaifong:changed'))
  }
}

function addressesOf({ pictures }: Opened & { status: 'article' }): string[] {
  return [...pictures.values()].flatMap(picture => (picture.status === 'ready' ? [picture.src] : []))
}

function storedPictures({ pictures }: OpenedArticle): ReadonlyMap<string, Picture> {
  return new Map([...pictures].map(([address, src]) => [address, { status: 'ready', src }]))
}
