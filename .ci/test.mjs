// `npm test`: sets itself up, then every check that there is. The last line counts them: "N passed, N failed".

import { setUp } from './setup.mjs'
import { root, run } from './shell.mjs'

const CHECKS = [
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'dead code', command: ['knip'] },
  { name: 'unit tests', command: ['vitest', 'run'], counted: true },
  { name: 'build for Chrome', command: ['wxt', 'build'] },
  { name: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox', '--mv3'] },
  {
    name: 'web-ext lint',
    command: [
      'web-ext',
      'lint',
      '--warnings-as-errors',
      '--source-dir',
      '.output/firefox-mv3',
      '--no-config-discovery',
    ],
  },
  { name: 'end-to-end tests', command: ['vitest', 'run', '--config', 'tests/e2e/vitest.config.ts'], counted: true },
]

process.chdir(root)
const tally = { passed: 0, failed: 0 }
try {
  await setUp()
  for (const check of CHECKS) await perform(check)
} catch (error) {
  console.error(error.message)
  tally.failed++
}
console.log(`\n${tally.passed} passed, ${tally.failed} failed`)
process.exitCode = tally.failed === 0 ? 0 : 1

async function perform({ name, command: [program, ...args], counted = false }) {
  console.log(`\n── ${name}`)
  const { code, output } = await run(program, args, { env: { NO_COLOR: '1', FORCE_COLOR: '0' } })
  const passed = counted ? countOf(output, 'passed') : Number(code === 0)
  const failed = counted ? countOf(output, 'failed') : Number(code !== 0)
  tally.passed += passed
  // A runner that dies without counting, or that ran nothing, has failed.
  tally.failed += (code !== 0 || passed === 0) && failed === 0 ? 1 : failed
}

// Vitest's closing line: "      Tests  2 failed | 340 passed | 1 skipped (343)".
function countOf(output, word) {
  const line = output.split('\n').findLast(text => /^\s+Tests\s/.test(text)) ?? ''
  return Number(line.match(new RegExp(`(\\d+) ${word}`))?.[1] ?? 0)
}
