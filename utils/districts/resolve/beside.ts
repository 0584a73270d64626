import { cityWeight } from '../context.ts'
import { ENGLISH_PLACE_BEFORE } from '../cues.ts'
import { LARGER_AFTER } from '../english.ts'
import { type Field, inOneList } from '../fields.ts'
import { cityKey, type Place } from '../gazetteer.ts'
import type { Mention } from '../recognise.ts'
import { CITY_IN_PLAY, type Draft, isDistrict, type Verdict } from './draft.ts'

/** So many different districts of one city are a story that lists them. */
const LISTED = 3

/** 上海崇明、宝山: in a list, of the city of the one before. */
export function afterItsNeighbour(draft: Draft, field: Field, index: number, candidates: Place[]): Verdict | undefined {
  const [before, mention] = [field.mentions[index - 1], field.mentions[index]]
  if (!before || !mention || !/^[、和与及]$/.test(field.text.slice(before.end, mention.start))) return undefined
  const known = draft.resolved.find(r => r.mention === before)
  const place = known && candidates.find(p => cityKey(p) === cityKey(known.place))
  return place && [place, 'list', 0.8]
}

/** 洛川、白水、旬邑: a word in a list with a place found in the same province. */
export function besideInList(draft: Draft, field: Field, mention: Mention, candidates: Place[]): Place | undefined {
  const index = field.mentions.indexOf(mention)
  const others = [field.mentions[index - 1], field.mentions[index + 1]].filter(m => m !== undefined)
  const beside = others.filter(m =>
    inOneList(field, ...((m.start < mention.start ? [m, mention] : [mention, m]) as [Mention, Mention])),
  )
  const found = draft.resolved
    .filter(r => r.field === field && beside.includes(r.mention))
    .map(r => r.place.code.slice(0, 2))
  const here = candidates.filter(p => found.includes(p.code.slice(0, 2)))
  return here.length === 1 ? here[0] : undefined
}

/** The candidate whose parent stands right before the mention: 深圳南山, 龙岗区坪地街道, 杭州市的西湖区. */
export function parentBefore(draft: Draft, field: Field, index: number, candidates: Place[]): Place | undefined {
  const mention = field.mentions[index]
  for (let back = 1; back <= 2; back++) {
    const before = field.mentions[index - back]
    if (!mention || !before) return undefined
    const gap = field.text.slice(before.end, mention.start)
    if (
      !/^(?:市|省|区|县|州|的|市区|·|[（(“"]|\s){0,2}$/.test(
        back === 1 ? gap : field.text.slice(before.end, field.mentions[index - 1]?.start),
      )
    )
      return undefined
    if (back === 2 && field.mentions[index - 1]?.end !== mention.start) return undefined
    const parents = before.names.map(n => n.place)
    const under = candidates.filter(c => ancestors(c).some(a => parents.includes(a)))
    if (under.length === 1) return under[0]
    if (under.length > 1) return draft.best(under, () => 0)
  }
  return undefined
}

/** Yiwu, Zhejiang: English puts the larger place after. */
export function parentAfter(field: Field, index: number, candidates: Place[]): Place | undefined {
  const [mention, next] = [field.mentions[index], field.mentions[index + 1]]
  if (!mention || !next || !/^[A-Z]/.test(mention.text)) return undefined
  if (!LARGER_AFTER.test(field.text.slice(mention.end, next.start))) return undefined
  const parents = next.names.map(n => n.place)
  const under = candidates.filter(c => ancestors(c).some(a => parents.includes(a)))
  return under.length === 1 ? under[0] : undefined
}

/** Qixian, the neighboring county: of the places so called, the one in a city that the story names at all. */
export function nextDoor(
  draft: Draft,
  { text }: Field,
  { start, end }: Mention,
  candidates: Place[],
): Place | undefined {
  if (!NEIGHBOUR_BEFORE.test(text.slice(0, start).slice(-14)) && !NEIGHBOUR_AFTER.test(text.slice(end, end + 20)))
    return undefined
  const near = candidates.filter(place => cityWeight(draft.context, place) > 0)
  return near.length === 1 ? near[0] : undefined
}

const NEIGHBOUR_BEFORE = /\bneighbou?ring $/i
const NEIGHBOUR_AFTER = /^, (?:the|a|its) neighbou?ring\b/

/** "Trucks waited in Horgos", in a story that names Xinjiang: of the places so called, the one in a province that it names. */
export function inEnglish(
  draft: Draft,
  { text }: Field,
  { start, end }: Mention,
  candidates: Place[],
): Place | undefined {
  if (!/^[A-ZÀ-Þ][a-zß-ÿ]/.test(text.slice(start)) || /^ [A-ZÀ-Þ]/.test(text.slice(end))) return undefined
  if (!ENGLISH_PLACE_BEFORE.test(text.slice(Math.max(0, start - 8), start))) return undefined
  const named = candidates.filter(place => (draft.context.provinces.get(place.code.slice(0, 2)) ?? 0) > 0)
  return named.length === 1 && named[0] && draft.fits(named[0]) ? named[0] : undefined
}

/** Cities of which a list names three districts or more: 秀英、龙华、琼山、美兰四个区. */
export function listedCities(draft: Draft): Set<string> {
  const cities = new Set<string>()
  for (const field of [draft.fields.title, draft.fields.body]) {
    const seen = new Map<string, Set<string>>()
    field.mentions.forEach((mention, i) => {
      const [before, after] = [field.mentions[i - 1], field.mentions[i + 1]]
      const listed = (before && inOneList(field, before, mention)) || (after && inOneList(field, mention, after))
      if (!listed) return
      for (const key of new Set(
        mention.names
          .map(n => n.place)
          .filter(isDistrict)
          .map(cityKey),
      )) {
        seen.set(key, (seen.get(key) ?? new Set()).add(mention.text))
      }
    })
    for (const [key, names] of seen) {
      if (names.size >= LISTED || (names.size >= 2 && (draft.context.cities.get(key) ?? 0) >= CITY_IN_PLAY))
        cities.add(key)
    }
  }
  return cities
}

function ancestors(place: Place): Place[] {
  return place.parent ? [place.parent, ...ancestors(place.parent)] : []
}
