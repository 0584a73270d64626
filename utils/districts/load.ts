import { type Gazetteer, parseCommunities, parseGazetteer } from './gazetteer.ts'

let loading: Promise<Gazetteer> | undefined

/**
 * The gazetteer, read once: packaged with the extension, or under Node from the folder that `npm run gazetteer` fills.
 * @throws where that folder has not been built
 */
export function loadGazetteer(): Promise<Gazetteer> {
  loading ??= read()
  return loading
}

async function read(): Promise<Gazetteer> {
  const file = nodeFile()
  if (!file) return parseGazetteer(await fetchText('places.txt'))
  const lines = file('places.txt')
  if (lines === undefined) throw new Error('public/gazetteer is missing: run `npm run gazetteer`')
  return { ...parseGazetteer(lines), readNow: city => file(`communities/${city.slice(0, 4)}.txt`) }
}

/** Sees to it that the communities of these cities are known. A city whose file cannot be had is passed over. */
export async function loadCommunities(gazetteer: Gazetteer, cities: readonly string[]): Promise<void> {
  const missing = cities.filter(city => !gazetteer.communities.has(city))
  await Promise.all(
    missing.map(async city => {
      const lines =
        gazetteer.readNow?.(city) ?? (gazetteer.readNow ? '' : await fetchText(`communities/${city.slice(0, 4)}.txt`))
      gazetteer.communities.set(city, parseCommunities(lines))
    }),
  )
}

async function fetchText(name: string): Promise<string> {
  const response = await fetch(`/gazetteer/${name}`)
  return response.ok ? response.text() : ''
}

// Under Node only, and out of sight of bundlers: the pages of the extension have no file system.
function nodeFile(): ((name: string) => string | undefined) | undefined {
  const fs = globalThis.process?.getBuiltinModule?.('node:fs')
  if (!fs) return undefined
  const folder = new URL(/* @vite-ignore */ '../../public/gazetteer/', import.meta.url)
  return name => {
    const url = new URL(name, folder)
    return fs.existsSync(url) ? fs.readFileSync(url, 'utf8') : undefined
  }
}
