import { type Context, cityWeight } from '../context.ts'
import { FIRM_KINDS, OTHER_THING_AFTER, standsAsPlace } from '../cues.ts'
import { findEnglishSubdistricts } from '../english.ts'
import type { Field, Fields } from '../fields.ts'
import { cityKey, type Gazetteer, type Place } from '../gazetteer.ts'
import { standsFree } from '../recognise.ts'
import { ORDINARY, WORDS } from '../risky-names.ts'
import { citiesOf } from './communities.ts'
import type { Resolved } from './draft.ts'

/** Offices that are called after their subdistrict: 翠竹派出所, 三沙法庭. */
const OWN_OFFICE = /^(?:派出所|法庭|司法所|街道办|镇政府|卫生院|执法队|中队|消防站|供电所)/
/** What bears the name of a subdistrict, or gave it. */
const NAMED_AFTER_IT =
  /^(?:社区|村|中学|道(?![路具教理德])|[内外站门]|商圈|滑雪场|画派|脚下|雕?像(?![是在个])|[边畔]|[山湖江河岭](?![镇乡街区县]))/

/**
 * Subdistricts by their short names (沙井的鲜蚝): only in districts already found, or, where none was, in a city in play.
 */
export function resolveShortSubdistricts(
  fields: Fields,
  context: Context,
  resolved: readonly Resolved[],
  gazetteer: Gazetteer,
): Resolved[] {
  const { districts, byCity } = districtsInPlay(context, resolved, gazetteer)
  const shorts = new Map<string, Place[]>()
  for (const district of districts) {
    for (const sub of gazetteer.subdistrictsOf(district)) {
      if (sub.short.length < 2 || /[路道街巷弄]$/.test(sub.short)) continue // a road more often than its subdistrict
      if (sub.short === district.short || sub.short === district.parent?.short) continue
      shorts.set(sub.short, [...(shorts.get(sub.short) ?? []), sub])
    }
  }
  const found: Resolved[] = []
  for (const [short, [place, ...more]] of shorts) {
    if (!place || more.length > 0) continue
    const careful =
      ORDINARY.has(short) ||
      WORDS.has(short) ||
      isFirm(short, fields) ||
      isOtherPlace(place, context, resolved, gazetteer)
    const free = !careful || isNamedElsewhere(place, resolved)
    for (const field of [fields.title, fields.body]) {
      for (let at = field.text.indexOf(short); at >= 0; at = field.text.indexOf(short, at + 1)) {
        const end = at + short.length
        const after = field.text.slice(end, end + 8)
        if (!free && !OWN_OFFICE.test(after)) continue
        if (isTaken(field, at, end, [...resolved, ...found])) continue
        if (OTHER_THING_AFTER.test(after) || NAMED_AFTER_IT.test(after)) continue
        if ((byCity || short.endsWith('里')) && !standsAsPlace(field.text, at, end)) continue
        // 渤海湾 is no 海湾镇.
        if (byCity && !standsFree(field.text, { start: at, end })) continue
        const mention = { start: at, end, text: short, names: [], full: false }
        found.push({ field, mention, place, reason: byCity ? 'city' : 'named-in-full', sureness: byCity ? 0.7 : 0.75 })
      }
    }
  }
  return found
}

/** The districts found; else those of section and site; else all of the cities in play. */
function districtsInPlay(context: Context, resolved: readonly Resolved[], gazetteer: Gazetteer) {
  const named = resolved.map(r => (r.place.level === 'subdistrict' ? r.place.parent : r.place))
  const framed = [...context.framed].map(code => gazetteer.places.get(code))
  for (const places of [named, framed]) {
    const districts = new Set(places.filter(p => p !== null && p !== undefined))
    if (districts.size > 0) return { districts, byCity: false }
  }
  const cities = citiesOf(context, resolved)
  const all = [...gazetteer.places.values()].filter(p => p.level === 'district' && cities.includes(cityKey(p)))
  return { districts: new Set(all), byCity: true }
}

/** 龙湖集团: a firm is told of, which may be called 龙湖 all through. */
function isFirm(short: string, { title, body }: Fields): boolean {
  return FIRM_KINDS.some(kind => title.text.includes(short + kind) || body.text.includes(short + kind))
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
