import { defineConfig } from 'vitest/config'

const HOUR = 3_600_000

// Through Vitest, as the other browser tests: functions that run inside pages must come out of the compiler as they are.
export default defineConfig({
  test: {
    include: ['tests/e2e/soak/*.soak.ts'],
    fileParallelism: false,
    disableConsoleIntercept: true,
    testTimeout: 3 * HOUR,
    hookTimeout: HOUR,
  },
})
