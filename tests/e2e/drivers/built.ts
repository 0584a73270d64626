import { existsSync } from 'node:fs'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** The folder of a build, as a person would load it by hand. */
export function builtExtension(target: 'chrome-mv3' | 'firefox-mv3'): string {
  const folder = resolve('.output', target)
  if (!existsSync(folder))
    throw new Error(`${folder} is not there: run "npm run build" and "npm run build:firefox" first`)
  return folder
}

/** What a test may want otherwise in a manifest. */
export interface Manifest {
  permissions: string[]
  optional_permissions: string[]
  host_permissions?: string[]
}

/** A copy of Chromium's build in `folder`, with another manifest: for what no test can do in the browser's own windows. */
export async function alteredExtension(folder: string, alter: (manifest: Manifest) => Manifest): Promise<string> {
  await cp(builtExtension('chrome-mv3'), folder, { recursive: true })
  const file = join(folder, 'manifest.json')
  await writeFile(file, JSON.stringify(alter(JSON.parse(await readFile(file, 'utf8')))))
  return folder
}

/** The build that ships, with access to the tests' own site, which a reader would have granted. */
export function grantedExtension(folder: string): Promise<string> {
  return alteredExtension(folder, manifest => ({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }))
}
