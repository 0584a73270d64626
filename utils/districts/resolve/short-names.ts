import { cityWeight } from '../context.ts'
import { AREA_AFTER, ASIDE_BEFORE, LONG_AGO, standsAsPlace } from '../cues.ts'
import type { Field } from '../fields.ts'
import { cityKey, type Place } from '../gazetteer.ts'
import type { Mention } from '../recognise.ts'
import { OUTSIDE_WORDS, WORDS } from '../risky-names.ts'
import { afterItsNeighbour, besideInList, listedCities, parentAfter, parentBefore } from './beside.ts'
import { CITY_IN_PLAY, type Draft, isDistrict, OUTSIDE, type Verdict } from './draft.ts'

const HONG_KONG_MACAU = /^8[12]/

export function shortNames(draft: Draft): void {
  const listed = listedCities(draft)
  for (const { field, mention, index } of draft.mentions()) {
    const candidates = mention.names.map(n => n.place).filter(isDistrict)
    if (mention.full || candidates.length === 0 || isOldSeat(field, mention)) continue
    const isCity = mention.names.some(n => n.place.level !== 'district' && n.place.level !== 'subdistrict')
    const parent = parentBefore(draft, field, index, candidates)
    const after = parentAfter(field, index, candidates)
    if (after) draft.take(field, mention, after, 'parent-before', 0.92)
    else if (parent && !(isCity && !mention.full)) draft.take(field, mention, parent, 'parent-before', 0.92)
    else if (!isCity) draft.accept(field, mention, shortByContext(draft, field, mention, candidates, listed))
    else draft.accept(field, mention, listedWithOthers(draft, candidates, listed) ?? framedAndInPlay(draft, candidates))
    if (!draft.isRead(mention) && !isCity)
      draft.accept(field, mention, afterItsNeighbour(draft, field, index, candidates))
  }
}

/** 朝阳、海淀、丰台: a name that is a city's too, among the districts of a city in play. */
function listedWithOthers(draft: Draft, candidates: Place[], listed: Set<string>): Verdict | undefined {
  const inList = candidates.find(p => listed.has(cityKey(p)) && cityWeight(draft.context, p) >= CITY_IN_PLAY)
  return inList && [inList, 'list', 0.85]
}

/** 朝阳分局 from 平安北京朝阳: a name that is a city's too, of a district that site or section are about. */
function framedAndInPlay(draft: Draft, candidates: Place[]): Verdict | undefined {
  const framed = candidates.find(p => draft.context.framed.has(p.code))
  const another = [...draft.context.cities.entries()].some(
    ([key, weight]) => weight >= CITY_IN_PLAY && framed && key !== cityKey(framed),
  )
  return framed && !another ? [framed, 'frame', 0.88] : undefined
}

function shortByContext(
  draft: Draft,
  field: Field,
  mention: Mention,
  candidates: Place[],
  listed: Set<string>,
): Verdict | undefined {
  const isWord = WORDS.has(mention.text) || (OUTSIDE_WORDS.has(mention.text) && !isSetOutside(draft))
  const believable = !isWord || standsAsPlace(field.text, mention.start, mention.end)
  const bestOf = (places: Place[]) => draft.best(places, () => 0)
  const named = bestOf(candidates.filter(p => draft.districts.has(p)))
  if (named && (believable || field.where === 'title')) return [named, 'named-in-full', 0.9]
  const framed = bestOf(candidates.filter(p => draft.context.framed.has(p.code)))
  if (framed && believable) return [framed, 'frame', 0.88]
  const doubtful = draft.fields.title.otherThings.has(mention.text) || draft.fields.body.otherThings.has(mention.text)
  if (doubtful) return loneAmongDoubts(draft, field, mention, candidates, isWord)
  const inList = candidates.find(p => listed.has(cityKey(p)))
  if (inList && (!isWord || cityWeight(draft.context, inList) >= CITY_IN_PLAY)) return [inList, 'list', 0.9]
  const inCity = bestOf(candidates.filter(p => cityWeight(draft.context, p) >= CITY_IN_PLAY))
  if (inCity && believable) return [inCity, 'city', isWord ? 0.7 : 0.85]
  const [only] = candidates
  const lone =
    !/^[A-Z]/.test(mention.text) &&
    only &&
    candidates.length === 1 &&
    !isWord &&
    (!OUTSIDE.test(only.code) || (HONG_KONG_MACAU.test(only.code) && !OUTSIDE_WORDS.has(mention.text)))
  if (lone && (draft.fits(only) || comesByTheWay(field, mention))) return [only, 'unique', 0.72]
  const asPlace =
    AREA_AFTER.test(field.text.slice(mention.end)) || /再往$|位于$|来到$/.test(field.text.slice(0, mention.start))
  if (lone && asPlace && !isPartOfCityInPlay(draft, mention)) return [only, 'unique', 0.65]
  const neighbour = isWord && besideInList(draft, field, mention, candidates)
  return neighbour ? [neighbour, 'list', 0.75] : undefined
}

/** 义乌话 makes 义乌 doubtful, yet who lives 在义乌 lives there, where only one place is called so. */
function loneAmongDoubts(
  draft: Draft,
  field: Field,
  mention: Mention,
  [only, ...more]: Place[],
  isWord: boolean,
): Verdict | undefined {
  const lone = only && more.length === 0 && !isWord && !OUTSIDE.test(only.code) && draft.context.framed.has(only.code)
  return lone && standsAsPlace(field.text, mention.start, mention.end) ? [only, 'unique', 0.72] : undefined
}

/** Is the story of Hong Kong or Macau rather than of any city of the mainland? */
function isSetOutside(draft: Draft): boolean {
  const { cities, provinces } = draft.context
  const outside = (provinces.get('81') ?? 0) + (provinces.get('82') ?? 0)
  return outside >= CITY_IN_PLAY && outside >= Math.max(0, ...cities.values())
}

/** 平湖 in a story of Shenzhen is its 街道, not the city far away. */
function isPartOfCityInPlay(draft: Draft, mention: Mention): boolean {
  const near = ['街道', '镇', '乡'].flatMap(kind => draft.gazetteer.subdistrictsNamed(mention.text + kind))
  return near.some(p => cityWeight(draft.context, p) >= CITY_IN_PLAY)
}

/** 订单来自义乌: said to be somewhere, however far from the story. */
function comesByTheWay(field: Field, mention: Mention): boolean {
  const before = field.text.slice(Math.max(0, mention.start - 8), mention.start)
  return ASIDE_BEFORE.test(before)
}

/** 宋代祥符县衙: a short name in a county's or prefecture's seat of old. */
function isOldSeat(field: Field, mention: Mention): boolean {
  return (
    /^[县府州]/.test(field.text.slice(mention.end)) &&
    LONG_AGO.test(field.text.slice(Math.max(0, mention.start - 10), mention.end + 6))
  )
}
