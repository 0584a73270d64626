import { type Context, cityWeight } from '../context.ts'
import { OTHER_THING_AFTER, standsAsPlace } from '../cues.ts'
import { findEnglishSubdistricts } from '../english.ts'
import type { Field, Fields } from '../fields.ts'
import { cityKey, type Gazetteer, type Place } from '../gazetteer.ts'
import { ORDINARY, WORDS } from '../risky-names.ts'
import { citiesOf } from './communities.ts'
import type { Resolved } from './draft.ts'

/** What bears the name of a subdistrict, or gave it. */
const NAMED_AFTER_IT = /^(?:社区|村|中学|道(?![路具教理德])|[内外站门]|商圈|滑雪场|画派)/

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
