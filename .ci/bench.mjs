// `npm run bench -- NAME [more]`: runs the measurement tests/bench/NAME.ts.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './shell.mjs'

const folder = join(root, 'tests/bench')
const [name = '', ...more] = process.argv.slice(2)
const file = join(folder, `${name}.ts`)
if (/^[\w-]+$/.test(name) && existsSync(file)) {
  const { code } = await run('tsx', [file, ...more])
  process.exitCode = code
} else {
  // The rest of the folder is parts of these: what can be run says so in its first lines.
  const names = readdirSync(folder).filter(entry =>
    /tsx tests\/bench\//.test(readFileSync(join(folder, entry), 'utf8').slice(0, 400)),
  )
  console.error(`Which one? npm run bench -- ${names.map(entry => entry.replace('.ts', '')).join(' | ')}`)
  process.exitCode = 1
}
