// `npm run soak [-- NAME …]`: what takes too long for every test run, tests/e2e/soak/NAME*.soak.ts, all of it where no
// name is given. library: kills the worker 500 times and the browser 50 times while it saves, and damages the database's
// files in ten ways; WORKER_KILLS, BROWSER_KILLS and SEED in the environment change what is done. hostile: every hostile
// piece there is through both browsers. fuzz: thousands of broken pages (PAGES, SEED). packed: what goes to the stores.
import { setUp } from './setup.mjs'
import { run } from './shell.mjs'

const names = process.argv.slice(2)
try {
  await setUp()
  for (const target of [[], ['-b', 'firefox', '--mv3']]) {
    const built = await run('wxt', ['build', ...target], { quiet: true })
    if (built.code !== 0) throw new Error('The build failed; its words are above.')
  }
  const { code } = await run('vitest', ['run', '--config', 'tests/e2e/soak/vitest.config.ts', ...names])
  process.exitCode = code
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
