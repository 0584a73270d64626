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
  /**
   * How far the last characters of neighbouring tokens are mostly from each other, as a power of two. Missing from blocks
   * as they were up to version 5 of the library, where it is `OLD_STEP` and the numbers of slots count from 0.
   */
  step?: number
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

const OLD_STEP = 4
/** Steps that a block may have: between characters that stand side by side, and such as are a plane apart. */
const STEPS = Array.from({ length: 16 }, (_, step) => step)
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
    const step = stepOf(this.#postings)
    this.blocks.push({ first: first[0], bytes: encode(this.#postings, step), step })
    this.#postings = []
    this.#bits = 0
  }
}

/** The postings of a block whose token `holds`, or all. Slots of the others are passed over. */
export function readBlock(block: Block | WideBlock, holds = (_: string) => true): Posting[] {
  return 'tokens' in block ? readWide(block, holds) : decode(block, holds)
}

// What a block takes need not be known to the bit before it is closed.
function estimate([token, slots]: Posting): number {
  const [first = 0, last = 0] = [slots[0], slots.at(-1)]
  const step = Math.log2(Math.max(1, (last - first) / slots.length))
  return 14 + 8 * Math.max(0, token.length - 2) + slots.length * (step + 1.5)
}

/** The step that writes the tokens with the fewest bits. */
function stepOf(postings: readonly Posting[]): number {
  const differences = postings.flatMap(([token], at) => differenceOf(token, postings[at - 1]?.[0] ?? '') ?? [])
  const bitsWith = (step: number) => differences.reduce((bits, each) => bits + (each >>> step) + step, 0)
  const all = STEPS.map(bitsWith)
  return all.indexOf(Math.min(...all))
}

function encode(postings: readonly Posting[], step: number): Uint8Array<ArrayBuffer> {
  const bits = new BitWriter()
  const least = Math.min(...postings.map(([, slots]) => slots[0] ?? 0))
  const most = Math.max(...postings.map(([, slots]) => slots.at(-1) ?? 0))
  bits.writeCount(postings.length)
  bits.writeCount(least + 1)
  bits.writeCount(most - least + 1)
  let before = ''
  for (const [token, slots] of postings) {
    writeToken(bits, token, before, step)
    before = token
    bits.writeCount(slots.length)
    const scale = scaleOf(most - least + 1, slots.length)
    let last = least - 1
    for (const slot of slots) {
      bits.writeStep(slot - last - 1, scale)
      last = slot
    }
  }
  return bits.toBytes()
}

function decode({ bytes, step }: Block, holds: (token: string) => boolean): Posting[] {
  const found: Posting[] = []
  const bits = new BitReader(bytes)
  const count = bits.readCount()
  const least = bits.readCount() - 1
  const span = bits.readCount()
  let token = ''
  for (let index = 0; index < count; index++) {
    token = readToken(bits, token, step ?? OLD_STEP)
    const many = bits.readCount() - (step === undefined ? 1 : 0)
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
function writeToken(bits: BitWriter, token: string, before: string, step: number): void {
  const difference = differenceOf(token, before)
  if (difference !== undefined) {
    bits.write(1, 1)
    bits.writeStep(difference, step)
    return
  }
  const shared = sharedBy(token, before)
  bits.write(0, 1)
  bits.write(shared, LENGTH_BITS)
  bits.writeCount(token.length - shared + 1)
  for (let at = shared; at < token.length; at++) bits.write(token.charCodeAt(at), LETTER_BITS)
}

function readToken(bits: BitReader, before: string, step: number): string {
  if (bits.read(1) === 1) {
    const last = before.charCodeAt(before.length - 1) + bits.readStep(step) + 1
    return before.slice(0, -1) + String.fromCharCode(last)
  }
  const shared = bits.read(LENGTH_BITS)
  const length = bits.readCount() - 1
  let token = before.slice(0, shared)
  for (let at = 0; at < length; at++) token += String.fromCharCode(bits.read(LETTER_BITS))
  return token
}

/** Where two tokens differ in their last character alone, how many characters lie between them. */
function differenceOf(token: string, before: string): number | undefined {
  const last = token.length - 1
  if (token.length !== before.length || sharedBy(token, before) !== last) return undefined
  return token.charCodeAt(last) - before.charCodeAt(last) - 1
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
