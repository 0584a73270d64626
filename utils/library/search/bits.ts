/** Numbers written one after the other with as few bits as their kind takes. */
export class BitWriter {
  #bytes = new Uint8Array(1024)
  /** Bits so far. */
  length = 0

  /** The lowest `count` bits of `value`, the highest first. */
  write(value: number, count: number): void {
    for (let bit = count - 1; bit >= 0; bit--) this.#push((value >>> bit) & 1)
  }

  /** A number from 1 on of which small ones are many (Elias gamma). */
  writeCount(value: number): void {
    const width = 31 - Math.clz32(value)
    this.write(0, width)
    this.write(value, width + 1)
  }

  /** A number from 0 on that is mostly about 2 ** `scale` (Rice). */
  writeStep(value: number, scale: number): void {
    for (let rest = value >>> scale; rest > 0; rest--) this.#push(1)
    this.#push(0)
    this.write(value, scale)
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, Math.ceil(this.length / 8))
  }

  #push(bit: number): void {
    const at = this.length >>> 3
    if (at === this.#bytes.length) {
      const longer = new Uint8Array(2 * at)
      longer.set(this.#bytes)
      this.#bytes = longer
    }
    if (bit) this.#bytes[at] = (this.#bytes[at] ?? 0) | (128 >>> (this.length & 7))
    this.length++
  }
}

/** Reads what `BitWriter` wrote, in the same order. Past the end there are zeros. */
export class BitReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  read(count: number): number {
    let value = 0
    for (let left = count; left > 0; ) {
      const inByte = this.#at & 7
      const take = Math.min(8 - inByte, left)
      const byte = this.#bytes[this.#at >>> 3] ?? 0
      value = (value << take) | ((byte >>> (8 - inByte - take)) & ((1 << take) - 1))
      this.#at += take
      left -= take
    }
    return value >>> 0
  }

  readCount(): number {
    // A damaged block must not be read for ever.
    const width = this.#run(0, 31)
    return this.read(width + 1)
  }

  readStep(scale: number): number {
    const high = this.#run(1, Number.POSITIVE_INFINITY)
    this.#at++
    return high * 2 ** scale + this.read(scale)
  }

  /** How many bits of the same kind follow, which are passed over. */
  #run(bit: 0 | 1, most: number): number {
    let count = 0
    while (count < most) {
      const inByte = this.#at & 7
      const byte = this.#bytes[this.#at >>> 3]
      if (byte === undefined) return count
      // The bits of the byte that are left, those that count as zeros, behind 24 zeros.
      const left = ((bit ? ~byte : byte) << inByte) & 255
      const zeros = Math.min(Math.clz32(left) - 24, 8 - inByte)
      count += zeros
      this.#at += zeros
      if (zeros < 8 - inByte) return count
    }
    return count
  }
}
