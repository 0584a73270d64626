import { inOneGo } from '../article/rest.ts'
import { parseHanzi } from './hanzi.ts'
import { indexSubdistricts, type SubdistrictIndex } from './subdistrict-index.ts'

/** Level of a place: a district is any county-level unit, a subdistrict a 街道, 镇 or 乡. */
export type Level = 'province' | 'city' | 'district' | 'subdistrict'

export interface Place {
  /** Two digits for a province, four for a city, six for a district, nine (or none) for a subdistrict. */
  code: string
  name: string
  /** The name without its kind: 龙岗 of 龙岗区; the name itself where nothing is left. */
  short: string
  level: Level
  parent: Place | null
  /** Of a province: it has cities. Those of one without (Hong Kong) are a city to each other. */
  hasCities?: boolean
}

/** How a text can call a place: by its full name, without the kind, by another name, or by one no longer in use. */
export type NameForm = 'full' | 'short' | 'alias' | 'old'

export interface Name {
  place: Place
  form: NameForm
}

/** Communities of one city: a name (上木古社区) and the codes of the subdistricts that have one so called. */
export type Communities = Map<string, string[]>

/** The list of places and their names. Read only: made by `parseGazetteer`, enriched by `withCommunities`. */
export interface Gazetteer {
  places: ReadonlyMap<string, Place>
  names: ReadonlyMap<string, Name[]>
  /** By `firstTwo` of a name: a bit for each length that occurs. */
  lengths: Int32Array
  /** Traditional character → simplified. */
  simplified: ReadonlyMap<string, string>
  /** Character → syllable, for English names: made when first asked for. */
  syllables: () => ReadonlyMap<string, string>
  /** Subdistricts by their full name. */
  subdistrictsNamed: (name: string) => Place[]
  subdistrictsOf: (district: Place) => readonly Place[]
  /** By four-digit city code, those at hand. */
  communities: ReadonlyMap<string, Communities>
  /** Under Node a shard is read when it is wanted; in the extension `loadCommunities` fetches it beforehand. */
  readCommunities?: (city: string) => Communities | undefined
}

const ETHNIC =
  /(蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|阿昌族|普米族|塔吉克|怒族|乌孜别克|俄罗斯族|鄂温克族|德昂族|保安族|裕固族|京族|塔塔尔|独龙族|鄂伦春|赫哲族|门巴族|珞巴族|基诺族|各族){1,8}自治(县|旗|州)$/
/** 芒宽彝族傣族乡: the peoples a township is named for. */
const ETHNIC_TOWN =
  /(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|怒|鄂温克|德昂|裕固|独龙|鄂伦春|门巴|各)族(?:[^族]{1,3}族){0,6}[乡镇]$/
const KIND =
  /(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|自治旗|特别合作区|合作区|新区|街道|地区|林区|特区|省|市|区|县|盟|旗|镇|乡)$/
/** 龙岗区 → 龙岗, 景宁畲族自治县 → 景宁, 赵县 → 赵县 (one character names nothing). */
export function shortName(name: string): string {
  const short = /族[乡镇]$/.test(name)
    ? name.replace(ETHNIC_TOWN, '')
    : ETHNIC.test(name)
      ? name.replace(ETHNIC, '')
      : name.replace(KIND, '')
  if (short.length > 1) return short
  // 碑林区 is no forest district of one character.
  const plain = name.replace(/[市区县盟旗镇乡]$/, '')
  return plain.length < 2 ? name : plain
}

/** Four digits of the city a place belongs to, two in Hong Kong and Macau; its own six where a district has no city (仙桃). */
export function cityKey(place: Place): string {
  const district = place.level === 'subdistrict' ? place.parent : place
  if (!district) return place.code
  if (district.level === 'district') {
    const { parent } = district
    return parent && (parent.level === 'city' || !parent.hasCities) ? parent.code : district.code
  }
  return district.code
}

/**
 * Reads the two texts of public/gazetteer (their form: build/format-places.ts, build/format-hanzi.ts).
 * Places of another country are another pair of texts of the same form.
 */
export function parseGazetteer(placesText: string, hanziText: string): Gazetteer {
  return inOneGo(parsingGazetteer(placesText, hanziText))
}

/** `parseGazetteer` in turns of some milliseconds each. */
export function* parsingGazetteer(placesText: string, hanziText: string): Generator<void, Gazetteer> {
  const index = indexSubdistricts(placesText)
  const places = new Map<string, Place>()
  const names = new Map<string, Name[]>()
  const lengths = new Int32Array(FIRST_TWOS)
  const others: Other[] = []
  const addName = (text: string, place: Place, form: NameForm) => {
    const known = names.get(text)
    if (known) {
      if (!known.some(n => n.place === place)) known.push({ place, form })
      return
    }
    names.set(text, [{ place, form }])
    const key = firstTwo(text, 0)
    lengths[key] = (lengths[key] ?? 0) | (1 << text.length)
  }
  let read = 0
  let last: Place | undefined
  for (const line of placesText.split('\n')) {
    if (++read % LINES_A_TURN === 0) yield
    if (line.startsWith('=') || line.startsWith('~')) {
      if (last) others.push([line.slice(1), last, line.startsWith('~') ? 'old' : 'alias'])
      continue
    }
    const [code = '', name = ''] = line.split('\t')
    const place = makePlace(code, name, places)
    last = place
    places.set(code, place)
    // A city without districts (东莞) stands in the list as its own district: its name means the city.
    if (place.level !== 'district' || !code.endsWith('00')) {
      addName(name, place, 'full')
      if (place.short !== name && place.short !== place.parent?.short) addName(place.short, place, 'short')
      // 景宁县 for 景宁畲族自治县, as news writes.
      if (/族自治[县旗]$/.test(name)) addName(place.short + name.slice(-1), place, 'alias')
    }
  }
  // After all names that the list itself gives, which stand first among the places of a name.
  for (const other of others) addName(...other)
  yield
  return {
    places,
    names,
    lengths,
    communities: new Map(),
    ...parseHanzi(hanziText),
    ...lookUp(index, places),
  }
}

/** Another name, of its place, in the form that it is. */
type Other = [name: string, place: Place, form: NameForm]

/** Some milliseconds of work. */
const LINES_A_TURN = 1500

/** Slots for the first two characters of some eight thousand names: few enough to fill fast, many enough to rarely share. */
const FIRST_TWOS = 1 << 16

/** Two UTF-16 units as a slot of `Gazetteer.lengths`; those that share one cost a look-up that finds nothing. */
export function firstTwo(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1) * 7919) & (FIRST_TWOS - 1)
}

function makePlace(code: string, name: string, places: Map<string, Place>): Place {
  const level: Level = code.length === 2 ? 'province' : code.length === 4 ? 'city' : 'district'
  // Chongqing's counties (5002xx) are listed under a heading of their own; the city above them is 5001.
  const city = code.startsWith('5002') ? '5001' : code.slice(0, 4)
  const parent =
    level === 'province' ? null : (level === 'district' && places.get(city)) || places.get(code.slice(0, 2)) || null
  if (level === 'city' && parent) parent.hasCities = true
  return { code, name, short: shortName(name), level, parent }
}

function lookUp(
  index: SubdistrictIndex,
  places: Map<string, Place>,
): Pick<Gazetteer, 'subdistrictsNamed' | 'subdistrictsOf'> {
  const made = new Map<string, Place[]>()
  const subdistrictsOf = (district: Place): Place[] => {
    const known = made.get(district.code)
    if (known) return known
    const fresh = index.list(district.code).map(({ code, name }): Place => {
      return { code, name, short: shortName(name), level: 'subdistrict', parent: district }
    })
    made.set(district.code, fresh)
    return fresh
  }
  const subdistrictsNamed = (name: string): Place[] =>
    index.districtsWith(name).flatMap(code => {
      const district = places.get(code)
      return district ? subdistrictsOf(district).filter(sub => sub.name === name) : []
    })
  return { subdistrictsOf, subdistrictsNamed }
}
