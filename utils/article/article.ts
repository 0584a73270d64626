/** What a reader reads, as extracted from a page. A plain value: it can be sent in a message and stored as it is. */
export interface Article {
  /** The address as visited. */
  url: string
  /** The address that decides "already saved?": see `canonicalAddress` in url.ts. */
  canonicalUrl: string
  title: string
  subtitle?: string
  /** 来源, the publication that wrote it (晶报). */
  source?: Source
  /** The portal that served it (新岭南). */
  site?: string
  section?: string
  /** The page's own trail, outermost first, without "正文". */
  breadcrumb: string[]
  credits: Credit[]
  /** ISO 8601 with offset; Chinese portals that give none mean +08:00. */
  publishedAt?: string
  /** What the text begins with, as it stands there: 本报讯, 新华社北京5月1日电. */
  dateline?: string
  /** BCP 47. */
  language: string
  /** Sanitised HTML with absolute addresses. */
  html: string
  /** The body's paragraphs separated by `\n`, without captions. */
  text: string
  images: ArticleImage[]
  /** Where the article goes on, when the portal cut it into pages. */
  nextPageUrl?: string
}

export interface Source {
  name: string
  url?: string
}

export type CreditRole = 'reporter' | 'correspondent' | 'photographer' | 'editor' | 'author'

export interface Credit {
  role: CreditRole
  name: string
}

export interface ArticleImage {
  /** Absolute; equals the `src` of its `<img>` in `Article.html`. */
  url: string
  alt?: string
  caption?: string
  /** CSS pixels, where the page says so. */
  width?: number
  height?: number
}

/** The part of an article that the tagger reads. */
export type TaggableArticle = Pick<Article, 'url' | 'title' | 'text'> &
  Partial<Pick<Article, 'breadcrumb' | 'section' | 'source' | 'site' | 'language'>>

/** A district (or a city or province where nothing finer is meant) that an article is about or names. */
export interface DistrictTag {
  /** GB/T 2260 adcode, six digits; a city or province code when nothing finer is meant. */
  code: string
  name: string
  /** From the province down: ['广东省', '深圳市', '龙岗区']. */
  path: string[]
  role: 'main' | 'mentioned'
  /** 0..1, calibrated: of the tags at 0.8, 80% are right. */
  confidence: number
  subdistricts: Subdistrict[]
  evidence: Evidence[]
}

export interface Subdistrict {
  /** Nine digits, where the gazetteer has one. */
  code?: string
  name: string
}

export interface Evidence {
  /** The words that name or point to the place, as they stand in the article. */
  text: string
  where: 'breadcrumb' | 'title' | 'lead' | 'body' | 'source' | 'url'
  /** UTF-16 offset into the field that `where` names ('lead' and 'body': into `text`). */
  offset: number
}

export interface TaggedArticle {
  article: Article
  tags: DistrictTag[]
}
