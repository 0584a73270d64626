import type { Gazetteer, Name, NameForm, Place } from './gazetteer.ts'
import type { Mention } from './recognise.ts'

/** Names of kinds as English news writes them. */
const DISTRICT_KIND = /^(?: Autonomous)? (?:District|County|City|New (?:Area|District)|Banner)\b/i
const SUBDISTRICT_KIND = /^ (?:Sub-?district|Street|Town|Township)\b/i
const CAPITALISED = /\b[A-Z][a-z]+(?:['’][a-z]+)?/g
/** Words of the longest name: Ba Yan Nao Er is written in one, Hong Kong in two. */
const MOST_WORDS = 3
/** The Huangpu is a river. */
const RIVER_BEFORE = /\bthe $/i
/** Shenzhen's longest skate park. */
const POSSESSIVE = /['’]s$/
/** English articles have at least this share of Latin letters. */
const LATIN_SHARE = 0.5

interface EnglishNames {
  districts: Map<string, Place[]>
  cities: Map<string, Place[]>
}
const cache = new WeakMap<Gazetteer['places'], EnglishNames>()

export function isEnglish(text: string): boolean {
  const head = text.slice(0, 400)
  return (head.match(/[A-Za-z]/g)?.length ?? 0) > head.length * LATIN_SHARE
}

/** "Longgang District", "Shenzhen", "Yiwu City" in an English text. */
export function findEnglish(text: string, gazetteer: Gazetteer): Mention[] {
  if (!isEnglish(text)) return []
  const { districts, cities } = englishNames(gazetteer)
  const found: Mention[] = []
  const heads = [...text.matchAll(CAPITALISED)]
  heads.forEach((head, i) => {
    for (let count = MOST_WORDS; count > 0; count--) {
      const last = heads[i + count - 1]
      if (!last) continue
      const end = last.index + last[0].length
      const written = text.slice(head.index, end)
      if (written.split(' ').length !== count) continue
      const kind = DISTRICT_KIND.exec(text.slice(end, end + 30))?.[0]
      const key = spell(written.replace(POSSESSIVE, ''))
      const form = kind ? 'full' : 'short'
      const names = [...toNames(cities.get(key), form), ...toNames(districts.get(key), form)]
      if (names.length === 0 || (!kind && RIVER_BEFORE.test(text.slice(Math.max(0, head.index - 5), head.index))))
        continue
      const meant = kind ? names.filter(n => isOfKind(n.place, kind)) : names
      found.push({
        start: head.index,
        end: end + (kind?.length ?? 0),
        text: written,
        names: meant.length > 0 ? meant : names,
        full: kind !== undefined,
      })
      break
    }
  })
  return found
}

/** Chaoyang County is not Chaoyang District; "City" is said of both levels. */
function isOfKind({ level, name }: Place, kind: string): boolean {
  if (/City/i.test(kind)) return level === 'city' || /市$/.test(name)
  if (level !== 'district') return false
  return /County/i.test(kind) ? /县$/.test(name) : /Banner/i.test(kind) ? /旗$/.test(name) : !/[县旗]$/.test(name)
}

const ONE_SUBDISTRICT =
  /\b([A-Z][a-z]+(?:['’][a-z]+)?(?: Road| Street)?)(?= (?:[Ss]ub-?district|[Ss]treet|[Tt]own(?:ship)?)\b)/g
/** "Kengzi, Longtian and Shijing subdistricts". */
const SUBDISTRICTS = /\b(?:[A-Z][a-z'’]+,? (?:and )?){1,5}(?=(?:[Ss]ub-?districts|[Ss]treets|[Tt]owns|[Tt]ownships)\b)/g

function* inListsOfSubdistricts(text: string): Generator<{ 0: string; index: number }> {
  for (const list of text.matchAll(SUBDISTRICTS))
    for (const name of list[0].matchAll(/\b[A-Z][a-z'’]+/g)) yield { 0: name[0], index: list.index + name.index }
}

/** "Bantian Subdistrict" among the subdistricts of these districts. */
export function findEnglishSubdistricts(
  text: string,
  districts: Iterable<Place>,
  gazetteer: Gazetteer,
): { start: number; end: number; place: Place }[] {
  if (!isEnglish(text)) return []
  const byKey = new Map<string, Place>()
  for (const district of districts)
    for (const sub of gazetteer.subdistrictsOf(district)) byKey.set(romanise(sub.short, gazetteer.syllables()), sub)
  const found: { start: number; end: number; place: Place }[] = []
  for (const match of [...text.matchAll(ONE_SUBDISTRICT), ...inListsOfSubdistricts(text)]) {
    const place = byKey.get(spell(match[0].replace(' Road', 'lu').replace(' Street', 'jie')))
    const end = match.index + match[0].length
    if (place)
      found.push({ start: match.index, end: end + (SUBDISTRICT_KIND.exec(text.slice(end))?.[0].length ?? 0), place })
  }
  return found
}

/** "Longgang District" for 龙岗区; undefined where a character has no known reading. */
export function englishName(place: Place, gazetteer: Gazetteer): string | undefined {
  const spelled = ESTABLISHED.get(place.code) ?? romanise(place.short, gazetteer.syllables())
  if (!spelled) return undefined
  const kinds = {
    province: '',
    city: '',
    district: /县$/.test(place.name) ? ' County' : /市$/.test(place.name) ? '' : ' District',
    subdistrict: /街道$/.test(place.name) ? ' Subdistrict' : ' Town',
  }
  return spelled.charAt(0).toUpperCase() + spelled.slice(1) + kinds[place.level]
}

function englishNames(gazetteer: Gazetteer): EnglishNames {
  const known = cache.get(gazetteer.places)
  if (known) return known
  const names: EnglishNames = { districts: new Map(), cities: new Map() }
  const syllables = gazetteer.syllables()
  for (const place of gazetteer.places.values()) {
    if (place.level === 'district' && place.code.endsWith('00')) continue
    const map = place.level === 'district' ? names.districts : names.cities
    const established = ESTABLISHED.get(place.code)
    if (established && WORDS_BEFORE_NAMES.test(established)) continue
    const key = established ? spell(established) : (SPELLINGS.get(place.short) ?? romanise(place.short, syllables))
    map.set(key, [...(map.get(key) ?? []), place])
  }
  cache.set(gazetteer.places, names)
  return names
}

/** Words before they are names. */
const WORDS_BEFORE_NAMES = /^(?:Central|Eastern|Southern|North|Islands)/

/** Official English names by code. Source: Home Affairs Department, the 18 districts; Macau DSEC, parishes. */
const ESTABLISHED: ReadonlyMap<string, string> = new Map([
  ['810001', 'Central and Western'],
  ['810002', 'Wan Chai'],
  ['810003', 'Eastern'],
  ['810004', 'Southern'],
  ['810005', 'Yau Tsim Mong'],
  ['810006', 'Sham Shui Po'],
  ['810007', 'Kowloon City'],
  ['810008', 'Wong Tai Sin'],
  ['810009', 'Kwun Tong'],
  ['810010', 'Tsuen Wan'],
  ['810011', 'Tuen Mun'],
  ['810012', 'Yuen Long'],
  ['810013', 'North'],
  ['810014', 'Tai Po'],
  ['810015', 'Sai Kung'],
  ['810016', 'Sha Tin'],
  ['810017', 'Kwai Tsing'],
  ['810018', 'Islands'],
  ['820006', 'Taipa'],
  ['820008', 'Coloane'],
])

/** Readings that single characters do not give, and established English names. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['重庆', 'chongqing'],
  ['厦门', 'xiamen'],
  ['陕西', 'shaanxi'],
  ['西藏', 'tibet'],
  ['内蒙古', 'innermongolia'],
  ['香港', 'hongkong'],
  ['澳门', 'macau'],
  ['拉萨', 'lhasa'],
  ['乌鲁木齐', 'urumqi'],
  ['呼和浩特', 'hohhot'],
  ['哈尔滨', 'harbin'],
  ['喀什', 'kashgar'],
  ['长安', 'changan'],
  ['台北', 'taipei'],
  ['高雄', 'kaohsiung'],
  ['台中', 'taichung'],
  ['乐清', 'yueqing'],
  ['朝阳', 'chaoyang'],
  ['长宁', 'changning'],
  ['长沙', 'changsha'],
  ['长春', 'changchun'],
  ['番禺', 'panyu'],
  ['大埔', 'dabu'],
  ['蚌埠', 'bengbu'],
  ['六安', 'luan'],
  ['丽水', 'lishui'],
  ['台州', 'taizhou'],
  ['沈阳', 'shenyang'],
])

function romanise(name: string, syllables: ReadonlyMap<string, string>): string {
  return [...name].map(char => syllables.get(char) ?? '').join('')
}

function spell(written: string): string {
  return written.toLowerCase().replace(/[ '’-]/g, '')
}

function toNames(places: Place[] | undefined, form: NameForm): Name[] {
  return (places ?? []).map(place => ({ place, form }))
}
