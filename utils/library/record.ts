import type { Credit, DistrictTag, Source } from '../article/article.ts'

/** Random, so that two devices never give the same one and no clock decides it: see `newArticleId`. */
export type ArticleId = string & { readonly __brand: 'ArticleId' }

export type ReadingState = 'to-read' | 'reading' | 'read'

export const READING_STATES: readonly ReadingState[] = ['to-read', 'reading', 'read']

/** Where a reader stopped: to the paragraph, with its first words, so that it is found at every width and font size. */
export interface ReadingPlace {
  /** Counted from 0 through the block elements of the article. */
  paragraph: number
  quote: string
}

/** How the pictures of an article are doing: `stored + failed < wanted` while some are still to be fetched. */
export interface PictureCounts {
  wanted: number
  stored: number
  failed: number
}

/** All that a list row or a filter needs of a saved article, and no more. Plain JSON. */
export interface ArticleRecord {
  id: ArticleId
  url: string
  canonicalUrl: string
  title: string
  subtitle?: string
  source?: Source
  site?: string
  section?: string
  breadcrumb: string[]
  credits: Credit[]
  /** ISO 8601 with offset. */
  publishedAt?: string
  /** BCP 47. */
  language: string
  excerpt: string
  /** Minutes to read it. */
  minutes: number
  /** Characters (UTF-16) of text. */
  length: number
  /** The main ones first; of each tag's evidence the first few pieces, enough to explain it. */
  tags: DistrictTag[]
  /** Every code this article is found under: districts, the cities and provinces above them, subdistricts. */
  districts: string[]
  state: ReadingState
  starred: 0 | 1
  /** The reader's own tags. */
  labels: string[]
  /** Milliseconds since 1970, by this device's clock. */
  savedAt: number
  /** Hybrid logical clock of the last change: see clock.ts. */
  updatedAt: string
  /** When it was put in the trash, milliseconds since 1970. */
  removedAt?: number
  pictures: PictureCounts
  place?: ReadingPlace
  /** Address of the first picture. */
  cover?: string
  /** The same of all articles with much the same text: see reprints.ts. */
  story?: string
}

/** The parts of a record that change each on their own; a merge between devices takes the newest of each. */
export type Field = 'content' | 'state' | 'starred' | 'labels' | 'tags' | 'place' | 'removed'

/** What a reader, or the tagger on their behalf, may change of a saved article. */
export type ArticleChange = Partial<Pick<ArticleRecord, 'state' | 'starred' | 'labels' | 'tags' | 'place'>>

/** Why the library could not do what was asked. One union for every function of this folder. */
export type LibraryFailure =
  /** The disk or the browser's share of it is full. What was there is still there. */
  | 'quota'
  /** The browser lets nothing be stored here, or closed the database. */
  | 'unavailable'
  /** Larger than any real article: see limits.ts. */
  | 'too-large'
  /** The browser gave an error it has no name for, such as a damaged file. */
  | 'unknown'

/**
 * 54 random bits in 9 letters: short, since each of some twelve index entries holds it twice (the 12 letters that it had up
 * to version 5 of the library cost 200 bytes an article more), and two alike are not to be expected among less than 10^7
 * articles.
 */
export function newArticleId(): ArticleId {
  const bytes = crypto.getRandomValues(new Uint8Array(7))
  const letters = btoa(String.fromCharCode(...bytes)).slice(0, LETTERS)
  return letters.replace(/\+/g, '-').replace(/\//g, '_') as ArticleId
}

const LETTERS = 9
