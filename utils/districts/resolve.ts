import type { TaggableArticle } from '../article/article.ts'
import { type Context, cityWeight, readContext, support } from './context.ts'
import { AREA_AFTER, ASIDE_BEFORE, LOCAL_PAPER, LONG_AGO, OUR_DISTRICT, standsAsPlace } from './cues.ts'
import { type Field, type Fields, inOneList } from './fields.ts'
import { cityKey, type Gazetteer, type Place } from './gazetteer.ts'
import type { Mention } from './recognise.ts'
import { GENERIC, OUTSIDE_WORDS, WORDS } from './risky-names.ts'

/** Why a name was taken to mean a place. The screen has a sentence for each. */
export type Reason =
  | 'parent-before' // 深圳南山: its city or province stands right before it
  | 'child-after' // 平湖新仓镇: one of its subdistricts right after
  | 'full-name' // only one place is called so
  | 'named-in-full' // the article names it in full elsewhere
  | 'frame' // the breadcrumb, section or site is about it
  | 'city' // its city is in play
  | 'list' // in a list with others of its city
  | 'unique' // only one place has this short name
  | 'known' // the one most often meant, where nothing else speaks
  | 'prior' // corrections on this site say so

/** A mention with the district or subdistrict it means. */
export interface Resolved {
  field: Field
  mention: Mention
  place: Place
  reason: Reason
  /** 0..1 before calibration: how sure the reading is, not whether the article is about it. */
  sureness: number
}

/** Where nothing else speaks, the one of same-named districts that news means most. Judged by population and news volume. */
const MOST_MEANT: ReadonlyMap<string, string> = new Map([
  ['朝阳区', '110105'],
  ['海淀区', '110108'],
  ['通州区', '110112'],
  ['宝山区', '310113'],
  ['普陀区', '310107'],
  ['南山区', '440305'],
  ['龙华区', '440309'],
  ['白云区', '440111'],
  ['西湖区', '330106'],
  ['长安区', '610116'],
  ['青山区', '420107'],
  ['江北区', '500105'],
])
/** Names of Hong Kong's, Macau's and Taiwan's districts are common words on the mainland. */
const OUTSIDE = /^(71|81|82)/
const HONG_KONG_MACAU = /^8[12]/
/** Enough of a city's weight (see context.ts) to read a short name as its district. */
const CITY_IN_PLAY = 1.8
/** More than a subdistrict's name gives to its own city. */
const SECOND_WITNESS = 1.2
/** What a county's own paper adds to its city (weights: context.ts). */
const PAPER = 2.5
/** A story that speaks of so many provinces is nobody's local news: a name may lie in yet another. */
const NATIONWIDE = 3
/** So many different districts of one city are a story that lists them. */
const LISTED = 3

type Verdict = [place: Place, reason: Reason, sureness: number]

export interface Resolution {
  resolved: Resolved[]
  context: Context
}

export interface Priors {
  /** District code → how often corrections on this site chose it (negative: rejected it). */
  readonly weights: ReadonlyMap<string, number>
}

export function resolve(article: TaggableArticle, fields: Fields, gazetteer: Gazetteer, priors?: Priors): Resolution {
  const context = readContext(article, fields, gazetteer)
  const work = new Work(fields, context, gazetteer, priors)
  work.frame()
  work.fullNames()
  work.subdistricts()
  work.shortNames()
  work.subdistricts({ lone: true })
  work.shortNames()
  work.ours()
  return { resolved: work.resolved, context }
}

/** The steps of resolving, each adding to what the earlier ones found. */
class Work {
  readonly resolved: Resolved[] = []
  private readonly done = new Set<Mention>()
  private readonly districts = new Set<Place>()

  constructor(
    private readonly fields: Fields,
    private readonly context: Context,
    private readonly gazetteer: Gazetteer,
    private readonly priors: Priors | undefined,
  ) {}

  /** Breadcrumb, section and site: a district there is meant by "our district" and prefers its own names. */
  frame(): void {
    for (const field of this.fields.frame) {
      for (const mention of field.mentions) {
        if (field.where === 'source' && !mention.full) continue
        const place = this.best(mention.names.map(n => n.place).filter(isDistrict), () => 0)
        if (
          !place ||
          (field.where === 'site' && !mention.full && !/政府|融媒|发布|区|公安|警方|平安|法院|检察/.test(field.text))
        )
          continue
        this.context.framed.add(place.code)
      }
      if (field.where === 'site' || field.where === 'source') this.localPaper(field)
    }
  }

  /** 义乌商报, 平安武侯, 天河发布: a county's or district's own paper, office or channel. */
  private localPaper(field: Field): void {
    const [, name = ''] = LOCAL_PAPER.exec(field.text) ?? []
    const named = this.gazetteer.names.get(name) ?? []
    const candidates = named.map(n => n.place).filter(isDistrict)
    if (candidates.length !== named.length) return
    const place = this.best(candidates, () => 0)
    if (!place || OUTSIDE.test(place.code) || (WORDS.has(name) && cityWeight(this.context, place) === 0)) return
    this.context.framed.add(place.code)
    const key = cityKey(place)
    this.context.cities.set(key, (this.context.cities.get(key) ?? 0) + PAPER)
  }

  fullNames(): void {
    for (const { field, mention, index } of this.mentions()) {
      if (this.isHistory(field, mention)) continue
      const candidates = mention.names
        .filter(n => n.form !== 'short')
        .map(n => n.place)
        .filter(isDistrict)
      if (!mention.full || candidates.length === 0) continue
      // 宕昌县狮子乡: a township that has the name of a place far away.
      if (
        this.parentBefore(
          field,
          index,
          mention.names.map(n => n.place).filter(p => p.level === 'subdistrict'),
        )
      )
        continue
      const parent = this.parentBefore(field, index, candidates)
      if (parent) this.take(field, mention, parent, 'parent-before', 0.97)
      else this.accept(field, mention, this.byContext(mention, candidates))
    }
  }

  private byContext(mention: Mention, candidates: Place[]): Verdict | undefined {
    const generic = GENERIC.has(mention.text)
    const [only] = candidates
    if (only && candidates.length === 1 && !generic && !OUTSIDE.test(only.code)) return [only, 'full-name', 0.95]
    const framed = candidates.filter(p => this.context.framed.has(p.code))
    if (framed.length === 1 && framed[0]) return [framed[0], 'frame', 0.95]
    const place = this.best(candidates, p => this.childSupport(p))
    if (
      place &&
      support(this.context, place) + this.childSupport(place) + this.prior(place) >= (generic ? CITY_IN_PLAY : 0.5)
    ) {
      return [place, 'city', 0.9]
    }
    const known = candidates.find(p => p.code === MOST_MEANT.get(mention.text))
    return known && !generic ? [known, 'known', 0.6] : undefined
  }

  /** Subdistricts named in full: in a district already found, else in a city in play, else the only one so called. */
  subdistricts({ lone } = { lone: false }): void {
    for (const { field, mention, index } of this.mentions()) {
      const candidates = mention.names.map(n => n.place).filter(p => p.level === 'subdistrict')
      if (candidates.length === 0 || this.isTail(field, index, candidates)) continue
      const parent = this.parentBefore(field, index, candidates)
      if (parent) {
        this.take(field, mention, parent, 'parent-before', 0.97)
        continue
      }
      const inFound = candidates.filter(
        p => p.parent && (this.districts.has(p.parent) || this.context.framed.has(p.parent.code)),
      )
      const inCity = candidates.filter(p => cityWeight(this.context, p) >= CITY_IN_PLAY)
      const [found, city, only] = [this.best(inFound, () => 0), inCity[0], candidates[0]]
      if (found) this.take(field, mention, found, 'named-in-full', 0.93)
      else if (city && inCity.length === 1) this.take(field, mention, city, 'city', 0.88)
      else if (lone && only && candidates.length === 1 && this.fits(only))
        this.take(field, mention, only, 'unique', 0.75)
    }
  }

  /** 渝中区望|龙门街道: one character short of right after another district, the end of a name that the list lacks. */
  private isTail(field: Field, index: number, candidates: Place[]): boolean {
    const [before, mention] = [field.mentions[index - 1], field.mentions[index]]
    if (!before || !mention || !before.full || mention.start - before.end !== 1) return false
    if (!/[一-鿿]/.test(field.text.charAt(before.end)) || /[的在与和及到]/.test(field.text.charAt(before.end)))
      return false
    return !candidates.some(c => before.names.some(n => n.place === c.parent))
  }

  shortNames(): void {
    const listed = this.listedCities()
    for (const { field, mention, index } of this.mentions()) {
      const candidates = mention.names.map(n => n.place).filter(isDistrict)
      if (mention.full || candidates.length === 0 || this.isOldSeat(field, mention)) continue
      const isCity = mention.names.some(n => n.place.level !== 'district' && n.place.level !== 'subdistrict')
      const parent = this.parentBefore(field, index, candidates)
      const after = this.parentAfter(field, index, candidates)
      if (after) this.take(field, mention, after, 'parent-before', 0.92)
      else if (parent && !(isCity && !mention.full)) this.take(field, mention, parent, 'parent-before', 0.92)
      else if (!isCity) this.accept(field, mention, this.shortByContext(field, mention, candidates, listed))
      else this.accept(field, mention, this.listedWithOthers(candidates, listed) ?? this.framedAndInPlay(candidates))
      if (!this.done.has(mention) && !isCity)
        this.accept(field, mention, this.afterItsNeighbour(field, index, candidates))
    }
  }

  /** 朝阳、海淀、丰台: a name that is a city's too, among the districts of a city in play. */
  private listedWithOthers(candidates: Place[], listed: Set<string>): Verdict | undefined {
    const inList = candidates.find(p => listed.has(cityKey(p)) && cityWeight(this.context, p) >= CITY_IN_PLAY)
    return inList && [inList, 'list', 0.85]
  }

  /** 朝阳分局 from 平安北京朝阳: a name that is a city's too, of a district that site or section are about. */
  private framedAndInPlay(candidates: Place[]): Verdict | undefined {
    const framed = candidates.find(p => this.context.framed.has(p.code))
    const another = [...this.context.cities.entries()].some(
      ([key, weight]) => weight >= CITY_IN_PLAY && framed && key !== cityKey(framed),
    )
    return framed && !another ? [framed, 'frame', 0.88] : undefined
  }

  /** 上海崇明、宝山: in a list, of the city of the one before. */
  private afterItsNeighbour(field: Field, index: number, candidates: Place[]): Verdict | undefined {
    const [before, mention] = [field.mentions[index - 1], field.mentions[index]]
    if (!before || !mention || !/^[、和与及]$/.test(field.text.slice(before.end, mention.start))) return undefined
    const known = this.resolved.find(r => r.mention === before)
    const place = known && candidates.find(p => cityKey(p) === cityKey(known.place))
    return place && [place, 'list', 0.8]
  }

  private shortByContext(
    field: Field,
    mention: Mention,
    candidates: Place[],
    listed: Set<string>,
  ): Verdict | undefined {
    const isWord = WORDS.has(mention.text) || (OUTSIDE_WORDS.has(mention.text) && !this.isSetOutside())
    const believable = !isWord || this.standsAsPlace(field, mention)
    const bestOf = (places: Place[]) => this.best(places, () => 0)
    const named = bestOf(candidates.filter(p => this.districts.has(p)))
    if (named && (believable || field.where === 'title')) return [named, 'named-in-full', 0.9]
    const framed = bestOf(candidates.filter(p => this.context.framed.has(p.code)))
    if (framed && believable) return [framed, 'frame', 0.88]
    const doubtful = this.fields.title.otherThings.has(mention.text) || this.fields.body.otherThings.has(mention.text)
    if (doubtful) return this.loneAmongDoubts(field, mention, candidates, isWord)
    const inList = candidates.find(p => listed.has(cityKey(p)))
    if (inList && (!isWord || cityWeight(this.context, inList) >= CITY_IN_PLAY)) return [inList, 'list', 0.9]
    const inCity = bestOf(candidates.filter(p => cityWeight(this.context, p) >= CITY_IN_PLAY))
    if (inCity && believable) return [inCity, 'city', isWord ? 0.7 : 0.85]
    const [only] = candidates
    const lone =
      !/^[A-Z]/.test(mention.text) &&
      only &&
      candidates.length === 1 &&
      !isWord &&
      (!OUTSIDE.test(only.code) || (HONG_KONG_MACAU.test(only.code) && !OUTSIDE_WORDS.has(mention.text)))
    if (lone && (this.fits(only) || this.comesByTheWay(field, mention))) return [only, 'unique', 0.72]
    const asPlace =
      AREA_AFTER.test(field.text.slice(mention.end)) || /再往$|位于$|来到$/.test(field.text.slice(0, mention.start))
    if (lone && asPlace && !this.isPartOfCityInPlay(mention)) return [only, 'unique', 0.65]
    const neighbour = isWord && this.besideInList(field, mention, candidates)
    return neighbour ? [neighbour, 'list', 0.75] : undefined
  }

  /** 义乌话 makes 义乌 doubtful, yet who lives 在义乌 lives there, where only one place is called so. */
  private loneAmongDoubts(
    field: Field,
    mention: Mention,
    [only, ...more]: Place[],
    isWord: boolean,
  ): Verdict | undefined {
    const lone = only && more.length === 0 && !isWord && !OUTSIDE.test(only.code) && this.context.framed.has(only.code)
    return lone && this.standsAsPlace(field, mention) ? [only, 'unique', 0.72] : undefined
  }

  /** 洛川、白水、旬邑: a word in a list with a place found in the same province. */
  private besideInList(field: Field, mention: Mention, candidates: Place[]): Place | undefined {
    const index = field.mentions.indexOf(mention)
    const others = [field.mentions[index - 1], field.mentions[index + 1]].filter(m => m !== undefined)
    const beside = others.filter(m =>
      inOneList(field, ...((m.start < mention.start ? [m, mention] : [mention, m]) as [Mention, Mention])),
    )
    const found = this.resolved
      .filter(r => r.field === field && beside.includes(r.mention))
      .map(r => r.place.code.slice(0, 2))
    const here = candidates.filter(p => found.includes(p.code.slice(0, 2)))
    return here.length === 1 ? here[0] : undefined
  }

  /** 我区, 本区 in an article of a district's section. */
  ours(): void {
    if (this.districts.size > 0 && this.resolved.some(r => r.field.where === 'title')) return
    if (this.context.framed.size !== 1) return
    const place = this.gazetteer.places.get([...this.context.framed][0] ?? '')
    if (!place) return
    for (const field of [this.fields.title, this.fields.body]) {
      const match = OUR_DISTRICT.exec(field.text)
      if (!match) continue
      const mention = { start: match.index, end: match.index + match[0].length, text: match[0], names: [], full: true }
      this.take(field, mention, place, 'frame', 0.9)
    }
  }

  private *mentions(): Generator<{ field: Field; mention: Mention; index: number }> {
    for (const field of [this.fields.title, this.fields.body]) {
      for (const [index, mention] of field.mentions.entries()) {
        if (!this.done.has(mention)) yield { field, mention, index }
      }
    }
  }

  private accept(field: Field, mention: Mention, verdict: Verdict | undefined): void {
    if (verdict) this.take(field, mention, ...verdict)
  }

  private take(field: Field, mention: Mention, place: Place, reason: Reason, sureness: number): void {
    this.done.add(mention)
    this.resolved.push({ field, mention, place, reason, sureness })
    const district = place.level === 'subdistrict' ? place.parent : place
    if (!district || this.districts.has(district)) return
    this.districts.add(district)
    const key = cityKey(district)
    this.context.cities.set(key, (this.context.cities.get(key) ?? 0) + 1.2 * sureness)
  }

  /** The candidate whose parent stands right before the mention: 深圳南山, 龙岗区坪地街道, 杭州市的西湖区. */
  private parentBefore(field: Field, index: number, candidates: Place[]): Place | undefined {
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
      if (under.length > 1) return this.best(under, () => 0)
    }
    return undefined
  }

  /** Yiwu, Zhejiang: English puts the larger place after. */
  private parentAfter(field: Field, index: number, candidates: Place[]): Place | undefined {
    const [mention, next] = [field.mentions[index], field.mentions[index + 1]]
    if (!mention || !next || !/^[A-Z]/.test(mention.text)) return undefined
    if (!/^(?:,| in| of)\s$/.test(field.text.slice(mention.end, next.start))) return undefined
    const parents = next.names.map(n => n.place)
    const under = candidates.filter(c => ancestors(c).some(a => parents.includes(a)))
    return under.length === 1 ? under[0] : undefined
  }

  /** The candidate that the context supports best; none when two are supported alike. */
  private best(candidates: Place[], extra: (place: Place) => number): Place | undefined {
    if (candidates.length <= 1) return candidates[0]
    const scored = candidates
      .map(place => ({
        place,
        score: support(this.context, place) + extra(place) + this.prior(place) + (this.districts.has(place) ? 2 : 0),
      }))
      .sort((a, b) => b.score - a.score)
    const [first, second] = scored
    if (!first || !second) return first?.place
    return first.score > second.score + 0.2 ? first.place : undefined
  }

  private prior(place: Place): number {
    return Math.max(-3, Math.min(3, this.priors?.weights.get(place.code) ?? 0))
  }

  /** Subdistricts in the text that lie in this district speak for it, the less the more districts have one so called. */
  private childSupport(district: Place): number {
    let sum = 0
    for (const field of [this.fields.title, this.fields.body]) {
      for (const { names } of field.mentions) {
        if (names.some(n => n.place.parent === district && n.place.level === 'subdistrict')) sum += 2 / names.length
      }
    }
    return sum
  }

  /** Is the story of Hong Kong or Macau rather than of any city of the mainland? */
  private isSetOutside(): boolean {
    const { cities, provinces } = this.context
    const outside = (provinces.get('81') ?? 0) + (provinces.get('82') ?? 0)
    return outside >= CITY_IN_PLAY && outside >= Math.max(0, ...cities.values())
  }

  /** 平湖 in a story of Shenzhen is its 街道, not the city far away. */
  private isPartOfCityInPlay(mention: Mention): boolean {
    const near = ['街道', '镇', '乡'].flatMap(kind => this.gazetteer.subdistrictsNamed(mention.text + kind))
    return near.some(p => cityWeight(this.context, p) >= CITY_IN_PLAY)
  }

  /** Is a lone reading believable: nothing strong points to another city? */
  private fits(place: Place): boolean {
    const own = support(this.context, place)
    const strongest = Math.max(0, ...this.context.cities.values())
    // A subdistrict's own name has given its city a little weight: that is no second witness.
    if (place.level === 'subdistrict') return own >= SECOND_WITNESS || strongest < CITY_IN_PLAY
    return own > 0 || strongest < CITY_IN_PLAY || this.context.provinces.size >= NATIONWIDE
  }

  /** 清代的长安县: a name no longer in use, in a story about that time. */
  private isHistory(field: Field, mention: Mention): boolean {
    if (!mention.names.every(n => n.form === 'old')) return false
    return LONG_AGO.test(field.text.slice(Math.max(0, mention.start - 30), mention.end + 15))
  }

  /** 订单来自义乌: said to be somewhere, however far from the story. */
  private comesByTheWay(field: Field, mention: Mention): boolean {
    const before = field.text.slice(Math.max(0, mention.start - 8), mention.start)
    return ASIDE_BEFORE.test(before)
  }

  /** 宋代祥符县衙: a short name in a county's or prefecture's seat of old. */
  private isOldSeat(field: Field, mention: Mention): boolean {
    return (
      /^[县府州]/.test(field.text.slice(mention.end)) &&
      LONG_AGO.test(field.text.slice(Math.max(0, mention.start - 10), mention.end + 6))
    )
  }

  private standsAsPlace(field: Field, { start, end }: Mention): boolean {
    return standsAsPlace(field.text, start, end)
  }

  /** Cities of which a list names three districts or more: 秀英、龙华、琼山、美兰四个区. */
  private listedCities(): Set<string> {
    const cities = new Set<string>()
    for (const field of [this.fields.title, this.fields.body]) {
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
        if (names.size >= LISTED || (names.size >= 2 && (this.context.cities.get(key) ?? 0) >= CITY_IN_PLAY))
          cities.add(key)
      }
    }
    return cities
  }
}

function isDistrict(place: Place): boolean {
  return place.level === 'district'
}

function ancestors(place: Place): Place[] {
  return place.parent ? [place.parent, ...ancestors(place.parent)] : []
}
