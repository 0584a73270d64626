import { communitiesOf } from '../communities.ts'
import type { Context } from '../context.ts'
import type { Field, Fields } from '../fields.ts'
import { cityKey, type Gazetteer, type Place } from '../gazetteer.ts'
import { findSubdistrict } from '../places.ts'
import { ORDINARY } from '../risky-names.ts'
import type { Resolved } from './draft.ts'

/** 平湖鹅公岭: a place so called, right before one of its communities. */
const NAMED_WITH_COMMUNITY = 1
/** A city this much in play has its communities looked up (weights: context.ts). */
const CITY_FOR_COMMUNITIES = 1.5
const MOST_CITIES = 2
const COMMUNITY = /社区|村|嘎查/g
const LONGEST_COMMUNITY = 8
/** No one's name: any community or village. */
const ANY_COMMUNITY =
  /^(?:[本该全各每小老新大农乡山渔城自]|城中|行政|自然|中心|城市|智慧|美丽|和美|示范|幸福|文明|平安|老旧|居民|国际|未来|学习|虚拟|网络|新型|农民|旅游|民俗|文化|贫困|相邻|附近|周边|所在|街道)+(?:社区|村)$/

/** Four-digit codes of the cities whose communities may decide something. */
export function citiesOf(context: Context, resolved: readonly Resolved[], least = CITY_FOR_COMMUNITIES): string[] {
  const weights = new Map(context.cities)
  for (const { place, sureness } of resolved) {
    weights.set(cityKey(place), (weights.get(cityKey(place)) ?? 0) + sureness)
  }
  return [...weights]
    .filter(([key, weight]) => key.length === 4 && weight >= least)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_CITIES)
    .map(([key]) => key)
}

/** Communities (上木古社区) by the subdistrict that has them, in the cities in play. */
export function resolveCommunities(
  fields: Fields,
  context: Context,
  resolved: readonly Resolved[],
  gazetteer: Gazetteer,
): Resolved[] {
  const found: Resolved[] = []
  for (const city of citiesOf(context, resolved)) {
    const communities = communitiesOf(city, gazetteer)
    if (!communities) continue
    for (const field of [fields.title, fields.body]) {
      for (const match of field.text.matchAll(COMMUNITY)) {
        const hit = longestCommunity(field, match.index, match.index + match[0].length, communities)
        if (!hit) continue
        const places = hit.codes.map(code => findSubdistrict(code, gazetteer)).filter(p => p !== undefined)
        const place = chooseHolder(places, resolved)
        if (!place) continue
        const mention = { start: hit.start, end: match.index + match[0].length, text: hit.name, names: [], full: true }
        found.push({ field, mention, place, reason: 'child-after', sureness: place.level === 'district' ? 0.7 : 0.8 })
      }
    }
  }
  return found
}

function longestCommunity(field: Field, suffix: number, end: number, communities: ReadonlyMap<string, string[]>) {
  for (let start = Math.max(0, end - LONGEST_COMMUNITY); start < suffix; start++) {
    const name = field.text.slice(start, end)
    if (ANY_COMMUNITY.test(name)) continue
    // A village's name of one character, or an everyday word, is too often something else.
    const bare = field.text.slice(start, suffix)
    if (name.endsWith('村') && (bare.length < 2 || ORDINARY.has(bare))) continue
    const codes = communities.get(name)
    if (codes) return { start, name, codes }
  }
  return undefined
}

/**
 * Communities without 社区 or 村, right after a name that their subdistrict and a district elsewhere share: 平湖鹅公岭 is
 * Shenzhen's, in a story that names Shenzhen at all, and no city of Jiaxing's.
 */
export function resolveBareCommunities(
  fields: Fields,
  context: Context,
  resolved: readonly Resolved[],
  gazetteer: Gazetteer,
): Resolved[] {
  const shards = citiesOf(context, resolved, NAMED_WITH_COMMUNITY).map(city => communitiesOf(city, gazetteer))
  return [fields.title, fields.body].flatMap(field =>
    field.mentions.flatMap((mention): Resolved[] => {
      if (mention.full) return []
      const cities = mention.names.map(n => cityKey(n.place))
      for (let length = 4; length >= 2; length--) {
        const bare = field.text.slice(mention.end, mention.end + length)
        for (const shard of shards) {
          const codes = [...(shard?.get(`${bare}社区`) ?? []), ...(shard?.get(`${bare}村`) ?? [])]
          const holders = codes
            .map(code => findSubdistrict(code, gazetteer))
            .filter(p => p?.short === mention.text && !cities.includes(cityKey(p)))
          const [place] = holders
          if (place) return [{ field, mention, place, reason: 'child-after', sureness: 0.85 }]
        }
      }
      return []
    }),
  )
}

/** Of several subdistricts with a community so called: one already named, else one in a district named, else their common district. */
function chooseHolder(places: Place[], resolved: readonly Resolved[]): Place | undefined {
  if (places.length <= 1) return places[0]
  const named = places.filter(p => resolved.some(r => r.place === p))
  if (named.length > 0) return named[0]
  const inDistrict = places.filter(p => resolved.some(r => r.place === p.parent || r.place.parent === p.parent))
  if (inDistrict.length === 1) return inDistrict[0]
  const pool = inDistrict.length > 0 ? inDistrict : places
  const first = pool[0]?.parent
  return first && pool.every(p => p.parent === first) ? first : undefined
}
