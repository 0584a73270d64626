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

/** Waits until it can be used, then clicks it. */
export async function click(surface: Surface, wanted: Wanted): Promise<void> {
  const { x, y } = await until(`${describe(wanted)} that is not disabled`, async () => {
    const [seen] = await look(surface, wanted)
    return seen && !seen.disabled ? seen : undefined
  })
  await surface.clickAt(x, y)
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
