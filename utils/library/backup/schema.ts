import * as v from 'valibot'
import { isTime, parseTime } from '../clock.ts'
import { HIGHLIGHT_COLOURS } from '../database.ts'
import { pictureType } from '../media-type.ts'
import { fromBase64 } from './base64.ts'
import { FORMAT } from './format.ts'

// Every line of a backup is made into a fresh object of these shapes: what is not named here, `__proto__` above all,
// stays behind.
const LATEST = Date.UTC(4000, 0)

const text = v.string()
const optional = v.exactOptional
// Pages make links of these: a file may not smuggle in what runs. A file on the disk may have been read and saved.
const SAFE = /^(?:https?|file):/i
const address = v.pipe(text, v.regex(SAFE))
const source = v.pipe(
  v.object({ name: text, url: v.exactOptional(text) }),
  v.transform(({ name, url }) => (url !== undefined && SAFE.test(url) ? { name, url } : { name })),
)
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(LATEST))
const stamp = v.pipe(
  text,
  v.check(value => isTime(value) && parseTime(value).millis < LATEST),
)
const id = v.pipe(text, v.regex(/^[\w-]{8,64}$/))
const bytes = v.pipe(
  text,
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return fromBase64(dataset.value)
    } catch {
      addIssue({ message: 'not base64' })
      return NEVER
    }
  }),
)
const json = v.pipe(
  v.unknown(),
  v.transform(value => JSON.parse(JSON.stringify(value ?? null), withoutProto) as unknown),
)

function withoutProto(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value
}

const tag = v.object({
  code: text,
  name: text,
  path: v.array(text),
  role: v.picklist(['main', 'mentioned']),
  confidence: v.number(),
  subdistricts: v.array(v.object({ code: optional(text), name: text })),
  evidence: v.array(
    v.object({
      text,
      where: v.picklist(['breadcrumb', 'title', 'lead', 'body', 'source', 'url']),
      offset: v.number(),
    }),
  ),
})

const record = v.object({
  id,
  url: address,
  canonicalUrl: address,
  title: text,
  subtitle: optional(text),
  source: optional(source),
  site: optional(text),
  section: optional(text),
  breadcrumb: v.array(text),
  credits: v.array(
    v.object({ role: v.picklist(['reporter', 'correspondent', 'photographer', 'editor', 'author']), name: text }),
  ),
  publishedAt: optional(text),
  language: text,
  excerpt: text,
  minutes: v.number(),
  length: v.number(),
  tags: v.array(tag),
  districts: v.array(text),
  state: v.picklist(['to-read', 'reading', 'read']),
  starred: v.picklist([0, 1]),
  labels: v.array(text),
  savedAt: moment,
  updatedAt: stamp,
  removedAt: optional(moment),
  pictures: v.object({ wanted: count, stored: count, failed: count }),
  place: optional(v.object({ paragraph: count, quote: text })),
  cover: optional(address),
  story: optional(id),
})

const times = v.object({
  content: optional(stamp),
  state: optional(stamp),
  starred: optional(stamp),
  labels: optional(stamp),
  tags: optional(stamp),
  place: optional(stamp),
  removed: optional(stamp),
})

const job = v.object({
  todo: v.array(text),
  failed: v.array(v.object({ url: text, reason: text })),
  attempts: count,
  notBefore: count,
})

// A file could call anything a picture, which a page would then show as what it says: so look at the bytes again.
const image = v.pipe(
  v.object({ kind: v.literal('image'), articleId: id, url: address, type: text, bytes }),
  v.check(({ type, bytes }) => pictureType(bytes) === type),
)

export const header = v.object({ kind: v.literal(FORMAT), version: v.pipe(v.number(), v.integer(), v.minValue(1)) })

export const line = v.variant('kind', [
  v.object({ kind: v.literal('article'), record, times, body: optional(bytes), job: optional(job) }),
  image,
  v.object({ kind: v.literal('tombstone'), id, canonicalUrl: text, deletedAt: stamp }),
  v.object({ kind: v.literal('correction'), canonicalUrl: text, value: json, updatedAt: stamp }),
  v.object({ kind: v.literal('site'), site: text, value: json, updatedAt: stamp }),
  v.object({
    kind: v.literal('highlight'),
    id,
    canonicalUrl: text,
    quote: v.object({ exact: text, prefix: text, suffix: text }),
    colour: v.picklist(HIGHLIGHT_COLOURS),
    note: text,
    createdAt: moment,
    removed: v.picklist([0, 1]),
    updatedAt: stamp,
  }),
  v.object({ kind: v.literal('end'), lines: count }),
])

export type Line = v.InferOutput<typeof line>
export type ArticleLine = Extract<Line, { kind: 'article' }>
export type ImageLine = Extract<Line, { kind: 'image' }>
