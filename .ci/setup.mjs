// Makes a fresh clone ready: the locked dependencies, and the browsers that the tests drive.
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './shell.mjs'

const BROWSERS = [
  { file: '/usr/bin/chromium', apt: 'chromium' },
  { file: '/usr/bin/firefox-esr', apt: 'firefox-esr' },
  { file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', apt: 'fonts-noto-cjk' },
]

/** Installs what is missing and says so. @throws with a sentence for the reader where it cannot. */
export async function setUp({ firefox = true } = {}) {
  await installDependencies()
  await installBrowsers(BROWSERS.filter(({ apt }) => firefox || apt !== 'firefox-esr'))
}

async function installDependencies() {
  const [installed, lock] = [join(root, 'node_modules/.package-lock.json'), join(root, 'package-lock.json')]
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return
  console.log('Installing the locked dependencies …')
  // Packages that only build with Node 22 or newer say so on Node 20; the project brings its own Node 24.
  const { code } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true })
  if (code !== 0) throw new Error('The dependencies could not be installed. Is the npm registry within reach?')
}

async function installBrowsers(wanted) {
  const missing = wanted.filter(({ file }) => !existsSync(file)).map(({ apt }) => apt)
  if (missing.length === 0) return
  const byHand = `Install these Debian packages, then run this again: ${missing.join(' ')}`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(byHand)
  console.log(`Installing ${missing.join(', ')} …`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { quiet: true, env })
  const { code } = await run('apt-get', ['install', '-y', '--no-install-recommends', ...missing], { quiet: true, env })
  if (code !== 0) throw new Error(`apt-get failed. ${byHand}`)
}
