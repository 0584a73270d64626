/** A token and the slots of the articles that have it, ascending. */
export type Posting = [token: string, slots: readonly number[]]

/** Some neighbouring tokens of a segment. */
export interface Block {
  /** The first token, by which the block is found. */
  first: string
  /** Joined by line feeds, in order. */
  tokens: string
  /** Of each token the number of its slots and the steps from one to the next, as variable-length integers. */
  bytes: Uint8Array<ArrayBuffer>
}

/** Bytes from which on a block is closed: one read gives it whole, so neither many small ones nor a few large. */
const FULL = 4096

/** Collects postings, which must come in the order of their tokens, into blocks. */
export class BlockWriter {
  readonly blocks: Block[] = []
  #tokens: string[] = []
  #bytes: number[] = []

  add([token, slots]: Posting): void {
    this.#tokens.push(token)
    push(this.#bytes, slots.length)
    let last = 0
    for (const slot of slots) {
      push(this.#bytes, slot - last)
      last = slot
    }
    if (this.#bytes.length + this.#tokens.length * 4 >= FULL) this.close()
  }

  /** Closes the last block. */
  close(): void {
    const [first] = this.#tokens
    if (first === undefined) return
    this.blocks.push({ first, tokens: this.#tokens.join('\n'), bytes: Uint8Array.from(this.#bytes) })
    this.#tokens = []
    this.#bytes = []
  }
}

/** The postings of a block whose token `holds`, or all. Slots of the others are passed over unread. */
export function readBlock({ tokens, bytes }: Pick<Block, 'tokens' | 'bytes'>, holds = (_: string) => true): Posting[] {
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

function push(bytes: number[], value: number): void {
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  bytes.push(rest)
}
