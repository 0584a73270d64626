import { type Seen, seenOnPage, type Wanted } from './seen.ts'

/** A document in a browser that a test can read and use as a person does: a web page, the popup, the library. */
export interface Surface {
  /** Runs a function that uses nothing from outside its own body. */
  run<Args extends readonly unknown[], Result>(
    fn: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>
  /** A real click of the mouse there. */
  clickAt(x: number, y: number): Promise<void>
  type(text: string): Promise<void>
  screenshot(): Promise<Uint8Array>
  close(): Promise<void>
}

/** What is visible for a role and a name right now. */
export function look(surface: Surface, wanted: Wanted): Promise<Seen[]> {
  return surface.run(seenOnPage, wanted)
}

/** Waits until exactly that can be seen. */
export function find(surface: Surface, wanted: Wanted): Promise<Seen> {
  return until(describe(wanted), async () => (await look(surface, wanted))[0])
}

/** Waits until it can be used and stays where it is, then clicks it: looking brings it into view, which takes a moment. */
export async function click(surface: Surface, wanted: Wanted): Promise<void> {
  let last: Seen | undefined
  const { x, y } = await until(`${describe(wanted)} that is not disabled`, async () => {
    const [seen] = await look(surface, wanted)
    const stays = seen?.x === last?.x && seen?.y === last?.y
    last = seen
    return seen && !seen.disabled && stays ? seen : undefined
  })
  await surface.clickAt(x, y)
}

/** Waits until nothing moves any more: parts of a page that come later push down what is below them. */
export async function standStill(surface: Surface): Promise<void> {
  let heights: number[] = []
  await until('the page to stand still', async () => {
    heights = [await surface.run(() => document.body.scrollHeight), ...heights].slice(0, 8)
    return heights.length === 8 && new Set(heights).size === 1
  })
}

/**
 * Looks again and again until `read` gives something. Pages that are going away or not yet there count as nothing.
 * @throws a sentence with what was waited for, and what was wrong at the last look
 */
export async function until<T>(
  what: string,
  read: () => Promise<T | undefined | null | false>,
  seconds = 30,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000
  let problem: unknown
  while (Date.now() < deadline) {
    try {
      const value = await read()
      if (value !== undefined && value !== null && value !== false) return value
      problem = undefined
    } catch (error) {
      problem = error
    }
    await new Promise(resolve => setTimeout(resolve, 40))
  }
  throw new Error(`Waited ${seconds} s in vain for ${what}${problem ? `: ${problem}` : ''}`, { cause: problem })
}

const describe = ({ role, name, within }: Wanted): string =>
  `${role}${name === undefined ? '' : ` "${name}"`}${within ? ` in ${describe(within)}` : ''}`
