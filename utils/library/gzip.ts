/** `text` as UTF-8, gzipped. Gzip rather than raw deflate: its checksum tells when a body was damaged. */
export async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return collect(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')), Number.POSITIVE_INFINITY)
}

/**
 * What `gzip` took.
 * @param maxBytes more than this, unfolded, is an attack and is thrown as RangeError
 * @throws TypeError where the bytes are damaged
 */
export async function gunzip(bytes: Uint8Array<ArrayBuffer>, maxBytes: number): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new TextDecoder().decode(await collect(stream, maxBytes))
}

async function collect(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > maxBytes) throw new RangeError(`more than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  const whole = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.length
  }
  return whole
}
