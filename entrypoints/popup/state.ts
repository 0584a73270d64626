import { signal } from '@preact/signals'
import type { Picture } from '../../components/ArticleBody.tsx'
import type { Article, DistrictTag } from '../../utils/article/article.ts'
import { showOutcome } from '../../utils/browser/badge.ts'
import { openPanel } from '../../utils/browser/panel.ts'
import { requestAccess } from '../../utils/browser/permissions.ts'
import { capturePicture } from '../../utils/browser/pictures.ts'
import { runInTab } from '../../utils/browser/tabs.ts'
import type { Correction, SitePriors } from '../../utils/districts/index.ts'
import { ask } from '../wiring/client.ts'
import type { KaifongContract, Reprint, SaveFailure, SaveResult } from '../wiring/contract.ts'
import { readWhole } from '../wiring/further-pages.ts'
import { forgetRule } from '../wiring/site-rules.ts'
import { type Choice, choiceOf, correctedTags, correctionOf, tagsFor } from '../wiring/tagging.ts'
import { type Reading, readActiveTab, readAnyway } from './read-tab.ts'
import { Storing } from './storing.ts'

export type Keeping =
  | { status: 'unknown' | 'unsaved' | 'saving' }
  | { status: 'saved'; id: string }
  | { status: 'removed'; id: string }
  | { status: 'failed'; reason: SaveFailure }

/** What the popup knows, and what a person can do in it. State only: how it looks is Popup.tsx. */
export class PopupState {
  readonly reading = signal<Reading | { status: 'reading' }>({ status: 'reading' })
  /** Undefined until the tagger has answered. */
  readonly tags = signal<DistrictTag[] | undefined>(undefined)
  /** The tag whose reasons are shown, and what else its name could mean. */
  readonly explained = signal<({ tag: DistrictTag } & Choice) | undefined>(undefined)
  /** The tag that was just corrected, as long as that can be undone with a click. */
  readonly corrected = signal<DistrictTag | undefined>(undefined)
  /** As the tagger gave them. */
  #found: DistrictTag[] = []
  #corrections: Correction[] = []
  #priors: SitePriors | undefined
  readonly pictures = signal<ReadonlyMap<string, Picture>>(new Map())
  /** Pictures that only their own site may give out, by address. */
  readonly blocked = signal<string[]>([])
  /** Further pages of the article: one that is being fetched, or could not be had. */
  readonly further = signal<{ status: 'fetching' | 'failed'; page: number } | undefined>(undefined)
  #following: Promise<void> | undefined
  /** Articles saved from elsewhere with much the same text. */
  readonly sameText = signal<readonly Reprint[]>([])
  /** The tagger failed: the article stands without its districts. */
  readonly untagged = signal(false)
  /** Something the reader asked for could not be done. */
  readonly trouble = signal(false)
  readonly keeping = signal<Keeping>({ status: 'unknown' })
  readonly storing = new Storing()

  async read(): Promise<void> {
    await this.#show(await readActiveTab())
  }

  /** The reader sees an article where Kaifong saw none. */
  async readAnyway(): Promise<void> {
    const reading = this.reading.value
    if (reading.status === 'no-article') await this.#show(await readAnyway(reading.tabId))
  }

  /** Lets the reader say on the page itself what its text is. The popup has to go: it would close with their first click. */
  async choose(): Promise<void> {
    const reading = this.reading.value
    if ('tabId' in reading) await runInTab(reading.tabId, '/pick.js')
  }

  /** The guess holds again on this site. */
  async forgetChoice(): Promise<void> {
    const reading = this.reading.value
    if (reading.status !== 'article') return
    await forgetRule(new URL(reading.article.url).host)
    await this.read()
  }

  async #show(reading: Reading): Promise<void> {
    if (reading.status === 'article') {
      const addresses = reading.article.images.map(image => image.url)
      this.pictures.value = new Map(addresses.map(address => [address, { status: 'waiting' }]))
    }
    this.reading.value = reading
    if (reading.status !== 'article') return
    await afterPaint()
    await Promise.all([this.#tag(), this.#findSaved(), this.#showPictures()])
    await this.readFurther()
    await this.#findReprints()
  }

  /** Fetches the pages that the portal cut off, again where one failed before. */
  async readFurther(): Promise<void> {
    const reading = this.reading.value
    if (reading.status !== 'article' || !reading.article.nextPageUrl) return
    this.#following ??= this.#follow(reading.tabId, reading.article)
    await this.#following
    this.#following = undefined
  }

  async #follow(tabId: number, first: Article): Promise<void> {
    const show = (article: Article) => {
      const known = this.pictures.value
      const pictures = article.images.map(({ url }) => [url, known.get(url) ?? { status: 'waiting' as const }] as const)
      this.pictures.value = new Map(pictures)
      this.reading.value = { status: 'article', tabId, article }
    }
    const onPage = (page: number, soFar: Article) => {
      this.further.value = { status: 'fetching', page }
      if (soFar.text !== first.text) show(soFar)
    }
    const have = (this.further.value?.page ?? 2) - 1
    const { article, missing } = await readWhole(tabId, first, onPage, have)
    this.further.value = missing === undefined ? undefined : { status: 'failed', page: missing }
    if (article.text === first.text) return
    show(article)
    await Promise.all([this.#tag(), this.#showPictures()])
  }

  async save(): Promise<void> {
    const reading = this.reading.value
    if (reading.status !== 'article' || !['unsaved', 'failed'].includes(this.keeping.value.status)) return
    this.keeping.value = { status: 'saving' }
    await this.#following
    // Without tags an article is still worth keeping: a tagger that fails must not stand in the way.
    const tags = this.tags.value ?? (await this.#tag())
    const whole = this.reading.value
    const article = whole.status === 'article' ? whole.article : reading.article
    const result = await saveSurely({ article, tags, tabId: reading.tabId })
    this.#keep(
      result.status === 'failed' ? { status: 'failed', reason: result.reason } : { ...result, status: 'saved' },
    )
  }

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

  /** Saves the article and hands it to the panel beside the page. Only from a click. */
  async readBeside(): Promise<void> {
    const reading = this.reading.value
    if (reading.status !== 'article') return
    await openPanel(reading.tabId, async () => {
      await this.save()
      const keeping = this.keeping.value
      return keeping.status === 'saved' ? keeping.id : undefined
    })
  }

  async remove(): Promise<void> {
    const { reading, keeping } = { reading: this.reading.value, keeping: this.keeping.value }
    if (reading.status !== 'article' || keeping.status !== 'saved') return
    await ask('remove', { ids: [keeping.id] })
    this.#keep({ status: 'removed', id: keeping.id })
    await showOutcome(reading.tabId, 'not-saved')
  }

  async restore(): Promise<void> {
    const { reading, keeping } = { reading: this.reading.value, keeping: this.keeping.value }
    if (reading.status !== 'article' || keeping.status !== 'removed') return
    await ask('restore', { ids: [keeping.id] })
    this.#keep({ status: 'saved', id: keeping.id })
    await showOutcome(reading.tabId, 'saved')
  }

  #keep(keeping: Keeping): void {
    this.keeping.value = keeping
    this.storing.follow(keeping.status === 'saved' ? keeping.id : undefined)
  }

  forgetRemoved(): void {
    if (this.keeping.value.status === 'removed') this.keeping.value = { status: 'unsaved' }
  }

  /** The tag is of another place, or, without `by`, of none. Holds for ever; `undoCorrection` takes it back. */
  async correct(tag: DistrictTag, by?: string): Promise<void> {
    const reading = this.reading.value
    if (reading.status !== 'article') return
    await this.#keepCorrections([...this.#corrections, correctionOf(reading.article, tag, by)])
    this.corrected.value = tag
  }

  async undoCorrection(): Promise<void> {
    this.corrected.value = undefined
    await this.#keepCorrections(this.#corrections.slice(0, -1))
  }

  async explain(tag: DistrictTag): Promise<void> {
    this.explained.value = { tag, candidates: [], reasons: [] }
    const reading = this.reading.value
    if (reading.status !== 'article') return
    const choice = await choiceOf(tag, reading.article, this.#priors)
    if (this.explained.value?.tag === tag) this.explained.value = { tag, ...choice }
  }

  /** Only from a click: the browser asks the reader. */
  async allowPictures(): Promise<void> {
    if (!(await requestAccess(this.blocked.value))) return
    const keeping = this.keeping.value
    await Promise.all([this.#showPictures(), keeping.status === 'saved' && this.storing.retry()])
  }

  async #tag(): Promise<DistrictTag[]> {
    const reading = this.reading.value
    if (reading.status !== 'article') return []
    try {
      this.#found = await tagsFor(reading.article, this.#priors)
      this.tags.value = await correctedTags(this.#found, this.#corrections)
    } catch (error) {
      console.error(error)
      this.untagged.value = true
      this.tags.value = []
    }
    return this.tags.value
  }

  async #findSaved(): Promise<void> {
    const reading = this.reading.value
    if (reading.status !== 'article') return
    const { canonicalUrl, url } = reading.article
    const found = await ask('find', { canonicalUrl, host: new URL(url).hostname }).catch(error => {
      // An address is saved once however often one asks: so Save may be offered, and says what is wrong if it fails too.
      console.error(error)
      return undefined
    })
    if (!found) {
      this.keeping.value = { status: 'unsaved' }
      return
    }
    this.#corrections = found.corrections
    this.#keep(found.id ? { status: 'saved', id: found.id } : { status: 'unsaved' })
    if (found.id)
      this.storing.resume(found.id, reading.tabId).catch(error => console.info('The pictures go on later:', error))
    await showOutcome(reading.tabId, found.id ? 'saved' : 'not-saved')
    this.#priors = found.priors ?? undefined
    if (found.priors || found.corrections.length > 0) await this.#tag()
  }

  // Not knowing of them only means that the text is offered once more.
  async #findReprints(): Promise<void> {
    const reading = this.reading.value
    if (reading.status !== 'article') return
    const { canonicalUrl, text, publishedAt } = reading.article
    const page = { canonicalUrl, text, ...(publishedAt !== undefined && { publishedAt }) }
    this.sameText.value = await ask('findReprints', page).catch(error => {
      console.error(error)
      return []
    })
  }

  async #keepCorrections(corrections: Correction[]): Promise<void> {
    const reading = this.reading.value
    if (reading.status !== 'article') return
    const { canonicalUrl, url } = reading.article
    const tags = await correctedTags(this.#found, corrections)
    await ask('correct', { canonicalUrl, host: new URL(url).hostname, corrections, tags })
    this.#corrections = corrections
    this.tags.value = tags
  }

  async #showPictures(): Promise<void> {
    const reading = this.reading.value
    if (reading.status !== 'article') return
    const blocked: string[] = []
    for (const { url } of reading.article.images) {
      if (this.pictures.value.get(url)?.status === 'ready') continue
      const captured = await capturePicture(url, reading.tabId, 'shown')
      const isElsewhere = captured.status === 'failed' && captured.reason === 'blocked'
      if (isElsewhere) blocked.push(url)
      const picture: Picture =
        captured.status === 'ready'
          ? { status: 'ready', src: captured.dataUrl }
          : { status: 'missing', why: isElsewhere ? 'elsewhere' : 'unavailable' }
      this.pictures.value = new Map(this.pictures.value).set(url, picture)
    }
    this.blocked.value = blocked
  }
}

/** Settles when the frame that shows the text is on screen, so that nothing competes with it. */
function afterPaint(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
}

// The browser may stop the worker in the middle of a save. An address is saved once, so asking again does no harm.
async function saveSurely(request: KaifongContract['save']['request']): Promise<SaveResult> {
  try {
    return await ask('save', request)
  } catch (error) {
    console.info('Asking again, the first answer never came:', error)
    return ask('save', request).catch(() => ({ status: 'failed', reason: 'unknown' }))
  }
}
