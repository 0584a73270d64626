import { OFFICIAL, OUTSIDE_NAMES, READINGS } from './english-names.ts'
import type { Gazetteer, Name, Place } from './gazetteer.ts'
import type { Mention } from './recognise.ts'

/** Names of kinds as English news writes them. */
const DISTRICT_KIND =
  /^((?: [A-Z][a-z]+(?:,| and)?){0,4}?) ?(?:[Aa]utonomous )?(?:[Dd]istrict|[Cc]ounty|[Cc]ity|[Nn]ew (?:[Aa]rea|[Dd]istrict)|[Bb]anner)\b/
/** Who an autonomous county is named for, between its name and its kind: Jingning She Autonomous County. */
const PEOPLES: ReadonlySet<string> = new Set(
  `Hui She Miao Tujia Dong Yi Dai Zhuang Yao Man Manchu Mongol Mongolian Kazak Kazakh Tajik Xibe Tu Salar Tibetan Qiang Li Bai
   Naxi Lisu Va Lahu Hani Sui Bouyei Buyei Gelao Korean Daur Dongxiang Yugur Maonan Mulao Nu Derung Ethnic and`.split(
    /\s+/,
  ),
)
const SUBDISTRICT_KIND = /^ (?:Sub-?district|Street|Town|Township)\b/i
/** Minhang and Songjiang districts. */
const DISTRICTS_LISTED = /^(?:(?:,? and|,) [A-Z][a-z'’]+){0,6} (district|counties)s?\b/i
/** So many characters after a name are looked at for its kind. */
const KIND_WITHIN = 80
/** Latin-1 has all that pinyin and its kin need (Doilungdêqên, Lüchun); the Unicode classes take longer to compile than to match. */
const CAPITALISED = /(?<![A-Za-zÀ-ÿ])[A-ZÀ-Þ](?:[a-zß-ÿ]+(?:['’][a-zß-ÿ]+)?|(?![A-Za-zÀ-ÿ]))/g
/** What stands between the words of a name: Hong Kong, Shangri-La, Central and Western. */
const BETWEEN_WORDS = /^(?:[ -]| and )$/
/** Words of the longest name: Horqin Right Wing Front Banner; Ba Yan Nao Er is written in one. */
const MOST_WORDS = 4
/** The Huangpu is a river. */
const RIVER_BEFORE = /\bthe $/i
/** Shenzhen's longest skate park. */
const POSSESSIVE = /['’]s$/
/** English articles have at least this share of Latin letters. */
const LATIN_SHARE = 0.5

interface EnglishNames {
  districts: Map<string, Place[]>
  cities: Map<string, Place[]>
  /** Names that are words before they are names, or one syllable: only with their kind (Islands District, She County). */
  withKind: Map<string, Place[]>
}
const cache = new WeakMap<Gazetteer['places'], EnglishNames>()

export function isEnglish(text: string): boolean {
  const head = text.slice(0, 400)
  return (head.match(/[A-Za-z]/g)?.length ?? 0) > head.length * LATIN_SHARE
}

/** "Longgang District", "Shenzhen", "Yiwu City" in an English text. */
export function findEnglish(text: string, gazetteer: Gazetteer): Mention[] {
  if (!isEnglish(text)) return []
  const { districts, cities, withKind } = englishNames(gazetteer)
  const found: Mention[] = []
  const heads = [...text.matchAll(CAPITALISED)]
  let read = 0
  heads.forEach((head, i) => {
    if (head.index < read) return
    for (let count = MOST_WORDS; count > 0; count--) {
      const last = heads[i + count - 1]
      if (!last || !isOneName(text, heads.slice(i, i + count))) continue
      const end = last.index + last[0].length
      const written = text.slice(head.index, end)
      const after = text.slice(end, end + KIND_WITHIN)
      const suffix = kindAfter(after)
      const kind = suffix || DISTRICTS_LISTED.exec(after)?.[1]
      const key = spell(written.replace(POSSESSIVE, ''), kind)
      const places = [cities, districts, ...(kind ? [withKind] : [])].flatMap(map => map.get(key) ?? [])
      // Sham Shui Po is spelled as nothing else is.
      const full = kind !== undefined || places.every(({ code }) => OUTSIDE_NAMES.has(code))
      const names = places.map((place): Name => ({ place, form: full ? 'full' : 'short' }))
      if (names.length === 0 || (!kind && RIVER_BEFORE.test(text.slice(Math.max(0, head.index - 5), head.index))))
        continue
      const meant = kind ? ofKind(names, kind) : names
      read = end
      found.push({
        start: head.index,
        end: end + suffix.length,
        text: written,
        names: meant,
        full,
      })
      break
    }
  })
  return found
}

/** Yiwu, Zhejiang; Yiwu, a city in east China's Zhejiang: the group is what stands between beside the comma. */
export const LARGER_AFTER = /^(?:,|,? (?:in|of)) (?:the )?((?:[a-z-]+ ){1,5})?(?:[A-Z]?[a-z-]+ China['’]s )?$/
/** Hebei's Yuxian County, Hebei province's rural Yuxian County. */
export const LARGER_BEFORE = /^(?:(?: [A-Za-z]+){0,3}['’]s)? ((?:[a-z-]+ ){1,2})?$/

function isOneName(text: string, words: readonly RegExpExecArray[]): boolean {
  return words.every((word, i) => {
    const next = words[i + 1]
    return !next || BETWEEN_WORDS.test(text.slice(word.index + word[0].length, next.index))
  })
}

/** " District" of " District, Shanghai", " She Autonomous County"; empty where no kind follows. */
function kindAfter(after: string): string {
  const [kind = '', peoples = ''] = DISTRICT_KIND.exec(after) ?? []
  const words = peoples.match(/[A-Za-z]+/g) ?? []
  return kind.startsWith(' ') && words.every(word => PEOPLES.has(word)) ? kind : ''
}

/** Those of the kind, if any is: a new area only where no plain district is called so (Beidaihe District). */
function ofKind(names: Name[], kind: string): Name[] {
  const meant = names.filter(n => isOfKind(n.place, kind))
  const plain = /New/i.test(kind) ? meant : meant.filter(n => !n.place.name.endsWith('新区'))
  return [plain, meant, names].find(each => each.length > 0) ?? []
}

/** Chaoyang County is not Chaoyang District; "City" is said of both levels. */
function isOfKind({ level, name }: Place, kind: string): boolean {
  if (/City/i.test(kind)) return level === 'city' || /市$/.test(name)
  if (level !== 'district') return false
  return /Count(?:y|ies)/i.test(kind)
    ? /县$/.test(name)
    : /Banner/i.test(kind)
      ? /旗$/.test(name)
      : !/[县旗]$/.test(name)
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
    for (const sub of gazetteer.subdistrictsOf(district))
      for (const key of keysOf(romanise(sub.short, gazetteer.syllables()))) byKey.set(key, sub)
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
  const [spelled] = spellings(place, gazetteer.syllables())
  if (!spelled) return undefined
  const kinds = {
    province: '',
    city: '',
    district: KINDS_SHOWN[place.name.slice(-1)] ?? ' District',
    subdistrict: /街道$/.test(place.name) ? ' Subdistrict' : ' Town',
  }
  return spelled.charAt(0).toUpperCase() + spelled.slice(1) + kinds[place.level]
}

const KINDS_SHOWN: Readonly<Record<string, string>> = { 县: ' County', 市: '', 旗: ' Banner' }

function englishNames(gazetteer: Gazetteer): EnglishNames {
  const known = cache.get(gazetteer.places)
  if (known) return known
  const names: EnglishNames = { districts: new Map(), cities: new Map(), withKind: new Map() }
  const syllables = gazetteer.syllables()
  const add = (map: Map<string, Place[]>, key: string, place: Place) => {
    const places = map.get(key)
    if (!places) map.set(key, [place])
    else if (!places.includes(place)) places.push(place)
  }
  for (const place of gazetteer.places.values()) {
    if (place.level === 'district' && place.code.endsWith('00')) continue
    for (const spelling of spellings(place, syllables)) {
      const isWord = WORDS_BEFORE_NAMES.has(spelling)
      for (const key of keysOf(spelling)) {
        add(isWord ? names.withKind : place.level === 'district' ? names.districts : names.cities, key, place)
        // She County is Shexian.
        if (place.name.length === 2 && place.name.endsWith('县')) add(names.withKind, key.replace(/xian$/, ''), place)
      }
    }
  }
  cache.set(gazetteer.places, names)
  return names
}

/** Words before they are names. */
const WORDS_BEFORE_NAMES: ReadonlySet<string> = new Set(['Eastern', 'Southern', 'North', 'Islands'])

/** How a place's name is spelled, its usual spelling first: its own, if it has one, and by the readings of its characters. */
function spellings(place: Place, syllables: ReadonlyMap<string, string>): readonly string[] {
  const only = OUTSIDE_NAMES.get(place.code) ?? READINGS.get(place.short)
  if (only) return only
  const official = OFFICIAL.get(place.short) ?? (place.name.endsWith('旗') ? ofSide(place.short) : [])
  const read = romanise(place.short, syllables)
  return read ? [...official, read] : official
}

/** Alxa Left for 阿拉善左, of a banner. */
function ofSide(short: string): string[] {
  const [, base = '', ...sides] = SIDES.exec(short) ?? []
  const side = sides.map(char => SIDE_NAMES.get(char ?? '') ?? '').join('')
  return OFFICIAL.get(base)?.map(name => name + side) ?? []
}

/** 科尔沁右翼前旗: Horqin Right (Wing) Front Banner. */
const SIDES = /^(..+?)翼?([左右])?翼?([前中后])?$/
const SIDE_NAMES: ReadonlyMap<string, string> = new Map([
  ['左', ' Left'],
  ['右', ' Right'],
  ['前', ' Front'],
  ['中', ' Middle'],
  ['后', ' Rear'],
])

function romanise(name: string, syllables: ReadonlyMap<string, string>): string {
  let spelled = ''
  for (const char of name) spelled += syllables.get(char) ?? ''
  return spelled
}

/** 吕梁 is Lüliang, Luliang, Lvliang or Lyuliang. */
function keysOf(spelling: string): string[] {
  const key = PLAIN.test(spelling) ? spelling : spell(spelling)
  if (!key.includes('v')) return [key]
  return [key, key.replace(/(?<=[ln])v/g, 'u'), key.replace(/(?<=[ln])v/g, 'yu')]
}

/** Thousands of names are spelled at first use, nearly all of them so already. */
const PLAIN = /^[a-z]+$/

function spell(written: string, kind = ''): string {
  const plain = written.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  const key = plain.toLowerCase().replace(/[ '’-]/g, '')
  return /Banner/i.test(kind) ? key.replace('wing', '') : key
}
