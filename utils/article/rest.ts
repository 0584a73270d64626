/**
 * Lets what waits be done, input and frames first, before long work goes on.
 * @returns settles when it is our turn again
 */
export function rest(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } }
  return scheduler?.yield?.() ?? new Promise(resolve => setTimeout(resolve))
}

/** Does work that comes in turns, with a rest after each. */
export async function inTurns<T>(work: Generator<void, T>): Promise<T> {
  while (true) {
    const turn = work.next()
    if (turn.done) return turn.value
    await rest()
  }
}

/** Does work that comes in turns in one go. */
export function inOneGo<T>(work: Generator<void, T>): T {
  while (true) {
    const turn = work.next()
    if (turn.done) return turn.value
  }
}
