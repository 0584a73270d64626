import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { crc32 } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { builtExtension } from '../drivers/built.ts'
import { launchFirefox } from '../drivers/firefox.ts'
import { Popup } from '../pages/popup.ts'
import { PORTAL } from '../site/sample-pages.ts'
import { openSite } from '../site/server.ts'

// What goes to the stores, packed twice.

const TARGETS = { chrome: 'chrome-mv3', firefox: 'firefox-mv3' } as const

/** The zips by name, each with its checksum. */
function pack(): Record<string, string> {
  // Vitest's own NODE_ENV would make builds for development.
  const env = { ...process.env, NODE_ENV: 'production' }
  for (const target of [[], ['-b', 'firefox', '--mv3']])
    execFileSync('wxt', ['zip', ...target], { stdio: 'ignore', env })
  const zips = globSync('.output/*.zip').toSorted()
  return Object.fromEntries(zips.map(zip => [zip, createHash('sha256').update(readFileSync(zip)).digest('hex')]))
}

/** The files of a folder by path, each with its checksum. */
function checksumsOf(folder: string): Map<string, number> {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter(each => each.isFile())
  const paths = files.map(each => join(each.parentPath, each.name))
  return new Map(paths.map(path => [path.slice(folder.length + 1), crc32(readFileSync(path))]))
}

const tested = Object.values(TARGETS).map(target => checksumsOf(builtExtension(target)))
let first: Record<string, string>
beforeAll(() => {
  first = pack()
}, 120_000)

test('two packings are the same, byte by byte', () => {
  expect(Object.keys(first).map(path => path.replace(/.*-/, ''))).toEqual(['chrome.zip', 'firefox.zip', 'sources.zip'])
  expect(pack()).toEqual(first)
}, 120_000)

test.each(Object.keys(TARGETS))('what is packed for %s is what all other tests run, file by file', name => {
  const [zip = ''] = globSync(`.output/*-${name}.zip`)
  expect(checksumsIn(readFileSync(zip))).toEqual(tested[Object.keys(TARGETS).indexOf(name)])
})

test('the packed build works in a fresh profile of Firefox', async () => {
  const [zip = ''] = globSync('.output/*-firefox.zip')
  const [site, driver] = [await openSite(), await launchFirefox({ extension: resolve(zip) })]
  try {
    await driver.open(site.origin + PORTAL.path)
    const popup = new Popup(await driver.clickToolbarButton())
    expect(await popup.headline()).toBe(PORTAL.headline)
    await popup.save()
  } finally {
    await driver.close()
    await site.close()
  }
})

// PKWARE's APPNOTE.TXT, 4.3.12 and 4.3.16: the directory at the end names every file with its CRC-32.
function checksumsIn(zip: Buffer): Map<string, number> {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const checksums = new Map<string, number>()
  for (let at = zip.readUInt32LE(end + 16), left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map(offset => zip.readUInt16LE(at + offset)) as [number, number, number]
    const path = zip.toString('utf8', at + 46, at + 46 + name)
    if (!path.endsWith('/')) checksums.set(path, zip.readUInt32LE(at + 16))
    at += 46 + name + extra + comment
  }
  return checksums
}
