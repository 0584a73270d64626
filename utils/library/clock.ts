/**
 * Hybrid logical clock (Kulkarni and others 2014): time stamps that sort by what happened after what, also when a
 * device's clock stands still, jumps, or is set back. Written as text that sorts as it should: nine base-36 digits of
 * milliseconds, four of a counter, and the device's name, which breaks ties the same way everywhere.
 */
export interface HybridTime {
  millis: number
  count: number
  node: string
}

const MILLIS_DIGITS = 9
const COUNT_DIGITS = 4
const MAX_COUNT = 36 ** COUNT_DIGITS - 1
const SHAPE = /^[0-9a-z]{13}-[0-9a-z]{1,16}$/

/** The time before every other. */
export const NEVER = ''

/**
 * The next stamp on this device.
 * @param last the greatest stamp this device gave or met, `NEVER` for the first
 * @param now milliseconds since 1970, however wrong
 * @param node this device's name, base-36 letters
 */
export function tick(last: string, now: number, node: string): string {
  const before = last === NEVER ? { millis: 0, count: 0 } : parseTime(last)
  const wall = Math.max(0, Math.floor(now))
  if (wall > before.millis) return formatTime({ millis: wall, count: 0, node })
  if (before.count < MAX_COUNT) return formatTime({ millis: before.millis, count: before.count + 1, node })
  return formatTime({ millis: before.millis + 1, count: 0, node })
}

/** The later of two stamps. */
export function later(a: string, b: string): string {
  return a > b ? a : b
}

/** Whether `text` is a stamp as `tick` writes it. */
export function isTime(text: string): boolean {
  return SHAPE.test(text)
}

export function parseTime(stamp: string): HybridTime {
  return {
    millis: Number.parseInt(stamp.slice(0, MILLIS_DIGITS), 36),
    count: Number.parseInt(stamp.slice(MILLIS_DIGITS, MILLIS_DIGITS + COUNT_DIGITS), 36),
    node: stamp.slice(MILLIS_DIGITS + COUNT_DIGITS + 1),
  }
}

function formatTime({ millis, count, node }: HybridTime): string {
  const digits = (value: number, width: number) => value.toString(36).padStart(width, '0')
  return `${digits(millis, MILLIS_DIGITS)}${digits(count, COUNT_DIGITS)}-${node}`
}

/** A name for this device, 40 random bits. */
export function newNode(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => (byte % 36).toString(36)).join('')
}
