import { NEVER } from '../clock.ts'
import type { BodyRow, ImageRow, JobRow } from '../database.ts'
import { imagesOf, jobId } from '../jobs.ts'
import type { Library } from '../open.ts'
import type { ArticleId } from '../record.ts'
import { recordOf } from '../rows.ts'
import { toBase64 } from './base64.ts'
import { FORMAT, FORMAT_VERSION, lineWriter } from './format.ts'

export interface ExportOptions {
  /** Only these articles; all with the trash, tombstones and corrections where not given. */
  ids?: readonly ArticleId[]
  onProgress?: (progress: { done: number; total: number }) => void
}

/**
 * The library as one file: see format.ts. Read a few articles at a time as the reader of the stream takes them, so that
 * no size is too large; what changes meanwhile is in the file as it was or as it is. Cancel the stream to stop.
 */
export function exportBackup(library: Library, options: ExportOptions = {}): ReadableStream<Uint8Array> {
  return fileOf(library, values(library, options))
}

/** What a reader changed other than by saving. */
export interface Changes {
  articles: readonly ArticleId[]
  highlights: readonly string[]
  /** Canonical addresses of pages whose districts were corrected. */
  pages: readonly string[]
  sites: readonly string[]
}

/** What was changed as it is now, in the form of a backup: of articles their records alone. */
export function exportChanges(library: Library, changes: Changes): ReadableStream<Uint8Array> {
  return fileOf(library, changeValues(library, changes))
}

async function* changeValues({ db }: Library, changes: Changes): AsyncGenerator<object> {
  for (let start = 0; start < changes.articles.length; start += MANY) {
    for (const row of await db.articles.bulkGet(changes.articles.slice(start, start + MANY))) {
      if (row) yield { kind: 'article', record: recordOf(row), times: row.times }
    }
  }
  for (const row of await db.highlights.bulkGet([...changes.highlights])) if (row) yield { kind: 'highlight', ...row }
  for (const row of await db.corrections.bulkGet([...changes.pages])) if (row) yield { kind: 'correction', ...row }
  for (const row of await db.sites.bulkGet([...changes.sites])) if (row) yield { kind: 'site', ...row }
}

/** Records read at once. */
const MANY = 500

function fileOf(library: Library, all: AsyncIterable<object>): ReadableStream<Uint8Array> {
  const source = fileLines(library, all)
  const encoder = new TextEncoder()
  const text = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const next = await source.next()
        if (next.done) controller.close()
        else controller.enqueue(encoder.encode(next.value))
      },
      async cancel() {
        await source.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
  return text.pipeThrough(new CompressionStream('gzip'))
}

async function* fileLines(library: Library, all: AsyncIterable<object>): AsyncGenerator<string> {
  const write = lineWriter()
  let lines = 0
  yield write({ kind: FORMAT, version: FORMAT_VERSION, createdAt: library.now() })
  for await (const value of all) {
    yield write(value)
    lines++
  }
  yield write({ kind: 'end', lines })
}

const BATCH = 20

async function* values({ db }: Library, { ids, onProgress }: ExportOptions): AsyncGenerator<object> {
  const all = ids ? [...ids] : await db.articles.toCollection().primaryKeys()
  for (let start = 0; start < all.length; start += BATCH) {
    yield* await articleValues({ db }, all.slice(start, start + BATCH))
    onProgress?.({ done: Math.min(all.length, start + BATCH), total: all.length })
  }
  yield* await highlightValues({ db }, ids)
  if (ids) return
  for (const row of await db.tombstones.toArray()) yield { kind: 'tombstone', ...row }
  for (const row of await db.corrections.toArray()) yield { kind: 'correction', ...row }
  for (const row of await db.sites.toArray()) yield { kind: 'site', ...row }
}

async function highlightValues({ db }: Pick<Library, 'db'>, ids: readonly ArticleId[] | undefined): Promise<object[]> {
  const addresses = ids && (await db.articles.bulkGet([...ids])).flatMap(row => row?.canonicalUrl ?? [])
  const rows = addresses ? db.highlights.where('canonicalUrl').anyOf(addresses) : db.highlights
  return (await rows.toArray()).map(row => ({ kind: 'highlight', ...row }))
}

async function articleValues({ db }: Pick<Library, 'db'>, ids: ArticleId[]): Promise<object[]> {
  return db.transaction('r', [db.articles, db.bodies, db.images, db.jobs], async () => {
    const [rows, bodies, jobs] = await Promise.all([
      db.articles.bulkGet(ids),
      db.bodies.bulkGet(ids),
      db.jobs.bulkGet(ids.map(jobId)),
    ])
    const found: object[] = []
    for (const [index, row] of rows.entries()) {
      if (!row) continue
      const [body, job] = [bodies[index], jobs[index]]
      found.push({ kind: 'article', record: recordOf(row), times: row.times, ...bodyValue(body), ...jobValue(job) })
      for (const image of await imagesOf(db, row.id).toArray()) found.push(imageValue(image))
    }
    return found
  })
}

function bodyValue(body: BodyRow | undefined): object {
  return body ? { body: toBase64(body.bytes) } : {}
}

function jobValue(job: JobRow | undefined): object {
  if (!job) return {}
  const { todo, failed, attempts, notBefore } = job
  return { job: { todo, failed, attempts, notBefore } }
}

function imageValue({ articleId, url, type, bytes }: ImageRow): object {
  return { kind: 'image', articleId, url, type, bytes: toBase64(bytes) }
}

/** The stamp of the last change, which sorts after those of all before it; empty where nothing ever was. */
export async function latestStamp({ db }: Library): Promise<string> {
  return String((await db.meta.get('clock'))?.value ?? NEVER)
}

/** Changes with everything that a backup holds. */
export async function lastChange({ db }: Library): Promise<string> {
  const [clock, revision] = await db.meta.bulkGet(['clock', 'revision'])
  return `${clock?.value} ${revision?.value}`
}
