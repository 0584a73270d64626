import * as v from 'valibot'
import { failureOf } from '../failures.ts'
import type { Library } from '../open.ts'
import type { ArticleId, LibraryFailure } from '../record.ts'
import { noteRestored } from '../sentinel.ts'
import { applyGroups, type Group } from './apply.ts'
import { BackupError, type BackupFault, FORMAT_VERSION, readLines } from './format.ts'
import { type ArticleLine, header, type ImageLine, type Line, line } from './schema.ts'

export type ImportResult =
  | ({ status: 'done' } & ImportCounts)
  /** A fault, or 'stopped' while checking, means that nothing was touched; else what was done is kept and whole. */
  | ({ status: 'failed'; reason: BackupFault | LibraryFailure | 'stopped' } & ImportCounts)

export interface ImportCounts {
  /** Articles that were not here. */
  added: number
  /** Articles of which the file had something newer, or something missing here. */
  changed: number
  /** Articles that were here as they are in the file, or newer, or deleted since. */
  unchanged: number
}

export interface ImportOptions {
  /** Passes over articles that are not here: for files that have no more of them than what changed. */
  presentOnly?: boolean
  signal?: AbortSignal
  /** `done` lines of `total`; the total is known only after checking. */
  onProgress?: (progress: { phase: 'checking' | 'restoring'; done: number; total?: number }) => void
}

/**
 * Adds a backup to the library. The whole file is checked before anything is touched; then articles are merged, each
 * with its body and pictures in one transaction, newer fields winning on either side. Running it twice, or again after it
 * was interrupted, does no harm.
 * @param file gives its bytes as often as asked, as a `File` does
 */
export async function importBackup(
  library: Library,
  file: { stream(): ReadableStream<Uint8Array<ArrayBuffer>> },
  { presentOnly = false, signal, onProgress }: ImportOptions = {},
): Promise<ImportResult> {
  const counts: ImportCounts = { added: 0, changed: 0, unchanged: 0 }
  try {
    let total = 0
    for await (const _ of checkedLines(file.stream(), signal)) onProgress?.({ phase: 'checking', done: ++total })
    let done = 0
    for await (const batch of batches(groups(checkedLines(file.stream(), signal)))) {
      const meant = presentOnly ? await ofPresent(library, batch) : batch
      for (const applied of await applyGroups(library, meant)) if (applied) counts[applied]++
      done += batch.reduce((sum, { images }) => sum + 1 + images.length, 0)
      onProgress?.({ phase: 'restoring', done, total })
    }
    if (!presentOnly) await noteRestored(library)
    return { status: 'done', ...counts }
  } catch (error) {
    return { status: 'failed', reason: await reasonOf(error, signal), ...counts }
  }
}

async function ofPresent({ db }: Library, batch: readonly Group[]): Promise<Group[]> {
  const records = batch.flatMap(({ line }) => (line.kind === 'article' ? [line.record] : []))
  const [byId, byAddress] = await Promise.all([
    db.articles.bulkGet(records.map(({ id }) => id as ArticleId)),
    db.articles
      .where('canonicalUrl')
      .anyOf(records.map(({ canonicalUrl }) => canonicalUrl))
      .toArray(),
  ])
  const ids = new Set<string>(byId.flatMap(row => row?.id ?? []))
  const addresses = new Set(byAddress.map(({ canonicalUrl }) => canonicalUrl))
  return batch.filter(
    ({ line }) => line.kind !== 'article' || ids.has(line.record.id) || addresses.has(line.record.canonicalUrl),
  )
}

/** Each batch is one transaction that waits for the disk: many articles, as far as memory allows. */
const BATCH = 50
const BATCH_BYTES = 20_000_000

async function* batches(all: AsyncIterable<Group>): AsyncGenerator<Group[]> {
  let [batch, bytes] = [[] as Group[], 0]
  for await (const group of all) {
    batch.push(group)
    bytes += group.images.reduce((sum, image) => sum + image.bytes.length, 0)
    if (batch.length < BATCH && bytes < BATCH_BYTES) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}

async function* groups(lines: AsyncIterable<Line>): AsyncGenerator<Group> {
  let current: { line: ArticleLine; images: ImageLine[] } | undefined
  for await (const line of lines) {
    if (line.kind === 'image') {
      if (current?.line.record.id !== line.articleId) throw new BackupError('altered')
      current.images.push(line)
      continue
    }
    if (current) yield current
    current = undefined
    if (line.kind === 'article') current = { line, images: [] }
    else yield { line, images: [] }
  }
  if (current) yield current
}

async function* checkedLines(
  file: ReadableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Line> {
  let [started, ended, lines] = [false, false, 0]
  for await (const value of readLines(file)) {
    signal?.throwIfAborted()
    if (ended) throw new BackupError('altered')
    if (!started) {
      checkHeader(value)
      started = true
      continue
    }
    const parsed = v.safeParse(line, value)
    if (!parsed.success) throw new BackupError('altered')
    if (parsed.output.kind === 'end') {
      if (parsed.output.lines !== lines) throw new BackupError('altered')
      ended = true
    } else {
      lines++
      yield parsed.output
    }
  }
  if (!ended) throw new BackupError(started ? 'torn' : 'not-a-backup')
}

function checkHeader(value: unknown): void {
  const parsed = v.safeParse(header, value)
  if (!parsed.success) throw new BackupError('not-a-backup')
  if (parsed.output.version > FORMAT_VERSION) throw new BackupError('newer-version')
}

async function reasonOf(
  error: unknown,
  signal: AbortSignal | undefined,
): Promise<BackupFault | LibraryFailure | 'stopped'> {
  if (error instanceof BackupError) return error.fault
  if (signal?.aborted) return 'stopped'
  return failureOf(error)
}
