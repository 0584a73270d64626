import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes, gzipped, of all scripts and styles that the popup of a build loads before it can show anything. */
export function startBytes(build: string): number {
  const read = (file: string) => readFileSync(path.join(build, file))
  const html = read('popup.html').toString('utf8')
  const files = new Set([...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file as string))
  // The preload list names what is imported at once; what those import in turn is followed all the same.
  for (const file of files) {
    if (!file.endsWith('.js')) continue
    for (const [, name] of read(file)
      .toString('utf8')
      .matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) {
      files.add(path.posix.join(path.posix.dirname(file), name as string))
    }
  }
  return [...files].reduce((sum, file) => sum + gzipSync(read(file)).length, 0)
}
