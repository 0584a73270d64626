/** What portals write for encodings that browsers know by another name. */
const ALIASES: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  utf8: 'utf-8',
}
/** Bytes in which a page may name its encoding. Source: HTML, "prescan a byte stream": 1,024, and portals' habits. */
const HEAD = 4096

/**
 * A page's text from its bytes, by the encoding it was sent or declares, as a browser would; where it names none, UTF-8
 * if that fits, else GB18030, which holds all of GBK.
 * @param type the Content-Type header, or empty
 */
export function decodePage(bytes: Uint8Array, type: string): string {
  // Not `subarray`: Firefox keeps scripts in pages from taking pieces of what a page's fetch gave.
  const start = new Uint8Array(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.byteLength))
  const head = new TextDecoder('latin1').decode(start)
  const named =
    /charset\s*=\s*["']?([\w-]+)/i.exec(type)?.[1] ?? /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]
  const decoder = named && decoderFor(named.toLowerCase())
  if (decoder) return decoder.decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/**
 * A page that was fetched, as a document of its own: no script of it runs and nothing it names is loaded.
 * @param type the Content-Type header, or empty
 */
export function parsePage(bytes: Uint8Array, type: string): Document {
  return new DOMParser().parseFromString(decodePage(bytes, type), 'text/html')
}

function decoderFor(name: string): TextDecoder | undefined {
  try {
    return new TextDecoder(ALIASES[name] ?? name)
  } catch {
    return undefined // A name that no browser knows says nothing.
  }
}
