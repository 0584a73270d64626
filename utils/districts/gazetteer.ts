import { shortNames, shortSubdistrictName } from './names.ts'
import { CITY_NICKNAMES, OTHER_NAMES } from './tables/own-places.ts'

export type Level = 'province' | 'city' | 'district' | 'subdistrict'

export interface Place {
  /** Six digits, nine for a subdistrict. */
  code: string
  name: string
  level: Level
}

/** One way to write a place. `full` names end in what they are (区, 街道); the others are short or former names. */
export interface NameUse {
  code: string
  full: boolean
  level: Level
}

/** All places and all their names, ready to be looked up. Made by `loadGazetteer`. */
export interface Gazetteer {
  places: ReadonlyMap<string, Place>
  names: ReadonlyMap<string, readonly NameUse[]>
  /** The longest name that begins with these two characters: lets one pass over a text skip nearly every position. */
  longest: ReadonlyMap<string, number>
  /** Communities by bare name, of the cities loaded so far: city code → name → subdistrict codes. */
  communities: Map<string, ReadonlyMap<string, readonly string[]>>
  /** Reads a city's communities at once, where the surroundings can (Node). */
  readNow?: (city: string) => string | undefined
}

/** Reads the lines of public/gazetteer/places.txt (see build/gazetteer.ts). */
export function parseGazetteer(lines: string): Gazetteer {
  const places = new Map<string, Place>()
  const names = new Map<string, NameUse[]>()
  const longest = new Map<string, number>()
  const add = (name: string, use: NameUse) => {
    const uses = names.get(name)
    if (!uses) names.set(name, [use])
    else if (!uses.some(other => other.code === use.code)) uses.push(use)
    const head = name.slice(0, 2)
    if ((longest.get(head) ?? 0) < name.length) longest.set(head, name.length)
  }
  for (const line of lines.split('\n')) {
    const [code = '', name = '', streets] = line.split(' ')
    const level = levelOf(code)
    places.set(code, { code, name, level })
    add(name, { code, full: true, level })
    for (const short of shortNames(name))
      add(short, { code, full: /[区县旗市州]$/u.test(short) && short.length > 2, level })
    let number = 0
    for (const street of streets?.split(',') ?? []) {
      const digits = /^\d+/.exec(street)?.[0] ?? ''
      number = digits ? Number(digits) : number + 1
      addSubdistrict(`${code}${String(number).padStart(3, '0')}`, street.slice(digits.length), places, add)
    }
  }
  for (const [name, code] of [...OTHER_NAMES, ...CITY_NICKNAMES]) {
    add(name, { code, full: /[区县市]$/u.test(name), level: levelOf(code) })
  }
  return { places, names, longest, communities: new Map() }
}

function addSubdistrict(
  code: string,
  name: string,
  places: Map<string, Place>,
  add: (name: string, use: NameUse) => void,
): void {
  // Not a place in itself but what a district's land outside any subdistrict is booked under.
  if (/(开发区|管委会|农场|林场|园区|监狱|直辖|基地)$/u.test(name)) return
  places.set(code, { code, name, level: 'subdistrict' })
  add(name, { code, full: true, level: 'subdistrict' })
  const short = shortSubdistrictName(name)
  if (short) add(short, { code, full: false, level: 'subdistrict' })
}

function levelOf(code: string): Level {
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'city' : 'district'
}

/** The city (or, where there is none, the province) that a district or subdistrict belongs to. */
export function cityOf(code: string, { places }: Gazetteer): string {
  const city = `${code.slice(0, 4)}00`
  return places.has(city) ? city : `${code.slice(0, 2)}0000`
}

export const provinceOf = (code: string): string => `${code.slice(0, 2)}0000`

/** The name of any place with a code; undefined for a code that the gazetteer does not know. */
export function placeName(code: string, { places }: Gazetteer): string | undefined {
  return places.get(code)?.name
}

/** The names from the province down: ['广东省', '深圳市', '龙岗区']. */
export function placePath(code: string, { places }: Gazetteer): string[] {
  const codes = [provinceOf(code), `${code.slice(0, 4)}00`, code.slice(0, 6), code]
  return [...new Set(codes)].flatMap(each => places.get(each)?.name ?? [])
}

/** Reads one file of public/gazetteer/communities. */
export function parseCommunities(lines: string): ReadonlyMap<string, readonly string[]> {
  const communities = new Map<string, string[]>()
  for (const line of lines.split('\n')) {
    const [subdistrict = '', names = ''] = line.split(' ')
    for (const name of names.split(',')) {
      const codes = communities.get(name)
      if (codes) codes.push(subdistrict)
      else communities.set(name, [subdistrict])
    }
  }
  return communities
}
