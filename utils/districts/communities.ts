import type { Field } from './fields.ts'
import { cityOf, type Gazetteer, parseCommunities } from './gazetteer.ts'
import type { Resolved } from './resolve.ts'
import type { Setting } from './setting.ts'

const COMMUNITY = /([\p{Script=Han}]{2,8}?)(社区(?!团购|支持)|村(?!镇|民|干|务|委))/gu
const LONGEST = 8
/** Below this weight a city is not in play, and its communities are not looked at. */
const IN_PLAY = 2
const MOST_CITIES = 3

/** The cities whose communities are worth knowing for this article, the likeliest first. */
export function citiesInPlay(setting: Setting, { places }: Gazetteer): string[] {
  return [...setting]
    .filter(([code, weight]) => weight >= IN_PLAY && (!code.endsWith('0000') || isMunicipality(code, places)))
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_CITIES)
    .map(([code]) => (code.endsWith('0000') ? `${code.slice(0, 2)}0100` : code))
}

/** 上木古社区 → 平湖街道 → 龙岗区, for the cities whose communities are loaded. */
export function resolveCommunities(
  field: Field,
  cities: readonly string[],
  known: ReadonlySet<string>,
  gazetteer: Gazetteer,
): Resolved[] {
  if (cities.length === 0) return []
  return [...field.text.matchAll(COMMUNITY)].flatMap(match => {
    const end = match.index + match[0].length
    const kind = match[2] ?? ''
    for (let length = LONGEST; length >= 2; length--) {
      const start = end - kind.length - length
      if (start < 0) continue
      const name = field.text.slice(start, end - kind.length)
      const subdistrict = holderOf(name, cities, known, gazetteer)
      if (!subdistrict) continue
      const district = subdistrict.slice(0, 6)
      return [
        { field, offset: start, name: field.text.slice(start, end), district, subdistrict, full: true, support: 2.5 },
      ]
    }
    return []
  })
}

// A name that several subdistricts have is resolved by the districts already known, else it says nothing.
function holderOf(name: string, cities: readonly string[], known: ReadonlySet<string>, gazetteer: Gazetteer) {
  for (const city of cities) {
    const holders = communitiesOf(city, gazetteer)?.get(name)
    if (!holders) continue
    const distinct = [...new Set(holders)]
    if (distinct.length === 1) return distinct[0]
    const near = distinct.filter(code => known.has(code) || known.has(code.slice(0, 6)))
    const exact = near.filter(code => known.has(code))
    if (exact.length === 1) return exact[0]
    if (near.length === 1) return near[0]
  }
  return undefined
}

function communitiesOf(city: string, gazetteer: Gazetteer) {
  const loaded = gazetteer.communities.get(city)
  if (loaded || !gazetteer.readNow) return loaded
  const communities = parseCommunities(gazetteer.readNow(city) ?? '')
  gazetteer.communities.set(city, communities)
  return communities
}

function isMunicipality(code: string, places: Gazetteer['places']): boolean {
  return !places.has(`${code.slice(0, 2)}0100`) && cityOf(`${code.slice(0, 2)}0101`, { places } as Gazetteer) === code
}
