// Node decodes GBK but does not encode it: the way back is the same table, read the other way.
const bytesOf = new Map<string, [number, number]>()
const decoder = new TextDecoder('gbk')
for (let first = 0x81; first <= 0xfe; first++) {
  for (let second = 0x40; second <= 0xfe; second++) {
    const letter = decoder.decode(Uint8Array.of(first, second))
    if (letter.length === 1 && letter !== '\ufffd') bytesOf.set(letter, [first, second])
  }
}

/** `text` as the bytes of an old portal's page. */
export function encodeGbk(text: string): Buffer {
  return Buffer.from([...text].flatMap(letter => bytesOf.get(letter) ?? letter.charCodeAt(0) & 0x7f))
}
