import type { Gazetteer, Place } from './gazetteer.ts'

/** Six digits: 4403 → 440300. A subdistrict's nine stay. */
export function tagCode(place: Place): string {
  return place.code.padEnd(6, '0')
}

/** The place of a tag's or subdistrict's code (440307, 440300, 440000, 440307003), if the gazetteer has it. */
export function findPlace(code: string, gazetteer: Gazetteer): Place | undefined {
  if (code.length === 9) return findSubdistrict(code, gazetteer)
  const district = gazetteer.places.get(code)
  if (district) return district
  if (code.endsWith('0000')) return gazetteer.places.get(code.slice(0, 2))
  return code.endsWith('00') ? gazetteer.places.get(code.slice(0, 4)) : undefined
}

/** 龙岗区 for 440307; undefined where the gazetteer has no such code. */
export function placeName(code: string, gazetteer: Gazetteer): string | undefined {
  return findPlace(code, gazetteer)?.name
}

/** ['广东省', '深圳市', '龙岗区'] for 440307; empty where the gazetteer has no such code. */
export function placePath(code: string, gazetteer: Gazetteer): string[] {
  const place = findPlace(code, gazetteer)
  return place ? pathOf(place) : []
}

/** From the province down; a municipality is named once (北京市, 朝阳区), and so is a city without districts. */
export function pathOf(place: Place): string[] {
  const path = place.parent ? pathOf(place.parent) : []
  return path.at(-1) === place.name ? path : [...path, place.name]
}

export function findSubdistrict(code: string, gazetteer: Gazetteer): Place | undefined {
  const district = gazetteer.places.get(code.slice(0, 6)) ?? gazetteer.places.get(`${code.slice(0, 4)}00`)
  const listed = district && gazetteer.subdistrictsOf(district).find(sub => sub.code === code)
  return listed ?? movedSubdistrict(code, gazetteer)
}

/** The last two digits of functional zones that took subdistricts over (build/own-places.ts). */
const ZONES = ['90', '91', '92']

/** A subdistrict that a zone took over keeps its code (葵涌街道 440307009, of 大鹏新区 440390). */
function movedSubdistrict(code: string, gazetteer: Gazetteer): Place | undefined {
  for (const zone of ZONES) {
    const place = gazetteer.places.get(code.slice(0, 4) + zone)
    if (!place) continue
    const sub = gazetteer.subdistrictsOf(place).find(s => s.code === code)
    if (sub) return sub
  }
  return undefined
}
