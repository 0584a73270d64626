import { abbreviation } from './abbreviations.ts'
import { OWN_DISTRICTS, OWN_PROVINCES, TAIWAN_ORDER } from './own-places.ts'
import { RENAMES } from './renames.ts'
import { ZONES } from './zones.ts'

export interface Area {
  code: string
  name: string
}
export interface Street extends Area {
  areaCode: string
}
interface Sources {
  provinces: Area[]
  cities: Area[]
  areas: Area[]
  streets: Street[]
  /** province → city → districts, of Hong Kong, Macau and Taiwan. */
  overseas: Record<string, Record<string, string[]>>
}

/** Cities of the list that are only headings: 市辖区, 省直辖县级行政区划. */
const HEADING = /^(市辖区|县|.*直辖县级行政区划)$/
/** Kinds of subdistrict: its letter in the text, its suffix and where the national list starts to number it. */
const KINDS: [letter: string, suffix: string, first: number][] = [
  ['A', '街道', 1],
  ['B', '镇', 100],
  ['C', '乡', 200],
  ['D', '', 400],
]
/** Entries of the list that are works, farms and their managements, not places that local news is about. */
const NOT_A_SUBDISTRICT =
  /虚拟|监狱|委员会$|管委会$|公司|场部$|机场$|保税区$|合作区$|[林农牧渔茶盐]场$|场$|园区?$|开发区$|工业区$|管理区$|示范区$|新区$|集聚区$|实验区$|度假区$|景区$|[站厂校处所]$|中心$|基地$/
const LONGEST_NAME = 9

/**
 * The text of places.txt: one place a line, `code TAB name TAB subdistricts`, each followed by its other names, one a line:
 * `=name` in use today, `~name` no longer.
 * Subdistricts are comma-separated, each `[letter][number]name`: the letter of its kind (A 街道, B 镇, C 乡, D none, which
 * leaves the suffix out of the name) where the kind changes; its number in the district where it is not the next one, as
 * nine digits where it came from another district, 0 where it has no code.
 */
export function formatPlaces(sources: Sources): string {
  const streets = groupStreets(sources.streets)
  const municipalities = new Set(['11', '12', '31', '50'])
  const lines: string[] = []
  for (const { code, name } of sources.provinces) lines.push(`${code}\t${name}`)
  for (const [code, name] of OWN_PROVINCES) lines.push(`${code}\t${name}`)
  for (const { code, name } of sources.cities) {
    if (!HEADING.test(name)) lines.push(`${code}\t${name}`)
    else if (municipalities.has(code.slice(0, 2)) && code.endsWith('01')) {
      const province = sources.provinces.find(p => p.code === code.slice(0, 2))
      lines.push(`${code}\t${province?.name}`)
    }
  }
  const own = OWN_DISTRICTS.map(({ code, name }) => ({ code, name }))
  const taiwan = listTaiwan(sources.overseas)
  for (const { code, name } of taiwan.filter(p => p.code.length === 4)) lines.push(`${code}\t${name}`)
  for (const { code: listed, name } of [...sources.areas, ...own, ...taiwan.filter(p => p.code.length === 6)]) {
    const code = listed === '620201' ? '620200' : listed // 嘉峪关 has no districts: GB/T 2260 knows the city only
    const subs = formatSubdistricts(code, streets.get(listed) ?? [])
    lines.push(`${code}\t${name}${subs && `\t${subs}`}`)
  }
  const otherNames = listOtherNames(sources)
  return lines.flatMap(line => [line, ...(otherNames.get(line.slice(0, line.indexOf('\t'))) ?? [])]).join('\n')
}

/** By the code of the place they name, as lines of the text. */
function listOtherNames(sources: Sources): Map<string, string[]> {
  const byCode = new Map<string, string[]>()
  const add = (code: string, line: string) => byCode.set(code, [...(byCode.get(code) ?? []), line])
  for (const { code, aliases } of OWN_DISTRICTS) for (const alias of aliases ?? []) add(code, `=${alias}`)
  for (const { name, code } of RENAMES) add(code, `~${name}`)
  for (const { name, code } of ZONES) add(code, `=${name}`)
  for (const [name, code] of zoneShortNames(sources)) add(code, `=${name}`)
  for (const { code, name } of sources.areas) {
    const short = abbreviation(name)
    if (short) add(code, `=${short}`)
  }
  return byCode
}

function groupStreets(streets: Street[]): Map<string, Area[]> {
  const moved = new Map<string, string>()
  const byArea = new Map<string, Area[]>()
  for (const { code, subdistricts } of OWN_DISTRICTS) {
    for (const entry of subdistricts ?? []) {
      if (/^\d/.test(entry)) moved.set(entry, code)
      else byArea.set(code, [...(byArea.get(code) ?? []), { code: '', name: entry }])
    }
  }
  const taken = new Set([...byArea.values()].flat().map(s => s.name))
  for (const { code, name, areaCode } of streets) {
    if (NOT_A_SUBDISTRICT.test(name) || name.length > LONGEST_NAME || name.length < 2) continue
    if (areaCode === '441521' && taken.has(name)) continue // 海丰's four towns that 深汕 took over
    const parent = moved.get(code) ?? areaCode
    byArea.set(parent, [...(byArea.get(parent) ?? []), { code, name }])
  }
  return byArea
}

function formatSubdistricts(area: string, streets: Area[]): string {
  let next = 0
  let kind = ''
  return streets
    .map(({ code, name }) => {
      const [letter, suffix, first] = KINDS.find(([, s]) => name.length > s.length + 1 && name.endsWith(s)) ?? [
        'D',
        '',
        0,
      ]
      if (letter !== kind) next = first
      const number = code.startsWith(area) ? String(Number(code.slice(6))) : code || '0'
      const written = `${letter === kind ? '' : letter}${number === String(next) ? '' : number}`
      kind = letter
      next = Number(number) + 1
      return written + (suffix ? name.slice(0, -suffix.length) : name)
    })
    .join(',')
}

function listTaiwan(overseas: Sources['overseas']): Area[] {
  const cities = overseas.台湾省 ?? {}
  return TAIWAN_ORDER.flatMap((name, index) => {
    const city = `71${String(index + 1).padStart(2, '0')}`
    const districts = cities[name] ?? []
    return [
      { code: city, name },
      ...districts.map((d, i) => ({ code: `${city}${String(i + 1).padStart(2, '0')}`, name: d })),
    ]
  })
}

/**
 * What news calls the zones of the list, by rule: 石家庄高新区 for 石家庄高新技术产业开发区, 烟台开发区 and 烟台经开区 for
 * 烟台经济技术开发区, 净月高新区, 航空港区, 平原示范区, 渤海新区. Without its city only what no other place is called.
 */
function zoneShortNames({ areas, cities, provinces }: Sources): [string, string][] {
  const all = areas.flatMap(({ code, name }): [string, string][] => {
    if (!ZONE_CODE.test(code)) return []
    const city = cities.find(c => c.code === code.slice(0, 4))?.name.replace(/市$/, '') ?? ''
    const province = provinces.find(p => p.code === code.slice(0, 2))?.name.replace(/省|.{0,3}自治区$/, '') ?? ''
    const own = new RegExp(`^(?:${province})?${city}市?(.+)$`).exec(name)?.[1]
    if (own === undefined) return []
    const [pattern, names] = ZONE_NAMES.find(([each]) => each.test(own)) ?? []
    return pattern && names ? names.map(each => [own.replace(pattern, each.replace('C', city)), code]) : []
  })
  const taken = new Set([...areas.map(({ name }) => name), ...ZONES.map(({ name }) => name)])
  return all.filter(([name]) => !taken.has(name) && all.filter(([other]) => other === name).length === 1)
}

/** Functional zones have no code in GB/T 2260; the statistics list gives them those of their city from 71 on. */
const ZONE_CODE = /^\d{4}7\d$/
/** By what a zone's name has after its city's, the names of news; C is the city. */
const ZONE_NAMES: readonly [RegExp, string[]][] = [
  [/^(?:火炬)?高新?技术(?:产业)?(?:开发|园)区$/, ['C高新区']],
  [/^经济(?:技术)?开发区$/, ['C经开区', 'C开发区']],
  [/^(..)高新技术产业开发区$/, ['C$1高新区', '$1高新区']],
  [/^(.{2,3})经济(?:技术)?开发区$/, ['C$1经开区', 'C$1开发区']],
  [/^(.{2,3})经济综合实验区$/, ['C$1区', '$1区']],
  [/^(..)?城乡一体化示范区$/, ['C$1示范区', '$1示范区']],
  // 滨湖新区 is Hefei's rather than Hengshui's.
  [/^(?!滨湖)(..)(新区|新城|示范区)$/, ['$1$2']],
]
