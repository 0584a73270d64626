import * as v from 'valibot'
import { HIGHLIGHT_COLOURS } from '../../utils/library/index.ts'
import { correctionSchema } from './corrections.ts'
import { chosenSchema } from './site-rule-schema.ts'

// What may arrive at the background, written out once and checked on arrival. The caps are far above any real article
// and far below what could hurt.
const MAX_HTML = 8_000_000
const MAX_TEXT = 4_000_000
const MAX_LIST = 5_000

const line = v.pipe(v.string(), v.maxLength(2_000))
const address = v.pipe(v.string(), v.maxLength(8_000))
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const ids = v.pipe(v.array(id), v.maxLength(200_000))
const listOf = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.maxLength(MAX_LIST))
const optional = v.exactOptional

const article = v.object({
  url: address,
  canonicalUrl: address,
  title: line,
  subtitle: optional(line),
  source: optional(v.object({ name: line, url: optional(address) })),
  site: optional(line),
  section: optional(line),
  breadcrumb: listOf(line),
  credits: listOf(
    v.object({ role: v.picklist(['reporter', 'correspondent', 'photographer', 'editor', 'author']), name: line }),
  ),
  publishedAt: optional(line),
  dateline: optional(line),
  language: line,
  html: v.pipe(v.string(), v.maxLength(MAX_HTML)),
  text: v.pipe(v.string(), v.maxLength(MAX_TEXT)),
  images: listOf(
    v.object({
      url: address,
      alt: optional(v.string()),
      caption: optional(v.string()),
      width: optional(v.number()),
      height: optional(v.number()),
    }),
  ),
  nextPageUrl: optional(address),
})

const tag = v.object({
  code: v.pipe(v.string(), v.regex(/^\d{6}$/)),
  name: line,
  path: listOf(line),
  role: v.picklist(['main', 'mentioned']),
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  subdistricts: listOf(v.object({ code: optional(v.pipe(v.string(), v.regex(/^\d{9}$/))), name: line })),
  evidence: listOf(
    v.object({
      text: v.string(),
      where: v.picklist(['breadcrumb', 'title', 'lead', 'body', 'source', 'url']),
      offset: v.number(),
    }),
  ),
})

const state = v.picklist(['to-read', 'reading', 'read'])
const flag = v.picklist([0, 1])

const change = v.object({
  state: optional(state),
  starred: optional(flag),
  labels: optional(listOf(line)),
  tags: optional(listOf(tag)),
  place: optional(v.object({ paragraph: v.number(), quote: v.string() })),
})

const place = v.pipe(v.string(), v.regex(/^\d{6,9}$/))

const query = v.object({
  district: optional(place),
  without: optional(listOf(place)),
  state: optional(state),
  text: optional(line),
  starred: optional(flag),
  source: optional(line),
  site: optional(line),
  label: optional(line),
  trash: optional(v.boolean()),
  from: optional(v.number()),
  to: optional(v.number()),
  hasPictures: optional(v.boolean()),
  sort: optional(v.picklist(['saved', 'published', 'title', 'length', 'district'])),
  group: optional(v.picklist(['day', 'district', 'story'])),
})

const window = v.object({ offset: v.pipe(v.number(), v.minValue(0)), limit: v.pipe(v.number(), v.maxValue(500)) })

const highlight = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/)),
  canonicalUrl: address,
  quote: v.object({ exact: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_TEXT)), prefix: line, suffix: line }),
  colour: v.picklist(HIGHLIGHT_COLOURS),
  note: v.pipe(v.string(), v.maxLength(100_000)),
  createdAt: v.pipe(v.number(), v.minValue(0)),
})

export const requests = {
  save: v.object({ article, tags: listOf(tag), tabId: optional(v.number()) }),
  remove: v.object({ ids }),
  restore: v.object({ ids }),
  deleteForGood: v.object({ ids }),
  update: v.object({ ids, change }),
  label: v.object({ ids, add: listOf(line), remove: listOf(line) }),
  retryPictures: v.object({ ids }),
  resumePictures: v.object({ id, tabId: v.number() }),
  stopPictures: v.object({ id: v.nullable(id) }),
  pictureWork: v.object({ id, left: v.nullable(v.number()) }),
  pictureWorks: v.object({ known: ids, left: v.nullable(v.number()) }),
  find: v.object({ canonicalUrl: address, host: line }),
  findReprints: v.object({
    canonicalUrl: address,
    text: v.pipe(v.string(), v.maxLength(MAX_TEXT)),
    publishedAt: optional(line),
  }),
  correct: v.object({
    canonicalUrl: address,
    host: line,
    corrections: listOf(correctionSchema),
    tags: listOf(tag),
  }),
  keepRule: chosenSchema,
  highlights: v.object({ canonicalUrl: address }),
  listHighlights: v.object({ most: v.pipe(v.number(), v.minValue(1), v.maxValue(100_000)) }),
  keepHighlight: v.object({ highlight }),
  removeHighlight: v.object({ id }),
  list: v.object({ query, window }),
  countDistricts: v.object({ query }),
  countFacets: v.object({ query }),
  searchHits: v.object({ ids, text: line }),
  reprints: v.object({ ids: v.pipe(ids, v.maxLength(500)) }),
  listIds: v.object({ query }),
  records: v.object({ ids }),
  listSpans: v.object({ query }),
  read: v.object({ id }),
}
