import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** The folder of a build, as a person would load it by hand. */
export function builtExtension(target: 'chrome-mv3' | 'firefox-mv3'): string {
  const folder = resolve('.output', target)
  if (!existsSync(folder))
    throw new Error(`${folder} is not there: run "npm run build" and "npm run build:firefox" first`)
  return folder
}
