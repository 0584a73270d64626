import { globSync, readFileSync } from 'node:fs'

export interface SourceFile {
  /** From the project's folder, with slashes: "utils/extract/index.ts". */
  path: string
  text: string
}

/** All code that goes into the extension. */
export function shippedSources(): SourceFile[] {
  return globSync('{entrypoints,components,utils}/**/*.{ts,tsx}')
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => !path.startsWith('utils/districts/build/'))
    .map(path => ({ path, text: readFileSync(path, 'utf8') }))
}
