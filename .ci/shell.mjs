// Runs programs for the commands in this folder. Plain Node 20, no dependencies: it works before anything is installed.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const PATH = `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`

/**
 * Runs a program in the project's folder, with the project's own tools (Node 24 among them) first on the PATH.
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options] quiet: print its output only when it fails
 * @returns {Promise<{ code: number, output: string }>} what it printed, and its exit code (127: no such program)
 */
export function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const take = stream => chunk => {
      output += chunk
      if (!quiet) stream.write(chunk)
    }
    child.stdout.on('data', take(process.stdout))
    child.stderr.on('data', take(process.stderr))
    child.on('error', error => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.on('close', code => {
      if (quiet && code !== 0) process.stderr.write(output)
      resolve({ code: code ?? 1, output })
    })
  })
}
