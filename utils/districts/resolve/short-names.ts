import { cityWeight, support } from '../context.ts'
import { AREA_AFTER, ASIDE_BEFORE, BESIDE_BEFORE, LONG_AGO, PLACE_BEFORE, SPORT, standsAsPlace } from '../cues.ts'
import type { Field } from '../fields.ts'
import { cityKey, type Place } from '../gazetteer.ts'
import type { Mention } from '../recognise.ts'
import { OUTSIDE_WORDS, WORDS } from '../risky-names.ts'
import {
  afterItsNeighbour,
  besideInList,
  inEnglish,
  listedCities,
  nextDoor,
  parentAfter,
  parentBefore,
} from './beside.ts'
import { CITY_IN_PLAY, type Draft, isDistrict, OUTSIDE, type Verdict } from './draft.ts'

const HONG_KONG_MACAU = /^8[12]/
/** Just after a name: an area, what is there, or one of its towns. */
const TOLD_AFTER =
  /^(?:[区县市](?!场)|段|境内|辖区|城区|街头|当地|本地|企业|籍|警方|法院|公安|交警|消防|方面|的|一(?:处|家|个|小区|工地|企业|居民|男子|女子|老人|村)|[一-鿿]{1,4}(?:镇|街道|乡))/
/** So many names in a row are a list of places. */
const ROW = 4

export function shortNames(draft: Draft): void {
  const listed = listedCities(draft)
  for (const { field, mention, index } of draft.mentions()) {
    const candidates = mention.names.map(n => n.place).filter(isDistrict)
    if (mention.full || candidates.length === 0 || isOldSeat(field, mention)) continue
    const isCity = mention.names.some(n => n.place.level !== 'district' && n.place.level !== 'subdistrict')
    if (isTeam(draft, field, mention)) continue
    const parent = parentBefore(draft, field, index, candidates)
    const after = parentAfter(field, index, candidates) ?? nextDoor(draft, field, mention, candidates)
    if (after && !isCity) draft.take(field, mention, after, 'parent-before', 0.92)
    else if (parent && !(isCity && !mention.full)) draft.take(field, mention, parent, 'parent-before', 0.92)
    else if (!isCity) draft.accept(field, mention, shortByContext(draft, field, mention, candidates, listed))
    else
      draft.accept(
        field,
        mention,
        listedWithOthers(draft, candidates, listed) ??
          framedAndInPlay(draft, candidates) ??
          foundAlready(draft, mention, candidates),
      )
    if (!draft.isRead(mention) && !isCity)
      draft.accept(field, mention, afterItsNeighbour(draft, field, index, candidates))
  }
}

/** 山东泰山, 广西平果: in a story of teams a short name after a city or province plays football. */
function isTeam({ fields }: Draft, field: Field, { start, end }: Mention): boolean {
  const told = SPORT.test(fields.title.text) || SPORT.test(fields.body.text.slice(0, fields.leadEnd))
  return told && !standsAsPlace(field.text, start, end)
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

/** 朝阳法院, with 望京街道 in a story of 北京: of a district found by other words, where its province is told of more. */
function foundAlready(draft: Draft, { names }: Mention, candidates: Place[]): Verdict | undefined {
  const weight = (place: Place) => draft.context.provinces.get(place.code.slice(0, 2)) ?? 0
  const larger = names.map(n => n.place).filter(place => place.level === 'city' || place.level === 'province')
  const found = candidates.find(p => draft.districts.has(p) && cityWeight(draft.context, p) >= CITY_IN_PLAY)
  return found && larger.every(place => weight(place) < weight(found)) ? [found, 'named-in-full', 0.85] : undefined
}

function shortByContext(
  draft: Draft,
  field: Field,
  mention: Mention,
  candidates: Place[],
  listed: Set<string>,
): Verdict | undefined {
  const isWord = WORDS.has(mention.text) || (OUTSIDE_WORDS.has(mention.text) && !isSetOutside(draft))
  const before = field.text.slice(Math.max(0, mention.start - 5), mention.start)
  const believable = !isWord || wordStandsAsPlace(field.text, mention) || BESIDE_BEFORE.test(before)
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
  const english = inEnglish(draft, field, mention, candidates)
  if (english) return [english, 'city', 0.8]
  const [only] = candidates
  const lone =
    !/^[A-Z]/.test(mention.text) &&
    only &&
    candidates.length === 1 &&
    !isWord &&
    !isPartOfFound(draft, field, mention) &&
    (!OUTSIDE.test(only.code) || (HONG_KONG_MACAU.test(only.code) && !OUTSIDE_WORDS.has(mention.text)))
  if (lone && (isKnownAround(draft, only) || comesByTheWay(field, mention))) return [only, 'unique', 0.72]
  if (lone && isAmongPlaces(field, mention)) return [only, 'list', 0.8]
  if (lone && draft.fits(only) && isTold(draft, field, mention)) return [only, 'unique', 0.7]
  if (lone && AREA_AFTER.test(field.text.slice(mention.end)) && !isPartOfCityInPlay(draft, mention))
    return [only, 'unique', 0.65]
  const neighbour = isWord && besideInList(draft, field, mention, candidates)
  return neighbour ? [neighbour, 'list', 0.75] : undefined
}

/** 向往和平，: a comma alone makes no place of a word. */
function wordStandsAsPlace(text: string, { start, end }: Mention): boolean {
  return (
    PLACE_BEFORE.test(text.slice(Math.max(0, start - 5), start)) ||
    (text[end] !== '，' && standsAsPlace(text, start, end))
  )
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

/** Does anything else speak for its city or province? */
function isKnownAround(draft: Draft, place: Place): boolean {
  return support(draft.context, place) > 0 && draft.fits(place)
}

/**
 * 高邮双黄蛋, 平遥牛肉: where nothing else speaks for the place, the words around must say that it is one. A name in the
 * headline may stand alone: the story then says more of it.
 */
function isTold(draft: Draft, field: Field, mention: Mention): boolean {
  if (LONG_AGO.test(sentenceAround(field.text, mention))) return false
  const stands = ({ text }: Field, { start, end }: Mention) =>
    PLACE_BEFORE.test(text.slice(Math.max(0, start - 5), start)) || TOLD_AFTER.test(text.slice(end, end + 6))
  const same = [draft.fields.title, draft.fields.body].flatMap(f =>
    f.mentions.filter(m => m.text === mention.text).map(m => ({ f, m })),
  )
  return same.some(({ f, m }) => stands(f, m)) || (same.length > 1 && same.some(({ f }) => f.where === 'title'))
}

/** 昆山、江阴、张家港、慈溪: in a row of names that are nearly all districts'. */
function isAmongPlaces(field: Field, mention: Mention): boolean {
  let [from, to] = [field.mentions.indexOf(mention), field.mentions.indexOf(mention)]
  const joined = (i: number) => {
    const [a, b] = [field.mentions[i], field.mentions[i + 1]]
    return a !== undefined && b !== undefined && /^[区县市]?[、，和与及]$/.test(field.text.slice(a.end, b.start))
  }
  while (joined(from - 1)) from--
  while (joined(to)) to++
  return to - from + 1 >= ROW
}

function sentenceAround(text: string, { start, end }: Mention): string {
  const from = Math.max(text.lastIndexOf('。', start), text.lastIndexOf('\n', start)) + 1
  const to = text.slice(end).search(/[。\n]/)
  return text.slice(Math.max(from, start - 60), to < 0 ? end + 60 : end + Math.min(to, 60))
}

/** Is the story of Hong Kong or Macau rather than of any city of the mainland? */
function isSetOutside(draft: Draft): boolean {
  const { cities, provinces } = draft.context
  const outside = (provinces.get('81') ?? 0) + (provinces.get('82') ?? 0)
  return outside >= CITY_IN_PLAY && outside >= Math.max(0, ...cities.values())
}

/** 开平县赤坎墟, and 赤坎 beside 赤坎镇: a town of a district that the story names, and no district elsewhere. */
function isPartOfFound(draft: Draft, field: Field, { start, text }: Mention): boolean {
  if (draft.resolved.some(({ place }) => place.level === 'subdistrict' && place.short === text)) return true
  const before = draft.resolved.find(
    r => r.field === field && r.mention.end <= start && /^[区县市旗]?$/.test(field.text.slice(r.mention.end, start)),
  )
  return before?.place.level === 'district' && draft.gazetteer.subdistrictsOf(before.place).some(p => p.short === text)
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
