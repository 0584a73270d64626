import { type Context, support } from '../context.ts'
import type { Field, Fields } from '../fields.ts'
import { cityKey, type Gazetteer, type Place } from '../gazetteer.ts'
import type { Mention } from '../recognise.ts'

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

export type Verdict = [place: Place, reason: Reason, sureness: number]

export interface Priors {
  /** District code → how often corrections on this site chose it (negative: rejected it). */
  readonly weights: ReadonlyMap<string, number>
}

/** A mention not yet read, with its place among those of its field. */
interface Unread {
  field: Field
  mention: Mention
  index: number
}

/** Names of Hong Kong's, Macau's and Taiwan's districts are common words on the mainland. */
export const OUTSIDE = /^(71|81|82)/
/** Enough of a city's weight (see context.ts) to read a short name as its district. */
export const CITY_IN_PLAY = 1.8
/** More than a subdistrict's name gives to its own city. */
const SECOND_WITNESS = 1.2
/** A story that speaks of so many provinces is nobody's local news: a name may lie in yet another. */
const NATIONWIDE = 3

/** What has been read of an article so far, and what the rest can be judged by; each step of resolving adds to it. */
export class Draft {
  readonly resolved: Resolved[] = []
  readonly districts = new Set<Place>()
  private readonly done = new Set<Mention>()

  constructor(
    readonly fields: Fields,
    readonly context: Context,
    readonly gazetteer: Gazetteer,
    private readonly priors: Priors | undefined,
  ) {}

  *mentions(): Generator<Unread> {
    for (const field of [this.fields.title, this.fields.body]) {
      for (const [index, mention] of field.mentions.entries()) {
        if (!this.done.has(mention)) yield { field, mention, index }
      }
    }
  }

  accept(field: Field, mention: Mention, verdict: Verdict | undefined): void {
    if (verdict) this.take(field, mention, ...verdict)
  }

  take(field: Field, mention: Mention, place: Place, reason: Reason, sureness: number): void {
    this.done.add(mention)
    this.resolved.push({ field, mention, place, reason, sureness })
    const district = place.level === 'subdistrict' ? place.parent : place
    if (!district || this.districts.has(district)) return
    this.districts.add(district)
    const key = cityKey(district)
    this.context.cities.set(key, (this.context.cities.get(key) ?? 0) + 1.2 * sureness)
  }

  /** The candidate that the context supports best; none when two are supported alike. */
  best(candidates: Place[], extra: (place: Place) => number): Place | undefined {
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

  prior(place: Place): number {
    return Math.max(-3, Math.min(3, this.priors?.weights.get(place.code) ?? 0))
  }

  /** Subdistricts in the text that lie in this district speak for it, the less the more districts have one so called. */
  childSupport(district: Place): number {
    let sum = 0
    for (const field of [this.fields.title, this.fields.body]) {
      for (const { names } of field.mentions) {
        if (names.some(n => n.place.parent === district && n.place.level === 'subdistrict')) sum += 2 / names.length
      }
    }
    return sum
  }

  /** Is a lone reading believable: nothing strong points to another city? */
  fits(place: Place): boolean {
    const own = support(this.context, place)
    const strongest = Math.max(0, ...this.context.cities.values())
    // A subdistrict's own name has given its city a little weight: that is no second witness.
    if (place.level === 'subdistrict') return own >= SECOND_WITNESS || strongest < CITY_IN_PLAY
    return own > 0 || strongest < CITY_IN_PLAY || this.context.provinces.size >= NATIONWIDE
  }

  isRead(mention: Mention): boolean {
    return this.done.has(mention)
  }
}

export function isDistrict(place: Place): boolean {
  return place.level === 'district'
}

export function isSubdistrict(place: Place): boolean {
  return place.level === 'subdistrict'
}
