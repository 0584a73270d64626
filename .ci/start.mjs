// `npm start [-- URL]`: shows the main job. With a display it opens a browser with Kaifong on a page; without one it
// clicks the real toolbar button, saves and filters by itself, and leaves screenshots in .output/start/.

import { setUp } from './setup.mjs'
import { run } from './shell.mjs'

const [url] = process.argv.slice(2)
try {
  await setUp({ firefox: false })
  const built = await run('wxt', ['build'], { quiet: true })
  if (built.code !== 0) throw new Error('The build failed; its words are above.')
  const { code } = await run('node', ['.ci/show.mjs', ...(url ? [url] : [])])
  process.exitCode = code
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
