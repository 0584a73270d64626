// `npm run soak`: kills the worker 500 times and the browser 50 times while it saves, and damages the database's files in
// ten ways: tests/e2e/soak/. Half an hour; WORKER_KILLS, BROWSER_KILLS and SEED in the environment change what is done.
import { setUp } from './setup.mjs'
import { run } from './shell.mjs'

try {
  await setUp({ firefox: false })
  const built = await run('wxt', ['build'], { quiet: true })
  if (built.code !== 0) throw new Error('The build failed; its words are above.')
  const { code } = await run('vitest', ['run', '--config', 'tests/e2e/soak/vitest.config.ts'])
  process.exitCode = code
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
