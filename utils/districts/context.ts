import type { TaggableArticle } from '../article/article.ts'
import { AWAY_AFTER, DATELINE } from './cues.ts'
import type { Fields } from './fields.ts'
import { cityKey, type Gazetteer, type Place } from './gazetteer.ts'
import { CITY_NICKNAMES, HOSTS, MEDIA } from './media.ts'
import type { Mention } from './recognise.ts'
import { GENERIC } from './risky-names.ts'

/** How much an article speaks of each city and province, before any district is decided. Weights are plain sums. */
export interface Context {
  /** By `cityKey`. */
  cities: Map<string, number>
  provinces: Map<string, number>
  /** Districts that the breadcrumb, section or site is about. */
  framed: Set<string>
}

/** Weights: how sure a sign is that the story is set there; tuned on the fixtures. */
const WEIGHT = {
  site: 2.5,
  source: 2.5,
  breadcrumb: 3,
  section: 3,
  host: 2,
  title: 3,
  lead: 2.5,
  body: 1,
  district: 1.5,
}
/** A city named again adds, up to so much. */
const MOST_BODY = 3

export function readContext(article: TaggableArticle, fields: Fields, gazetteer: Gazetteer): Context {
  const context: Context = { cities: new Map(), provinces: new Map(), framed: new Set() }
  readFrame(context, fields)
  readHost(context, article.url)
  const provinceOnly = (mention: Mention) => mention.names.find(n => n.place.level === 'province')
  for (const mention of fields.title.mentions) addMention(context, mention, WEIGHT.title)
  const filed = DATELINE.exec(fields.body.text)?.[0].length ?? 0
  const seen = new Map<string, number>()
  for (const mention of fields.body.mentions) {
    // 新华社北京电: the bureau's desk, not the story.
    if (mention.end <= filed && mention.text === '北京' && /新华社|中新社/.test(fields.body.text.slice(0, filed)))
      continue
    // 在北京打工十年: where someone was, away from the story.
    if (AWAY_AFTER.test(fields.body.text.slice(mention.end, mention.end + 14))) continue
    const weight = mention.end <= fields.leadEnd ? WEIGHT.lead : WEIGHT.body
    const sum = seen.get(mention.text) ?? 0
    if (sum >= MOST_BODY && !provinceOnly(mention)) continue
    seen.set(mention.text, sum + weight)
    addMention(context, mention, weight)
  }
  for (const [word, code] of CITY_NICKNAMES) {
    if (fields.title.text.includes(word) || fields.body.text.includes(word))
      addCode(context, code, WEIGHT.body * 2, gazetteer)
  }
  return context
}

function readFrame(context: Context, fields: Fields): void {
  for (const field of fields.frame) {
    const weight = field.where === 'site' ? WEIGHT.site : field.where === 'source' ? WEIGHT.source : WEIGHT.breadcrumb
    // 北京青年报 is not the 青年报 of 上海; but 东方网 is none of Hainan's 东方.
    const cities = field.mentions.flatMap(m => m.names.map(n => n.place)).filter(p => p.level !== 'district')
    for (const [word, code] of MEDIA) {
      if (cities.length > 0 && !cities.some(p => p.code.startsWith(code.slice(0, 2)))) continue
      if ((field.where === 'site' || field.where === 'source') && word.length > 1 && field.text.includes(word)) {
        add(code.length === 2 ? context.provinces : context.cities, code, weight)
        if (code.length === 4) add(context.provinces, code.slice(0, 2), weight / 2)
      }
    }
    for (const mention of field.mentions) addMention(context, mention, weight)
  }
}

function readHost(context: Context, url: string): void {
  const host = /^https?:\/\/([^/:]+)/.exec(url)?.[1] ?? ''
  for (const [suffix, code] of HOSTS) {
    if (host === suffix || host.endsWith(`.${suffix}`))
      add(code.length === 2 ? context.provinces : context.cities, code, WEIGHT.host)
  }
}

/** 北京, 天津, 上海, 重庆: provinces that are cities. */
export const MUNICIPALITY = /^(?:11|12|31|50)/
/** What such a name adds to its city besides: with what it adds to its province, no more than another city's name does. */
const MUNICIPALITY_SHARE = 0.6

/** A name adds to its city and province if all it could mean lie there, or if it can mean the city itself. */
function addMention(context: Context, mention: Mention, weight: number): void {
  const places = mention.names.map(n => n.place)
  const province = places.find(p => p.level === 'province')
  if (province) {
    add(context.provinces, province.code, weight)
    if (MUNICIPALITY.test(province.code)) add(context.cities, `${province.code}01`, weight * MUNICIPALITY_SHARE)
    return
  }
  const city = places.find(p => p.level === 'city')
  if (city) {
    add(context.cities, city.code, weight)
    if (city.parent) add(context.provinces, city.parent.code, weight / 2)
    return
  }
  const first = places[0]
  // 中区 is the middle of any town: it may not speak for itself.
  if (!first || !mention.full || GENERIC.has(mention.text) || places.some(p => cityKey(p) !== cityKey(first))) return
  const share = first.level === 'subdistrict' ? 0.4 : 0.6
  add(context.cities, cityKey(first), weight * share)
  add(context.provinces, first.code.slice(0, 2), (weight * share) / 2)
}

function addCode(context: Context, code: string, weight: number, gazetteer: Gazetteer): void {
  const place: Place | undefined = gazetteer.places.get(code)
  if (!place) return
  add(code.length === 2 ? context.provinces : context.cities, code, weight)
}

function add(map: Map<string, number>, key: string, weight: number): void {
  map.set(key, (map.get(key) ?? 0) + weight)
}

/** What the context says for a place: its city's weight and half its province's. */
export function support(context: Context, place: Place): number {
  const province = place.code ? place.code.slice(0, 2) : (place.parent?.code.slice(0, 2) ?? '')
  return cityWeight(context, place) + (context.provinces.get(province) ?? 0) / 2
}

export function cityWeight(context: Context, place: Place): number {
  const key = cityKey(place)
  return (context.cities.get(key) ?? 0) + (key.length === 2 ? (context.provinces.get(key) ?? 0) : 0)
}
