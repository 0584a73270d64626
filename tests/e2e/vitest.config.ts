import { defineConfig } from 'vitest/config'

const MINUTE = 60_000

// One worker: two browsers at once would only take turns on the same processors, and steal each other's focus.
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 2 * MINUTE,
    hookTimeout: 2 * MINUTE,
  },
})
