import type { Article, DistrictTag } from '../../utils/article/article.ts'
import type { Correction, SitePriors } from '../../utils/districts/index.ts'
import type {
  ArticleChange,
  ArticleQuery,
  ArticleRecord,
  ArticleSpan,
  Facet,
  Highlight,
  LibraryFailure,
  MissingPicture,
  PastChange,
  PictureWork,
  QueryWindow,
  SearchHits,
} from '../../utils/library/index.ts'

export type SaveFailure = LibraryFailure

export type SaveResult = { status: 'saved' | 'already-saved'; id: string } | { status: 'failed'; reason: SaveFailure }

/** An article as it crosses a message: its pictures as `data:` addresses, since messages are JSON. */
export interface SentArticle {
  record: ArticleRecord
  html: string
  text: string
  pictures: { url: string; dataUrl: string }[]
  missing: MissingPicture[]
  damaged: boolean
}

/** A saved article with much the same text as another. */
export type Reprint = Pick<ArticleRecord, 'id' | 'url' | 'site'>

/** Everything a page can ask of the background. One map for both ends; all values are plain JSON. */
export type KaifongContract = {
  /** Stores an article durably; its pictures follow, taken from the tab where that is still open. */
  save: { request: { article: Article; tags: DistrictTag[]; tabId?: number }; response: SaveResult }
  /** Puts articles in the trash. */
  remove: { request: { ids: string[] }; response: null }
  /** Takes articles back out of the trash. */
  restore: { request: { ids: string[] }; response: null }
  /** Deletes articles in the trash for good; answers with how many that were. */
  deleteForGood: { request: { ids: string[] }; response: number }
  /** Changes what the reader may change of articles; the changes that come back would take it back. */
  update: { request: { ids: string[]; change: ArticleChange }; response: PastChange[] }
  /** Gives articles own tags of the reader's, and takes some away. */
  label: { request: { ids: string[]; add: string[]; remove: string[] }; response: PastChange[] }
  /** Tries again to fetch the pictures that are missing. */
  retryPictures: { request: { ids: string[] }; response: null }
  /** Takes the pictures that an article lacks from its page, which is open again; answers when all were tried. */
  resumePictures: { request: { id: string; tabId: number }; response: null }
  /** Stops fetching an article's pictures, or all; answers with the articles that lack some now. */
  stopPictures: { request: { id: string | null }; response: string[] }
  /** How far an article's pictures are, as soon as other than `left` are still to be tried. For those who cannot look. */
  pictureWork: { request: { id: string; left: number | null }; response: PictureWork | null }
  /**
   * How far the pictures are of all articles whose are being fetched, and of those known, as soon as other than `left` are
   * still to be tried. For those who cannot look.
   */
  pictureWorks: { request: { known: string[]; left: number | null }; response: PictureWork[] }
  /** What is known of a page: its saved article, trash excepted, and what the reader said of its districts. */
  find: {
    request: { canonicalUrl: string; host: string }
    response: { id: string | null; corrections: Correction[]; priors: SitePriors | null }
  }
  /** Saved articles with much the same text as one that is read, the original first. */
  findReprints: {
    request: { canonicalUrl: string; text: string; publishedAt?: string }
    response: Reprint[]
  }
  /** Keeps all that the reader said about the districts of a page, and gives a saved article the tags it led to. */
  correct: {
    request: { canonicalUrl: string; host: string; corrections: Correction[]; tags: DistrictTag[] }
    response: null
  }
  /** Keeps what the reader chose on a site: where its text is, and what is no part of it. The site is the sender's. */
  keepRule: { request: { keep?: string; drop: string[] }; response: null }
  /** What the reader marked on a page, saved or not. */
  highlights: { request: { canonicalUrl: string }; response: Highlight[] }
  /** The `most` last of all that the reader ever marked, oldest first. */
  listHighlights: {
    request: { most: number }
    response: { highlight: Highlight; article: Pick<ArticleRecord, 'id' | 'title' | 'language'> | null }[]
  }
  /** Keeps a highlight, new, changed or removed before. */
  keepHighlight: { request: { highlight: Highlight }; response: null }
  removeHighlight: { request: { id: string }; response: null }
  /** The next nine serve pages that cannot open the library themselves: Firefox's private windows. */
  list: { request: { query: ArticleQuery; window: QueryWindow }; response: { total: number; rows: ArticleRecord[] } }
  countDistricts: { request: { query: ArticleQuery }; response: [code: string, count: number][] }
  countFacets: { request: { query: ArticleQuery }; response: Record<Facet, [value: string, count: number][]> }
  searchHits: { request: { ids: string[]; text: string }; response: SearchHits[] }
  /** Of articles on screen, those with much the same text: see `Reprint`. */
  reprints: { request: { ids: string[] }; response: [id: string, others: Reprint[]][] }
  listIds: { request: { query: ArticleQuery }; response: string[] }
  records: { request: { ids: string[] }; response: ArticleRecord[] }
  listSpans: { request: { query: ArticleQuery }; response: ArticleSpan[] }
  read: { request: { id: string }; response: SentArticle | null }
}
