import { SURNAMES } from '../article/names.ts'
import { CITY_NOT_CONTEXT_AFTER, OTHER_THING_AFTER, PERSON_AFTER, PERSON_BEFORE, PLACE_BEFORE } from './cues.ts'
import { findEnglish } from './english.ts'
import { firstTwo, type Gazetteer, type Name } from './gazetteer.ts'

/** A name as it stands in a text: what it could mean is decided later (`resolve`). */
export interface Mention {
  start: number
  end: number
  /** As in the gazetteer, simplified. */
  text: string
  names: Name[]
  /** Does the text use a full name (龙岗区), or only 龙岗? */
  full: boolean
}

const LONGEST = 18
/** How a subdistrict's full name ends. */
const SUBDISTRICT_END = /街道(?:办事?处|办)?|镇|乡|苏木|办事处|地区|片区|社区|农场/g
const LONGEST_SUBDISTRICT = 9
/** The worth of a name among names that overlap, by its length: provinces and cities bind tighter than districts. */
const WORTH = { province: 1.7, city: 1.3, district: 1.05, subdistrict: 1.05, short: 0.72, whole: 0.6 } as const
/** Characters from which on a subdistrict's full name may look like two names. */
const LONG = 6

export interface Recognised {
  mentions: Mention[]
  /** Short names that the text uses for a person, firm, paper or road: 光明乳业 makes 光明 doubtful all through. */
  otherThings: Set<string>
}

/** Names in a normalised text, none overlapping another, in order. */
export function recognise(text: string, gazetteer: Gazetteer): Recognised {
  const found = joinAlike([
    ...findNames(text, gazetteer),
    ...findSubdistricts(text, gazetteer),
    ...findEnglish(text, gazetteer),
  ])
  const mentions: Mention[] = []
  const otherThings = new Set<string>()
  const chosen = choose(text, found)
  for (const [i, mention] of chosen.entries()) {
    const next = chosen[i + 1]
    const besideNext = next?.start === mention.end
    if (mention.full) {
      if (startsAWord(text, mention, mentions.at(-1))) mentions.push(mention)
      else otherThings.add(mention.text)
    } else if (
      (!besideNext && !standsFree(text, mention) && !isSaidOf(text, chosen[i - 1], mention)) ||
      IN_SMALL.test(text.slice(0, mention.start).slice(-2))
    ) {
      // Within other words it says nothing of what the name means elsewhere.
    } else if (meansAnotherThing(text, mention, besideNext)) otherThings.add(mention.text)
    else mentions.push(mention)
  }
  return { mentions, otherThings }
}

/** 狮子乡 is a township in Gansu and one in Taiwan: what stands in one spot is one mention. */
function joinAlike(found: readonly Mention[]): Mention[] {
  const bySpan = new Map<string, Mention>()
  for (const mention of found) {
    const span = `${mention.start}-${mention.end}`
    const known = bySpan.get(span)
    bySpan.set(
      span,
      known ? { ...known, names: [...known.names, ...mention.names], full: known.full || mention.full } : mention,
    )
  }
  return [...bySpan.values()]
}

function findNames(text: string, { names, lengths }: Gazetteer): Mention[] {
  const found: Mention[] = []
  for (let start = 0; start < text.length - 1; start++) {
    const mask = lengths[firstTwo(text, start)]
    if (!mask) continue
    for (let length = 2; length <= LONGEST && start + length <= text.length; length++) {
      if (!(mask & (1 << length))) continue
      const word = text.slice(start, start + length)
      const hit = names.get(word)
      if (hit && !endsInNextWord(text, start + length))
        found.push({ start, end: start + length, text: word, names: hit, full: hit.some(n => isFull(n, word)) })
    }
  }
  return found
}

/** 红星|区域, 河南|县域, 双城|市场, 长江|都市圈: what looks like a name's last character begins the word after it. */
function endsInNextWord(text: string, end: number): boolean {
  const last = text[end - 1]
  const next = text[end]
  if (last === '区') return next === '域'
  if (last === '县') return next !== undefined && '域级区际'.includes(next)
  return last === '市' && (next === '场' || (text[end - 2] === '都' && (next === '圈' || next === '报')))
}

/** Another name of three characters or fewer (前海, 旺角) is as weak as a short one, but not one that says what it is (达茂旗). */
function isFull({ form }: Name, word: string): boolean {
  return form === 'full' || form === 'old' || (form === 'alias' && (word.length > 3 || /..[旗县]$/.test(word)))
}

/** Looks back from each 街道, 镇, 乡 for the names that end there. */
function findSubdistricts(text: string, gazetteer: Gazetteer): Mention[] {
  const found: Mention[] = []
  for (const match of text.matchAll(SUBDISTRICT_END)) {
    const suffix = match[0].startsWith('街道') ? '街道' : match[0]
    const end = match.index + suffix.length
    for (let start = match.index - 1; start >= Math.max(0, end - LONGEST_SUBDISTRICT); start--) {
      const char = text.charCodeAt(start)
      if (char < 0x3400 || char > 0x9fff) break
      const name = text.slice(start, end)
      if (name.length < 3) continue
      const places = gazetteer.subdistrictsNamed(name)
      if (places.length > 0) {
        found.push({ start, end, text: name, names: places.map(place => ({ place, form: 'full' })), full: true })
      }
    }
  }
  return found
}

/** The set of names without overlap that is worth most. */
function choose(text: string, found: Mention[]): Mention[] {
  if (found.length === 0) return []
  const sorted = [...found].sort((a, b) => a.end - b.end || a.start - b.start)
  const best: number[] = []
  const previous: number[] = []
  sorted.forEach((mention, i) => {
    let before = i - 1
    while (before >= 0 && (sorted[before]?.end ?? 0) > mention.start) before--
    previous.push(before)
    const take = worth(text, mention, overlaps(sorted, i)) + (before >= 0 ? (best[before] ?? 0) : 0)
    best.push(Math.max(take, i > 0 ? (best[i - 1] ?? 0) : 0))
  })
  const chosen: Mention[] = []
  for (let i = sorted.length - 1; i >= 0; ) {
    const mention = sorted[i]
    if (mention && (best[i] ?? 0) > (i > 0 ? (best[i - 1] ?? 0) : 0)) {
      chosen.push(mention)
      i = previous[i] ?? -1
    } else i--
  }
  return chosen.reverse()
}

function overlaps(sorted: Mention[], i: number): boolean {
  const mention = sorted[i]
  if (!mention) return false
  const crosses = (other: Mention | undefined) =>
    other !== undefined &&
    ((other.start < mention.start && other.end > mention.start && other.end < mention.end) ||
      (other.start > mention.start && other.start < mention.end && other.end > mention.end))
  return crosses(sorted[i - 1]) || crosses(sorted[i + 1]) || crosses(sorted[i - 2]) || crosses(sorted[i + 2])
}

function worth(text: string, mention: Mention, contested: boolean): number {
  const length = mention.end - mention.start
  const levels = mention.names.map(n => n.place.level)
  const level = levels.includes('province') ? 'province' : levels.includes('city') ? 'city' : 'district'
  // 中区, 东区: as full names no surer than short ones (枣庄|市中区).
  const slight = length === 2 && level === 'district'
  // 天水围 is no 天水: another name of three characters was put in the list as such.
  const alias = length >= 3 && mention.names.some(n => n.form === 'alias')
  const rate = (!alias && !mention.full && level === 'district') || slight ? WORTH.short : WORTH[level]
  // 青海的河南县 is no county of 河南: a short form of a long name that the list was given.
  if (alias && length === 3 && mention.text.endsWith('县')) return length * WORTH.city
  // 南京西路街道 is no 南京 beside a 西路街道.
  const whole = mention.full && length >= LONG && levels.includes('subdistrict') ? WORTH.whole : 0
  return length * rate + whole + (contested ? boundaryCost(text, mention) : 0)
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const WINDOW = 8
/** So many characters after a name are looked at for what it is. */
const AFTER = 20

/** Where ICU's dictionary cuts the words around a mention: UTF-16 offsets. */
function cutsAround(text: string, { start, end }: { start: number; end: number }): Set<number> {
  const from = Math.max(0, start - WINDOW)
  const cuts = new Set<number>([from])
  for (const { index, segment } of segmenter.segment(text.slice(from, end + WINDOW))) {
    cuts.add(from + index + segment.length)
  }
  return cuts
}

/** Where names cross (海南|山区, 南山区) the words around them say which one is read. */
function boundaryCost(text: string, mention: Mention): number {
  const cuts = cutsAround(text, mention)
  return (cuts.has(mention.start) ? 0 : -0.5) + (cuts.has(mention.end) ? 0 : -0.5)
}

/** 每周更新都在, 擅长清洗: a short name within or across longer words is none. */
export function standsFree(text: string, mention: { start: number; end: number }): boolean {
  const beside = (at: number) => /[一-鿿A-Za-z]/.test(text.charAt(at))
  if (!beside(mention.start - 1) && !beside(mention.end)) return true
  const cuts = cutsAround(text, mention)
  return (
    cuts.has(mention.start) &&
    (cuts.has(mention.end) || /^(?:[区县市旗]|[中东西南北]?段[^时])/.test(text.slice(mention.end)))
  )
}

/** 西南山区, 大别山区, 江边城区; X宁县: names that other words run into must begin where ICU's dictionary cuts. */
const RUN_INTO = /^(?:..|.{1,2}[山城矿新]区|.?[东西南北]区)$/

function startsAWord(text: string, mention: Mention, last: Mention | undefined): boolean {
  if (!RUN_INTO.test(mention.text) || last?.end === mention.start) return true
  if (!/[一-鿿]/.test(text.charAt(mention.start - 1))) return true
  return cutsAround(text, mention).has(mention.start)
}

/** 从安徽来安来看病: right after where it lies, of which it is said to be the place, whatever the words run into. */
function isSaidOf(text: string, larger: Mention | undefined, { start, end, names }: Mention): boolean {
  if (!/^(?:[来去到赶过的，。、]|$)/.test(text.slice(end))) return false
  if (!larger || larger.end !== start || !PLACE_BEFORE.test(text.slice(Math.max(0, larger.start - 5), larger.start)))
    return false
  const around = larger.names.map(n => n.place)
  return names.some(
    ({ place: { parent } }) => parent && (around.includes(parent) || (parent.parent && around.includes(parent.parent))),
  )
}

/** 浙江的小昆山, 小香港: what is like a place is elsewhere, and a town may be called so. */
const IN_SMALL = /(?:^|[^大从])小$/

/** 西湖边, 南山上: the water or hill that a district is called after. */
const WATER_OR_HILL = /[湖江河海溪潭泉山]$/
const AT_WATER_OR_HILL = /^(?:边(?![界境防陲远缘])|畔|水[质面位域]|底|里的|上空|两岸|沿岸|脚?下(?=[，。、的]|$))/

function meansAnotherThing(text: string, mention: Mention, besideNext: boolean): boolean {
  const after = text.slice(mention.end, mention.end + AFTER)
  const before = text.slice(Math.max(0, mention.start - 6), mention.start)
  // 八宝山: a number before makes another name.
  if (/[一二三四五六七八九]$/.test(before) && mention.end - mention.start === 2 && /山$/.test(mention.text)) return true
  if (isInBookTitle(text, mention)) return true
  const isDistrictOnly = mention.names.every(n => n.place.level === 'district')
  // 昆山江阴领跑: what follows is a name of its own.
  if (!besideNext && OTHER_THING_AFTER.test(after) && isDistrictOnly) return true
  if (isDistrictOnly && WATER_OR_HILL.test(mention.text) && AT_WATER_OR_HILL.test(after)) return true
  if (!isDistrictOnly && CITY_NOT_CONTEXT_AFTER.test(after)) return true
  return isPerson(before, after, mention.text)
}

/** 《顺德水乡》 is a painting. */
function isInBookTitle(text: string, { start, end }: Mention): boolean {
  return (
    /《[^》]{0,20}$/.test(text.slice(Math.max(0, start - 21), start)) &&
    /^[^《]{0,20}》/.test(text.slice(end, end + 21))
  )
}

/** 住户张光明说, 六十岁的罗湖生在, 教练武隆, 夏津和他的: a person is spoken of, with or without a surname before. */
function isPerson(before: string, after: string, name: string): boolean {
  if (PERSON_BEFORE.test(before) && !/^(?:[市区县省、，,的在]|街道|镇|乡)/.test(after)) return true
  if (
    /^(?:和[他她]的|今年.{1,4}岁|[，,（(]?(?:\d|[一二三四五六七八九十]){1,3}岁|的(?:父亲|母亲|妻子|丈夫))/.test(after)
  )
    return true
  const surname = before.slice(-1)
  if (!surname || !SURNAMES.includes(surname)) return SURNAMES.includes(name.charAt(0)) && /^生[在的]/.test(after)
  const head = before.slice(0, -1)
  return PERSON_BEFORE.test(head) || (PERSON_AFTER.test(after) && /(^|[^一-鿿]|是|和|、)$/.test(head))
}
