import type { DistrictTag, Subdistrict, TaggableArticle } from '../article/article.ts'
import { rest } from '../article/rest.ts'
import { type Context, cityWeight, MUNICIPALITY } from './context.ts'
import { type Fields, readFields } from './fields.ts'
import { cityKey, type Gazetteer, type Place } from './gazetteer.ts'
import { loadCommunities } from './load.ts'
import { pathOf, tagCode } from './places.ts'
import type { Mention } from './recognise.ts'
import { citiesOf, resolveBareCommunities, resolveCommunities } from './resolve/communities.ts'
import { resolveEnglishSubdistricts, resolveShortSubdistricts } from './resolve/parts.ts'
import { type Priors, type Resolved, resolve } from './resolve/resolve.ts'
import { unlistedSubdistricts } from './resolve/unlisted.ts'
import { assignRoles, evidenceOf, type Found } from './roles.ts'

export interface TagOptions {
  /** What corrections on this article's site taught (see corrections.ts): a nudge, never a rule. */
  priors?: Priors
}

/** All that was read from an article, for tags and for their explanation. */
export interface Reading {
  fields: Fields
  context: Context
  resolved: Resolved[]
}

/** A city named once may decide by its communities: they are read before tagging. */
const NAMED_AT_ALL = 1
/** Weight a city needs to be tagged itself (context.ts): in the title, or in lead and frame. */
const CITY_TAG = 2.5
const PROVINCE_TAG = 3

/** The districts an article is about (main, first) and those it names (mentioned). Pure; reads the article as data only. */
export function tagDistricts(article: TaggableArticle, gazetteer: Gazetteer, options: TagOptions = {}): DistrictTag[] {
  const { fields, context, resolved } = readPlaces(article, gazetteer, options)
  const found = assignRoles(fields, context, resolved)
  const tags = found.map(entry => toTag(entry, fields))
  if (!found.some(f => f.main)) tags.push(...largerTags(fields, context, gazetteer, found))
  return tags.sort((a, b) => Number(b.role === 'main') - Number(a.role === 'main') || b.confidence - a.confidence)
}

/** Four-digit codes of the cities whose communities should be loaded before tagging (`loadCommunities`). */
export function citiesInPlay(article: TaggableArticle, gazetteer: Gazetteer): string[] {
  const fields = readFields(article, gazetteer)
  const { resolved, context } = resolve(article, fields, gazetteer)
  return citiesOf(context, resolved, NAMED_AT_ALL)
}

/** Loads the communities that may decide something, then tags: what a page calls. */
export async function tagArticle(
  article: TaggableArticle,
  gazetteer: Gazetteer,
  options: TagOptions = {},
): Promise<DistrictTag[]> {
  await rest()
  const enriched = await loadCommunities(gazetteer, citiesInPlay(article, gazetteer))
  await rest()
  return tagDistricts(article, enriched, options)
}

export function readPlaces(article: TaggableArticle, gazetteer: Gazetteer, options: TagOptions = {}): Reading {
  const fields = readFields(article, gazetteer)
  const { resolved, context } = resolve(article, fields, gazetteer, options.priors)
  const bare = resolveBareCommunities(fields, context, resolved, gazetteer)
  const overruled = new Set(bare.map(r => r.mention.text))
  const kept = resolved.filter(r => r.mention.full || !overruled.has(r.mention.text))
  const all = [...kept, ...bare, ...unlistedSubdistricts(fields, kept)]
  all.push(...resolveCommunities(fields, context, all, gazetteer))
  all.push(...resolveEnglishSubdistricts(fields, all, gazetteer))
  all.push(...resolveShortSubdistricts(fields, context, all, gazetteer))
  if (all.length === 0) all.push(...framedReadings(fields, context))
  return { fields, context, resolved: all }
}

function toTag(entry: Found, fields: Fields): DistrictTag {
  const { district, readings, main } = entry
  const subdistricts = new Map<string, Subdistrict>()
  for (const { place } of readings) {
    if (place.level === 'subdistrict')
      subdistricts.set(place.name, place.code ? { code: place.code, name: place.name } : { name: place.name })
  }
  return {
    code: tagCode(district),
    name: district.name,
    path: pathOf(district),
    role: main ? 'main' : 'mentioned',
    confidence: confidenceOf(entry),
    subdistricts: [...subdistricts.values()],
    evidence: evidenceOf(readings, fields),
  }
}

/** The district whose section the article stands in, where the text names none and speaks of no other city. */
function framedReadings(fields: Fields, context: Context): Resolved[] {
  const [city] = strongest(context.cities)
  for (const field of fields.frame) {
    if (field.where !== 'breadcrumb' && field.where !== 'section') continue
    for (const mention of field.mentions) {
      const place = mention.names.map(n => n.place).find(p => p.level === 'district' && context.framed.has(p.code))
      if (place && context.framed.size === 1 && cityKey(place) === city)
        return [{ field, mention, place, reason: 'frame', sureness: 0.75 }]
    }
  }
  return []
}

function confidenceOf({ readings }: Found): number {
  const best = Math.max(...readings.map(r => r.sureness))
  return Math.min(0.99, best)
}

/** 朝阳群众 in a story of 北京: a city's name that a district of another city in play has too. */
function isSharedWithin({ names, full }: Mention, city: Place, context: Context): boolean {
  const isInPlay = (place: Place) =>
    cityWeight(context, place) > 0 || (MUNICIPALITY.test(place.code) && context.provinces.has(place.code.slice(0, 2)))
  return !full && names.some(({ place }) => cityKey(place) !== city.code && isInPlay(place))
}

/** The city, or else the province, an article is about when no district is. */
function largerTags(fields: Fields, context: Context, gazetteer: Gazetteer, found: Found[]): DistrictTag[] {
  const [city, weight] = strongest(context.cities)
  const [province, provinceWeight] = strongest(context.provinces)
  const place =
    weight >= CITY_TAG
      ? gazetteer.places.get(MUNICIPALITY.test(city) ? city.slice(0, 2) : city)
      : provinceWeight >= PROVINCE_TAG
        ? gazetteer.places.get(province)
        : undefined
  if (!place || found.some(f => f.district.code === place.code)) return []
  const readings = [fields.title, fields.body].flatMap(field =>
    field.mentions
      .filter(m => m.names.some(n => n.place === place))
      .map(mention => ({ field, mention, place, reason: 'city' as const, sureness: 0.8 })),
  )
  if (readings.length === 0 && found.length === 0) return []
  if (readings.length > 0 && readings.every(({ mention }) => isSharedWithin(mention, place, context))) return []
  return [
    {
      code: tagCode(place),
      name: place.name,
      path: pathOf(place),
      role: 'main',
      confidence: 0.8,
      subdistricts: [],
      evidence: evidenceOf(readings, fields),
    },
  ]
}

function strongest(weights: ReadonlyMap<string, number>): [key: string, weight: number] {
  return [...weights].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0])
}
