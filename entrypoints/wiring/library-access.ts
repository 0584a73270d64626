import { sentinelStore } from '../../utils/browser/sentinel-store.ts'
import {
  type ArticleId,
  type ArticleQuery,
  type ArticleRecord,
  type ArticleSpan,
  countDistricts,
  countFacets,
  exportBackup,
  type FacetCounts,
  isOpen,
  type Library,
  type LibraryStatus,
  libraryStatus,
  listArticles,
  listIds,
  listSpans,
  type MissingPicture,
  noteCount,
  type OpenResult,
  type PictureWork,
  pictureWork,
  type QueryWindow,
  type RebuildOptions,
  type RebuildResult,
  readArticle,
  rebuildIndexes,
  recordsOfIds,
  reprintsOf,
  type SearchHits,
  searchHits,
  watch,
} from '../../utils/library/index.ts'
import { ask } from './client.ts'
import type { Reprint } from './contract.ts'
import { libraryOrThrow, ownLibrary } from './open-library.ts'
import { followAllByAsking, followByAsking, PictureRound } from './picture-progress.ts'

export interface OpenedArticle {
  record: ArticleRecord
  html: string
  text: string
  /** Addresses of the pictures' bytes, `blob:` or `data:`, by the picture's own address. */
  pictures: ReadonlyMap<string, string>
  missing: MissingPicture[]
  /** The body was lost: `text` is its beginning, and `html` empty. */
  damaged: boolean
}

/** How a page reads the library: itself and live, or by asking the background where it may not (see `openAccess`). */
export interface LibraryAccess {
  list(query: ArticleQuery, window: QueryWindow): Promise<{ total: number; rows: ArticleRecord[] }>
  countDistricts(query: ArticleQuery): Promise<ReadonlyMap<string, number>>
  countFacets(query: ArticleQuery): Promise<FacetCounts>
  /** Where articles say what was searched for: for those on screen. */
  searchHits(ids: readonly string[], text: string): Promise<SearchHits[]>
  /** Of articles on screen, the others with much the same text, the original first. */
  reprints(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Reprint[]>>
  /** All ids of a list, in its order. */
  listIds(query: ArticleQuery): Promise<string[]>
  records(ids: readonly string[]): Promise<ArticleRecord[]>
  /** A backup of these articles alone; undefined where only the background can read the library. */
  backupOf?: (ids: readonly string[]) => Promise<Blob>
  /** The groups of a list in its order. */
  listSpans(query: ArticleQuery): Promise<ArticleSpan[]>
  read(id: string): Promise<OpenedArticle | undefined>
  /** Whether the browser lost articles; only a page that reads the library itself can tell. */
  status(): Promise<LibraryStatus | undefined>
  /** Works out the library's indexes afresh from its articles. */
  rebuild(options: RebuildOptions): Promise<RebuildResult>
  /** Takes what is there for all there should be. */
  acceptLoss(): Promise<void>
  /**
   * Tells how far the pictures are that are being fetched: an article's, or without `id` all. All of them each time, those
   * that are done meanwhile too. Returns the way to stop.
   */
  followPictures(id: string | undefined, onWork: (works: readonly PictureWork[]) => void): () => void
  /** Calls `onChange` with what `fn` gives, now and after every change; returns the way to stop. */
  live<T>(fn: () => Promise<T>, onChange: (value: T) => void, onError: (error: unknown) => void): () => void
}

export type AccessResult =
  | { status: 'open'; access: LibraryAccess }
  /** The browser keeps nothing (Firefox's permanent private mode), another Kaifong version holds the library, or it broke. */
  | { status: Extract<OpenResult, { status: 'failed' }>['reason'] }

/**
 * Opens the library for a page. In Firefox's private windows pages cannot open IndexedDB (InvalidStateError) while the
 * background can: there every call goes over messages.
 */
export async function openAccess(): Promise<AccessResult> {
  const opened = await ownLibrary()
  if (opened.status === 'open') return { status: 'open', access: directAccess(opened.library) }
  if (opened.reason !== 'unavailable') return { status: opened.reason }
  try {
    await ask('list', { query: {}, window: { offset: 0, limit: 1 } })
    return { status: 'open', access: relayedAccess() }
  } catch (error) {
    console.info('The background cannot open the library either:', error)
    return { status: 'unavailable' }
  }
}

function directAccess(opened: Library): LibraryAccess {
  let library = opened
  const reopen = async (): Promise<Library> => {
    library = await libraryOrThrow()
    return library
  }
  // No async function: Dexie would no longer see which query the reads belong to.
  const use = <T>(fn: (library: Library) => Promise<T>): Promise<T> =>
    isOpen(library) ? fn(library) : reopen().then(fn)
  return {
    list: (query, window) => use(own => listArticles(own, query, window)),
    countDistricts: query => use(own => countDistricts(own, query)),
    countFacets: query => use(own => countFacets(own, query)),
    searchHits: (ids, text) => use(own => searchHits(own, ids as ArticleId[], text)),
    reprints: ids => use(own => reprintsOf(own, ids as ArticleId[])),
    listIds: query => use(own => listIds(own, query)),
    records: ids => use(own => recordsOfIds(own, ids as ArticleId[])),
    backupOf: ids => use(own => new Response(exportBackup(own, { ids: ids as ArticleId[] })).blob()),
    listSpans: query => use(own => listSpans(own, query)),
    async read(id) {
      const found = await use(own => readArticle(own, id as ArticleId))
      if (!found) return undefined
      const pictures = found.images.map(
        image => [image.url, URL.createObjectURL(new Blob([image.bytes], { type: image.type }))] as const,
      )
      return {
        record: found.record,
        html: found.html,
        text: found.text,
        pictures: new Map(pictures),
        missing: found.missing,
        damaged: found.damaged,
      }
    },
    status: () => use(own => libraryStatus(own, sentinelStore)),
    rebuild: options => use(own => rebuildIndexes(own, options)),
    acceptLoss: () => use(own => noteCount(own, sentinelStore, { accept: true })),
    followPictures(id, onWork) {
      if (id !== undefined) {
        const of = (works: readonly PictureWork[]) => works.filter(({ articleId }) => articleId === id)
        return watch(() => use(own => pictureWork(own, [id as ArticleId]))).subscribe(works => onWork(of(works)))
      }
      const round = new PictureRound()
      return watch(() => use(own => pictureWork(own, round.unfinished))).subscribe(works => onWork(round.see(works)))
    },
    live: (fn, onChange, onError) => watch(fn).subscribe(onChange, onError),
  }
}

const CANNOT_REPAIR = 'Only a page that reads the library itself can repair it'

// Nothing tells a page in a private window that the library changed, so it looks again when the reader comes back to it.
function relayedAccess(): LibraryAccess {
  return {
    list: (query, window) => ask('list', { query, window }),
    countDistricts: async query => new Map(await ask('countDistricts', { query })),
    async countFacets(query) {
      const counts = Object.entries(await ask('countFacets', { query }))
      return Object.fromEntries(counts.map(([facet, pairs]) => [facet, new Map(pairs)])) as unknown as FacetCounts
    },
    searchHits: (ids, text) => ask('searchHits', { ids: [...ids], text }),
    reprints: async ids => new Map(await ask('reprints', { ids: [...ids] })),
    listIds: query => ask('listIds', { query }),
    records: ids => ask('records', { ids: [...ids] }),
    listSpans: query => ask('listSpans', { query }),
    async read(id) {
      const sent = await ask('read', { id })
      if (!sent) return undefined
      return { ...sent, pictures: new Map(sent.pictures.map(picture => [picture.url, picture.dataUrl])) }
    },
    status: async () => undefined,
    followPictures: (id, onWork) => (id === undefined ? followAllByAsking(onWork) : followByAsking(id, onWork)),
    rebuild: () => Promise.reject(new Error(CANNOT_REPAIR)),
    acceptLoss: () => Promise.reject(new Error(CANNOT_REPAIR)),
    live(fn, onChange, onError) {
      const look = () => fn().then(onChange, onError)
      look()
      addEventListener('focus', look)
      addEventListener('kaifong:changed', look)
      return () => {
        removeEventListener('focus', look)
        removeEventListener('kaifong:changed', look)
      }
    },
  }
}
