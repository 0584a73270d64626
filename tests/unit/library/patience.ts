const MINUTE = 60_000

/** Milliseconds for tests that try many cases: enough on a machine that is busy with other things. */
export const PATIENT = 2 * MINUTE
