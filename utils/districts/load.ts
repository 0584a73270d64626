import { inTurns, rest } from '../article/rest.ts'
import { parseCommunities } from './communities.ts'
import { type Communities, type Gazetteer, parseGazetteer, parsingGazetteer } from './gazetteer.ts'

/** Under the extension's origin, and under public/ in the project. */
const FOLDER = 'gazetteer/'
const decoder = new TextDecoder('gb18030')

let loading: Promise<Gazetteer> | undefined

/**
 * Loads provinces, cities, districts and subdistricts, from the extension's package or, under Node, from
 * public/gazetteer; once, as the files never change while we run. Throws with what to do when the files are not there.
 */
export function loadGazetteer(): Promise<Gazetteer> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function load(): Promise<Gazetteer> {
  const readSync = nodeReader()
  if (readSync) return loadInNode(readSync)
  const [places, hanzi] = await Promise.all([fetchText('places.txt'), fetchText('hanzi.txt')])
  // A popup goes on answering meanwhile.
  await rest()
  return inTurns(parsingGazetteer(places, hanzi))
}

/** The gazetteer with the communities of these cities (four-digit codes) too; one that has none is left out. */
export async function loadCommunities(gazetteer: Gazetteer, cities: readonly string[]): Promise<Gazetteer> {
  if (gazetteer.readCommunities) return gazetteer
  const wanted = cities.filter(city => !gazetteer.communities.has(city))
  if (wanted.length === 0) return gazetteer
  const loaded = await Promise.all(wanted.map(fetchCommunities))
  const communities = new Map(gazetteer.communities)
  wanted.forEach((city, index) => {
    communities.set(city, loaded[index] ?? new Map())
  })
  return { ...gazetteer, communities }
}

/** A city without communities in the list (Hong Kong, Taiwan) has no shard: that is no failure. */
async function fetchCommunities(city: string): Promise<Communities | undefined> {
  try {
    return parseCommunities(await fetchText(`communities/${city}.txt`))
  } catch {
    return undefined
  }
}

async function fetchText(name: string): Promise<string> {
  const response = await fetch(`/${FOLDER}${name}`)
  if (!response.ok) throw new Error(`The gazetteer's file ${name} is missing from the extension (${response.status})`)
  return decoder.decode(await response.arrayBuffer())
}

type ReadSync = (name: string) => string

/** Reads files where there is a file system: `process.getBuiltinModule` keeps node:fs out of the browser's bundle. */
function nodeReader(): ReadSync | undefined {
  const node = (
    globalThis as { process?: { getBuiltinModule?: (id: string) => unknown; versions?: { node?: string } } }
  ).process
  if (!node?.versions?.node || !node.getBuiltinModule) return undefined
  const fs = node.getBuiltinModule('node:fs') as { readFileSync(path: URL): Uint8Array }
  const here: string = import.meta.url
  const folder = `../../public/${FOLDER}`
  return name => decoder.decode(fs.readFileSync(new URL(folder + name, here)))
}

function loadInNode(readSync: ReadSync): Gazetteer {
  const shards = new Map<string, Communities | undefined>()
  const readCommunities = (city: string) => {
    if (!shards.has(city)) shards.set(city, readShard(readSync, city))
    return shards.get(city)
  }
  try {
    return { ...parseGazetteer(readSync('places.txt'), readSync('hanzi.txt')), readCommunities }
  } catch (error) {
    throw new Error('public/gazetteer is not there: run `npm run gazetteer`', { cause: error })
  }
}

function readShard(readSync: ReadSync, city: string): Communities | undefined {
  try {
    return parseCommunities(readSync(`communities/${city}.txt`))
  } catch {
    return undefined // Hong Kong, Macau and Taiwan have no communities in the list
  }
}
