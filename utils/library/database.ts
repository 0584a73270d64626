import { Dexie, type Table } from 'dexie'
import type { TextQuote } from '../article/text-quote.ts'
import type { ArticleId, ArticleRecord, Field } from './record.ts'
import type { Block, WideBlock } from './search/block.ts'
import type { Term } from './terms.ts'

/** Raised by one with every change of the tables below; each change is a numbered migration in `LibraryDatabase`. */
export const SCHEMA_VERSION = 6

/** An article as stored: the record, less what its tags say already, and what the indexes read. */
export interface ArticleRow extends Omit<ArticleRecord, 'districts'> {
  /**
   * A multi-entry index whose entries are pairs. The time is negative, so that reading forward gives the newest first:
   * only forward reads can fetch a whole window in one request.
   */
  terms: [term: Term, negativeSavedAt: number][]
  /** Its place in the catalogue, given by `writeRows`. */
  slot: number
  /** What articles with much the same text find each other by: see likeness.ts. Worked out after saving. */
  sketch?: number[]
  /** Hybrid logical times of each field's last change. */
  times: Partial<Record<Field, string>>
}

export interface BodyRow {
  articleId: ArticleId
  /** Gzip of a body: see body.ts. */
  bytes: Uint8Array<ArrayBuffer>
}

export interface ImageRow {
  articleId: ArticleId
  url: string
  /** Media type by content, never by what a server said. */
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

/** What is still to do for an article. Written in the transaction that promises it, deleted when done. */
export interface JobRow {
  /** `pictures:<article>`: asking twice is one job. */
  id: string
  kind: 'pictures'
  articleId: ArticleId
  /** Not tried yet. */
  todo: string[]
  failed: { url: string; reason: string }[]
  /** Rounds begun. */
  attempts: number
  /** Milliseconds since 1970; not to be taken up before. */
  notBefore: number
}

/** What is left of an article that was deleted for good, so that a merge does not bring it back. */
export interface TombstoneRow {
  id: ArticleId
  canonicalUrl: string
  deletedAt: string
}

/** What readers said about a page's districts. Outlives the article, so that extracting again keeps it. */
export interface CorrectionRow {
  canonicalUrl: string
  value: unknown
  updatedAt: string
}

/** What was learnt about a site, such as where its news is mostly about. */
export interface SiteRow {
  site: string
  value: unknown
  updatedAt: string
}

export const HIGHLIGHT_COLOURS = ['yellow', 'green', 'blue', 'pink'] as const
export type HighlightColour = (typeof HIGHLIGHT_COLOURS)[number]

/** Words that a reader marked. Found by what they say, so that they outlive the article and its extraction. */
export interface HighlightRow {
  /** Random. */
  id: string
  canonicalUrl: string
  quote: TextQuote
  colour: HighlightColour
  /** Empty where the reader wrote none. */
  note: string
  /** Milliseconds since 1970. */
  createdAt: number
  removed: 0 | 1
  updatedAt: string
}

/** An article that is saved but not in the search index yet; written with it, deleted when indexed. Its words are its body's. */
export interface UnindexedRow {
  articleId: ArticleId
  slot: number
}

/** An article that was not yet compared with the others; written with it, deleted when compared. */
export interface UnlinkedRow {
  articleId: ArticleId
}

/** A finished part of the search index: see search/. Never changed, only merged into another. */
export interface SegmentRow {
  segment: number
  /** How often it was merged. */
  level: number
  articles: number
  /** The first token of each of its blocks, in order. */
  firsts: string[]
}

export type PostingsRow = (Block | WideBlock) & { segment: number }

/** Entries of some articles: see catalogue.ts. */
export interface CatalogueRow {
  chunk: number
  revision: number
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * Small single values: 'clock' (last stamp), 'node' (this device's name); of the catalogue 'slots' (given so far),
 * 'revision' (of the last write), 'cleared' (the revision at which it was emptied); 'merging' (the segment being made);
 * of the sentinel 'noted', 'deleted', 'restored' and 'bodiless'.
 */
export interface MetaRow {
  key: string
  value: string | number
}

/** The tables, and every migration from version 1 on. Nothing outside utils/library sees this class. */
export class LibraryDatabase extends Dexie {
  declare articles: Table<ArticleRow, ArticleId>
  declare bodies: Table<BodyRow, ArticleId>
  declare images: Table<ImageRow, [ArticleId, string]>
  declare jobs: Table<JobRow, string>
  declare tombstones: Table<TombstoneRow, ArticleId>
  declare counts: Table<{ term: Term; count: number }, Term>
  declare catalogue: Table<CatalogueRow, number>
  declare unindexed: Table<UnindexedRow, ArticleId>
  declare unlinked: Table<UnlinkedRow, ArticleId>
  declare segments: Table<SegmentRow, number>
  declare postings: Table<PostingsRow, [number, string]>
  declare corrections: Table<CorrectionRow, string>
  declare sites: Table<SiteRow, string>
  declare highlights: Table<HighlightRow, string>
  declare meta: Table<MetaRow, string>

  constructor(name: string, options: { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange } = {}) {
    // 'strict' waits for the disk before a commit is reported: without it an acknowledged save can be lost with the
    // power. No cache: it would hold and copy whole lists that the pages already hold.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false, ...options })
    this.version(1).stores({
      articles: 'id, &canonicalUrl, *terms',
      bodies: 'articleId',
      images: '[articleId+url]',
      jobs: 'id, notBefore',
      tombstones: 'id, canonicalUrl',
      counts: 'term',
      catalogue: 'chunk, revision',
      unindexed: 'articleId',
      segments: '++segment',
      postings: '[segment+first]',
      corrections: 'canonicalUrl',
      sites: 'site',
      meta: 'key',
    })
    this.version(2).stores({ highlights: 'id, canonicalUrl' })
    this.version(3)
      .stores({ articles: 'id, &canonicalUrl, *terms, *sketch, story', unlinked: 'articleId' })
      .upgrade(async transaction => {
        const ids = await transaction.table('articles').toCollection().primaryKeys()
        await transaction.table('unlinked').bulkPut(ids.map(articleId => ({ articleId })))
      })
    // Only to keep older versions out, which cannot read blocks as they are written now. Those that are there stay until
    // they are merged.
    this.version(4).stores({})
    // Articles that wait to be indexed had their words written down with them a second time.
    this.version(5)
      .stores({})
      .upgrade(async transaction => {
        const rows: UnindexedRow[] = await transaction.table('unindexed').toArray()
        await transaction.table('unindexed').bulkPut(rows.map(({ articleId, slot }) => ({ articleId, slot })))
      })
    // Keeps older versions out, too, which cannot read bodies and blocks as they are written now, nor know that articles
    // of a place are found under their state alone. What is there is read as it is.
    this.version(6).stores({ unindexed: 'articleId, slot' })
  }
}
