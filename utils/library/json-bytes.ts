/** Before JSON in GB 18030: a byte that neither that nor UTF-8 begins with. */
const MARK = 0xff

const GB18030 = new TextDecoder('gb18030')
const UTF8 = new TextDecoder()

/**
 * JSON as bytes: UTF-8, or GB 18030 where that is shorter, as it is for Chinese. Its two bytes for a common character
 * keep to few values, of which gzip makes a sixth less than of UTF-8's three.
 */
export function encodeJson(json: string): Uint8Array<ArrayBuffer> {
  const utf8 = new TextEncoder().encode(json)
  const length = gbLengthOf(json)
  return length < utf8.length ? encodeGb(json, length) : utf8
}

/** The JSON that `encodeJson` took. */
export function decodeJson(bytes: Uint8Array): string {
  if (bytes[0] !== MARK) return UTF8.decode(bytes)
  return GB18030.decode(bytes.subarray(1))
}

const PAIR = 2
const ESCAPE = String.raw`\u0000`.length

function gbLengthOf(json: string): number {
  const pairs = pairsByCode()
  let length = 1
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at)
    length += code < 0x80 ? 1 : pairs[code] ? PAIR : ESCAPE
  }
  return length
}

function encodeGb(json: string, length: number): Uint8Array<ArrayBuffer> {
  const pairs = pairsByCode()
  const bytes = new Uint8Array(length)
  let end = 0
  bytes[end++] = MARK
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at)
    const pair = pairs[code] ?? 0
    if (code < 0x80) bytes[end++] = code
    else if (pair) {
      bytes[end++] = pair >> 8
      bytes[end++] = pair & 0xff
    } else {
      // Letters beyond ASCII stand in JSON's strings only, where any may be written so.
      for (const char of `\\u${code.toString(16).padStart(4, '0')}`) bytes[end++] = char.charCodeAt(0)
    }
  }
  return bytes
}

let table: Uint16Array | undefined

/**
 * The two bytes of each UTF-16 code that has any, else 0, as the browser reads them. Only those that no edition of the
 * standard has changed: the 20,902 characters of Unicode 1.1, and the punctuation and full-width forms of GB 2312's rows
 * 1 and 3. (GB 18030-2005 and -2022 moved some of the others.)
 */
function pairsByCode(): Uint16Array {
  if (table) return table
  table = new Uint16Array(0x10000)
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const code = GB18030.decode(Uint8Array.of(lead, trail)).charCodeAt(0)
      const isCharacter = code >= 0x4e00 && code <= 0x9fa5
      const isPunctuation = (lead === 0xa1 || lead === 0xa3) && trail >= 0xa1
      if (isCharacter || isPunctuation) table[code] = lead * 0x100 + trail
    }
  }
  return table
}
