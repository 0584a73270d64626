/**
 * A backup is a gzip of lines. Each line is a checksum, a space and JSON; the checksum is the SHA-256 of the one before
 * it and of the JSON, so that every line vouches for all before it, and the last for the whole file. First comes the
 * header, last the end with the number of lines; of an article, its pictures follow it at once.
 */
export const FORMAT = 'kaifong-backup'
/** 2 has highlights. */
export const FORMAT_VERSION = 2

/** What is wrong with a file. */
export type BackupFault =
  /** Another kind of file. */
  | 'not-a-backup'
  /** Ends too early: a download or copy that broke off. */
  | 'torn'
  /** Its checksums do not fit, or what they guard has no sense. */
  | 'altered'
  /** Written by a newer Kaifong. */
  | 'newer-version'
  /** Unfolds to more than any library: made to harm. */
  | 'too-large'

/** Thrown inside this folder, turned into a value at its edge. */
export class BackupError extends Error {
  constructor(readonly fault: BackupFault) {
    super(fault)
  }
}

const HASH_LETTERS = 64
const FIRST_HASH = '0'.repeat(HASH_LETTERS)
const MB = 1_000_000
/** Letters of one line: a picture of the largest size allowed, in base64, with room to spare. */
const MAX_LINE = 64 * MB
/** Gzip makes at most 1,032 of one; lines that hold base64 make less than four. */
const MAX_RATIO = 200
const MAX_LINES = 20 * MB

/** Turns values into the lines of a file. */
export function lineWriter(): (value: unknown) => Promise<string> {
  let hash = FIRST_HASH
  return async value => {
    const json = JSON.stringify(value)
    hash = await chain(hash, json)
    return `${hash} ${json}\n`
  }
}

/**
 * The values of a file's lines, each only after its checksum was found right.
 * @throws BackupError at the first thing that is wrong; the caller checks that the last value is the end
 */
export async function* readLines(file: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<unknown> {
  let hash = FIRST_HASH
  for await (const line of lines(file)) {
    const [told, json] = [line.slice(0, HASH_LETTERS), line.slice(HASH_LETTERS + 1)]
    const first = hash === FIRST_HASH
    hash = await chain(hash, json)
    if (told !== hash) throw new BackupError(first && !json.includes(FORMAT) ? 'not-a-backup' : 'altered')
    yield JSON.parse(json)
  }
}

async function* lines(file: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  let [bytesIn, lettersOut, count, pieces, waiting] = [0, 0, 0, [] as string[], 0]
  let isGzip = false
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      if (bytesIn === 0) isGzip = chunk[0] === 0x1f && (chunk.length < 2 || chunk[1] === 0x8b)
      bytesIn += chunk.byteLength
      controller.enqueue(chunk)
    },
  })
  const text = file
    .pipeThrough(counted)
    .pipeThrough(new DecompressionStream('gzip'))
    .pipeThrough(new TextDecoderStream('utf-8', { fatal: true }))
  for await (const chunk of unfolded(text, () => isGzip)) {
    lettersOut += chunk.length
    if (lettersOut > MB + bytesIn * MAX_RATIO) throw new BackupError('too-large')
    const parts = chunk.split('\n')
    for (const part of parts.slice(0, -1)) {
      if (++count > MAX_LINES) throw new BackupError('too-large')
      yield pieces.join('') + part
      pieces = []
      waiting = 0
    }
    const rest = parts.at(-1) ?? ''
    pieces.push(rest)
    waiting += rest.length
    if (waiting > MAX_LINE) throw new BackupError('too-large')
  }
  if (waiting > 0) throw new BackupError('torn')
}

// What the decompressor says of broken bytes depends on the browser; that it is a TypeError is in the standard.
async function* unfolded(text: ReadableStream<string>, isGzip: () => boolean): AsyncGenerator<string> {
  try {
    yield* text
  } catch (error) {
    if (error instanceof TypeError) throw new BackupError(isGzip() ? 'torn' : 'not-a-backup')
    throw error
  }
}

async function chain(before: string, json: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(before + json))
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}
