import { BitReader, BitWriter } from './bits.ts'

/** A token and the slots of the articles that have it, ascending. */
export type Posting = [token: string, slots: readonly number[]]

/** Some neighbouring tokens of a segment. */
export interface Block {
  /** The first token, by which the block is found. */
  first: string
  /**
   * In bits: the number of tokens, the least slot, and over how many slots they spread; then of each token how it differs
   * from the one before, the number of its slots, and the steps from one to the next.
   */
  bytes: Uint8Array<ArrayBuffer>
}

/** As blocks were up to version 3 of the library: found and merged into others still. */
export interface WideBlock extends Block {
  /** Joined by line feeds, in order. */
  tokens: string
  /** Of each token the number of its slots and the steps from one to the next, as variable-length integers. */
  bytes: Uint8Array<ArrayBuffer>
}

/** Bits from which on a block is closed: one read gives it whole, so neither many small ones nor a few large. */
const FULL = 4096 * 8

/** Of neighbouring tokens, how far their last characters are from each other, as a power of two: some thirty characters. */
const LETTER_STEP = 4
const LETTER_BITS = 16
const LENGTH_BITS = 6

/** Collects postings, which must come in the order of their tokens, into blocks. */
export class BlockWriter {
  readonly blocks: Block[] = []
  #postings: Posting[] = []
  #bits = 0

  add(posting: Posting): void {
    this.#postings.push(posting)
    this.#bits += estimate(posting)
    if (this.#bits >= FULL) this.close()
  }

  /** Closes the last block. */
  close(): void {
    const [first] = this.#postings
    if (first === undefined) return
    this.blocks.push({ first: first[0], bytes: encode(this.#postings) })
    this.#postings = []
    this.#bits = 0
  }
}

/** The postings of a block whose token `holds`, or all. Slots of the others are passed over. */
export function readBlock(block: Block | WideBlock, holds = (_: string) => true): Posting[] {
  return 'tokens' in block ? readWide(block, holds) : decode(block.bytes, holds)
}

// What a block takes need not be known to the bit before it is closed.
function estimate([token, slots]: Posting): number {
  const [first = 0, last = 0] = [slots[0], slots.at(-1)]
  const step = Math.log2(Math.max(1, (last - first) / slots.length))
  return 12 + 8 * Math.max(0, token.length - 2) + slots.length * (step + 1.5)
}

function encode(postings: readonly Posting[]): Uint8Array<ArrayBuffer> {
  const bits = new BitWriter()
  const least = Math.min(...postings.map(([, slots]) => slots[0] ?? 0))
  const most = Math.max(...postings.map(([, slots]) => slots.at(-1) ?? 0))
  bits.writeCount(postings.length)
  bits.writeCount(least + 1)
  bits.writeCount(most - least + 1)
  let before = ''
  for (const [token, slots] of postings) {
    writeToken(bits, token, before)
    before = token
    bits.writeCount(slots.length + 1)
    const scale = scaleOf(most - least + 1, slots.length)
    let last = least - 1
    for (const slot of slots) {
      bits.writeStep(slot - last - 1, scale)
      last = slot
    }
  }
  return bits.toBytes()
}

function decode(bytes: Uint8Array, holds: (token: string) => boolean): Posting[] {
  const found: Posting[] = []
  const bits = new BitReader(bytes)
  const count = bits.readCount()
  const least = bits.readCount() - 1
  const span = bits.readCount()
  let token = ''
  for (let index = 0; index < count; index++) {
    token = readToken(bits, token)
    const many = bits.readCount() - 1
    const scale = scaleOf(span, many)
    const wanted = holds(token)
    const slots: number[] = []
    for (let at = 0, slot = least - 1; at < many; at++) {
      slot += bits.readStep(scale) + 1
      if (wanted) slots.push(slot)
    }
    if (wanted) found.push([token, slots])
  }
  return found
}

/** The power of two that is nearest to the usual step between so many slots of so many. */
function scaleOf(span: number, many: number): number {
  return Math.max(0, Math.floor(Math.log2(Math.max(1, (0.69 * span) / Math.max(1, many)))))
}

// Most tokens are pairs of characters, and differ from the one before by the second alone.
function writeToken(bits: BitWriter, token: string, before: string): void {
  const shared = sharedBy(token, before)
  const differ = token.charCodeAt(shared) - before.charCodeAt(shared)
  if (token.length === before.length && shared === token.length - 1 && differ > 0) {
    bits.write(1, 1)
    bits.writeStep(differ - 1, LETTER_STEP)
    return
  }
  bits.write(0, 1)
  bits.write(shared, LENGTH_BITS)
  bits.writeCount(token.length - shared + 1)
  for (let at = shared; at < token.length; at++) bits.write(token.charCodeAt(at), LETTER_BITS)
}

function readToken(bits: BitReader, before: string): string {
  if (bits.read(1) === 1) {
    const last = before.charCodeAt(before.length - 1) + bits.readStep(LETTER_STEP) + 1
    return before.slice(0, -1) + String.fromCharCode(last)
  }
  const shared = bits.read(LENGTH_BITS)
  const length = bits.readCount() - 1
  let token = before.slice(0, shared)
  for (let at = 0; at < length; at++) token += String.fromCharCode(bits.read(LETTER_BITS))
  return token
}

function sharedBy(one: string, other: string): number {
  const most = Math.min(one.length, other.length, 2 ** LENGTH_BITS - 1)
  let shared = 0
  while (shared < most && one[shared] === other[shared]) shared++
  return shared
}

function readWide({ tokens, bytes }: WideBlock, holds: (token: string) => boolean): Posting[] {
  const found: Posting[] = []
  let at = 0
  const next = () => {
    let [value, scale] = [0, 1]
    for (;;) {
      const byte = bytes[at++] ?? 0
      value += (byte & 127) * scale
      if (byte < 128) return value
      scale *= 128
    }
  }
  for (const token of tokens.split('\n')) {
    const count = next()
    const wanted = holds(token)
    const slots: number[] = []
    for (let index = 0, slot = 0; index < count; index++) {
      slot += next()
      if (wanted) slots.push(slot)
    }
    if (wanted) found.push([token, slots])
  }
  return found
}
