import { communitiesOf } from './communities.ts'
import { type Context, cityWeight } from './context.ts'
import { OTHER_THING_AFTER, standsAsPlace } from './cues.ts'
import { findEnglishSubdistricts } from './english.ts'
import type { Field, Fields } from './fields.ts'
import { cityKey, type Gazetteer, type Place } from './gazetteer.ts'
import { findSubdistrict } from './places.ts'
import type { Resolved } from './resolve/resolve.ts'
import { ORDINARY, WORDS } from './risky-names.ts'

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

/**
 * Subdistricts by their short names (沙井的鲜蚝): only in districts already found, or, where none was, in a city in play.
 */
export function resolveShortSubdistricts(
  fields: Fields,
  context: Context,
  resolved: readonly Resolved[],
  gazetteer: Gazetteer,
): Resolved[] {
  const districts = new Set(
    resolved.map(r => (r.place.level === 'subdistrict' ? r.place.parent : r.place)).filter(p => p !== null),
  )
  if (districts.size === 0)
    for (const code of context.framed) {
      const framed = gazetteer.places.get(code)
      if (framed) districts.add(framed)
    }
  const byCity = districts.size === 0
  if (byCity)
    for (const city of citiesOf(context, resolved))
      for (const place of gazetteer.places.values()) {
        if (place.level === 'district' && cityKey(place) === city) districts.add(place)
      }
  const shorts = new Map<string, Place[]>()
  for (const district of districts) {
    for (const sub of gazetteer.subdistrictsOf(district)) {
      if (
        sub.short.length < 2 ||
        ORDINARY.has(sub.short) ||
        WORDS.has(sub.short) ||
        isOtherPlace(sub, context, resolved, gazetteer)
      ) {
        if (!isNamedElsewhere(sub, resolved)) continue
      }
      if (/[路道街巷里弄]$/.test(sub.short)) continue // a road more often than its subdistrict
      if (sub.short === district.short || sub.short === district.parent?.short) continue
      shorts.set(sub.short, [...(shorts.get(sub.short) ?? []), sub])
    }
  }
  const found: Resolved[] = []
  for (const [short, places] of shorts) {
    const [place] = places
    if (!place || places.length > 1) continue
    for (const field of [fields.title, fields.body]) {
      for (let at = field.text.indexOf(short); at >= 0; at = field.text.indexOf(short, at + 1)) {
        const end = at + short.length
        if (isTaken(field, at, end, [...resolved, ...found])) continue
        const after = field.text.slice(end, end + 8)
        if (OTHER_THING_AFTER.test(after) || NAMED_AFTER_IT.test(after)) continue
        if (byCity && !standsAsPlace(field.text, at, end)) continue
        const mention = { start: at, end, text: short, names: [], full: false }
        found.push({ field, mention, place, reason: byCity ? 'city' : 'named-in-full', sureness: byCity ? 0.7 : 0.75 })
      }
    }
  }
  return found
}

/** 平湖 where nothing speaks for Jiaxing's city so called is the 街道 of the city in play. */
function isOtherPlace(sub: Place, context: Context, resolved: readonly Resolved[], gazetteer: Gazetteer): boolean {
  const others = gazetteer.names.get(sub.short) ?? []
  return others.some(
    ({ place }) =>
      place.level !== 'district' ||
      resolved.some(r => r.place === place) ||
      cityKey(place) === cityKey(sub) ||
      cityWeight(context, place) > 0,
  )
}

/** Are these words read as a place already, or as part of a longer name? One left unread is free. */
function isTaken(field: Field, start: number, end: number, resolved: readonly Resolved[]): boolean {
  const overlap = (m: { start: number; end: number }) => m.start < end && m.end > start
  return (
    resolved.some(r => r.field === field && overlap(r.mention)) ||
    field.mentions.some(m => overlap(m) && (m.start !== start || m.end !== end))
  )
}

function isNamedElsewhere(sub: Place, resolved: readonly Resolved[]): boolean {
  return resolved.some(r => r.place === sub)
}

/** Read as a place already; a subdistrict's name that was not (渝中区望|龙门街道) leaves its words free. */
function isReadAlready(field: Field, start: number, end: number, resolved: readonly Resolved[]): boolean {
  const overlap = (m: { start: number; end: number }) => m.start < end && m.end > start
  const isSubdistrict = (m: Field['mentions'][number]) => m.names.every(n => n.place.level === 'subdistrict')
  return (
    field.mentions.some(m => overlap(m) && !isSubdistrict(m)) ||
    resolved.some(r => r.field === field && overlap(r.mention))
  )
}

/** What bears the name of a subdistrict, or gave it. */
const NAMED_AFTER_IT = /^(?:社区|村|中学|道(?![路具教理德])|[内外站门]|商圈|滑雪场|画派)/

/** Where a subdistrict's name may begin, and words that are no one's name. */
const UNLISTED = /(?<=^|[，。、：；\n“（,]|[和与及在住区县市])[一-鿿]{2,4}街道(?=[的\s，。、,办社党工居和与及：在]|$)/g
const NOT_A_NAME =
  /^.?[的在与和及是各本该两几多每条]|[的各]|区|县|市|城市|步行|商业|历史|所在|相关|下辖|部分|沿线|附近|古|老街道|新街道|主要|周边/

/**
 * Subdistricts newer than the list, without a code: right after their district, in a list with another, or in a story
 * of one district.
 */
export function unlistedSubdistricts(fields: Fields, resolved: readonly Resolved[]): Resolved[] {
  const districts = new Set(resolved.map(r => (r.place.level === 'subdistrict' ? r.place.parent : r.place)))
  const [only] = districts.size === 1 ? [...districts] : []
  const found = townsUnlisted(fields, resolved)
  for (const field of [fields.title, fields.body]) {
    for (const match of field.text.matchAll(UNLISTED)) {
      const [name] = match
      const [start, end] = [match.index, match.index + name.length]
      if (NOT_A_NAME.test(name) || isReadAlready(field, start, end, [...resolved, ...found])) continue
      const before = [...resolved, ...found].find(
        r => r.field === field && r.mention.end <= start && start - r.mention.end <= 1,
      )
      const owner = before ? (before.place.level === 'subdistrict' ? before.place.parent : before.place) : only
      if (!owner) continue
      const place: Place = { code: '', name, short: name.slice(0, -2), level: 'subdistrict', parent: owner }
      const mention = { start, end, text: name, names: [], full: true }
      found.push({ field, mention, place, reason: 'child-after', sureness: 0.8 })
    }
  }
  return found
}

/** 昆山周庄镇: right after its district, a town that the list knows only elsewhere. */
function townsUnlisted(fields: Fields, resolved: readonly Resolved[]): Resolved[] {
  return [fields.title, fields.body].flatMap(field =>
    field.mentions.flatMap((mention): Resolved[] => {
      const taken = resolved.some(r => r.mention === mention)
      if (taken || !mention.full || mention.names.some(n => n.place.level !== 'subdistrict')) return []
      const owner = resolved.find(
        r =>
          r.field === field &&
          r.place.level === 'district' &&
          r.mention.end <= mention.start &&
          /^[区县市旗的]?$/.test(field.text.slice(r.mention.end, mention.start)),
      )?.place
      if (!owner) return []
      const place: Place = {
        code: '',
        name: mention.text,
        short: mention.names[0]?.place.short ?? mention.text,
        level: 'subdistrict',
        parent: owner,
      }
      return [{ field, mention, place, reason: 'child-after', sureness: 0.8 }]
    }),
  )
}

/** "Bantian Subdistrict" in an English article, of the districts found and their cities. */
export function resolveEnglishSubdistricts(
  fields: Fields,
  resolved: readonly Resolved[],
  gazetteer: Gazetteer,
): Resolved[] {
  const districts = new Set(
    resolved.map(r => (r.place.level === 'subdistrict' ? r.place.parent : r.place)).filter(p => p !== null),
  )
  return [fields.title, fields.body].flatMap(field =>
    findEnglishSubdistricts(field.text, districts, gazetteer).map(({ start, end, place }): Resolved => {
      const mention = { start, end, text: field.text.slice(start, end), names: [], full: true }
      return { field, mention, place, reason: 'named-in-full', sureness: 0.85 }
    }),
  )
}
