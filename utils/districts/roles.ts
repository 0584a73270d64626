import type { Evidence } from '../article/article.ts'
import { type Context, cityWeight } from './context.ts'
import { ASIDE_AFTER, ASIDE_BEFORE, OFFICE_AFTER, PRODUCE_AFTER, VISITOR_AFTER } from './cues.ts'
import { type Fields, inOneList } from './fields.ts'
import { cityKey, type Place } from './gazetteer.ts'
import type { Resolved } from './resolve.ts'

/** A district with all that names it or a part of it, and how much the article dwells on it. */
export interface Found {
  district: Place
  readings: Resolved[]
  salience: number
  main: boolean
  /** Every mention is only in passing: someone from there, so far from there. */
  aside: boolean
}

/** What a mention adds, by where it stands; sums decide main from mentioned. Tuned on the fixtures. */
const WEIGHT = { title: 4, opening: 2.5, lead: 1.2, body: 1, frame: 3, subdistrict: 0.5, office: 1 }
const MOST_BODY = 4
/** Main: at least this, and at least this share of the most salient. */
const LEAST_MAIN = 2
const SHARE_OF_TOP = 0.62
/** So many districts of one city, none standing out, are a list: the city is meant. */
const LIST_OF_DISTRICTS = 5
/** The same, where the headline names none of them. */
const LIST_UNHEADLINED = 4
/** The same, wherever they lie: a ranking, a forecast for half the country. */
const LIST_OF_ALL = 5
/** So many districts, each only touched on, are a round-up. */
const ROUND_UP = 3
const STANDS_OUT = 2
/** Salience of a district that a story comes back to. */
const DWELT_ON = 4
/** A reading below this (a name that only its form speaks for) is never what a story is about. */
const SURE_ENOUGH = 0.7
/** A lone naming makes a short story's district, or one named this early (UTF-16 units). */
const SHORT_STORY = 600
const EARLY = 300

export function assignRoles(fields: Fields, context: Context, resolved: readonly Resolved[]): Found[] {
  const found = gather(resolved)
  for (const entry of found) weigh(entry, fields, context)
  found.sort((a, b) => b.salience - a.salience)
  const [top, second] = found
  if (!top) return []
  const alike = found.filter(f => f.district.parent === top.district.parent).length
  const headlined = found.some(f => f.readings.some(r => r.field.where === 'title'))
  const inProvince = found.filter(f => f.district.code.slice(0, 2) === top.district.code.slice(0, 2)).length
  const listing =
    (!headlined && (inProvince >= LIST_OF_DISTRICTS || found.length >= LIST_OF_ALL || isRoundUp(found))) ||
    alike >= (headlined ? LIST_OF_DISTRICTS : LIST_UNHEADLINED)
  const outstanding = top.salience >= DWELT_ON && top.salience >= STANDS_OUT * (second?.salience ?? 0)
  for (const entry of found) {
    const enough = entry.salience >= Math.max(LEAST_MAIN, SHARE_OF_TOP * top.salience)
    const sure = entry.readings.some(r => r.sureness >= SURE_ENOUGH)
    entry.main = enough && sure && !entry.aside && (!listing || (outstanding && entry === top))
  }
  if (!found.some(f => f.main) && !listing && !top.aside && top !== second && top.salience > (second?.salience ?? 0)) {
    top.main = isLoneSetting(top, fields, context)
  }
  return found
}

/**
 * Three districts or more, most of them named in one sentence only: the story is a city's or province's, be they of
 * several cities or of one that the story speaks of.
 */
function isRoundUp(found: readonly Found[]): boolean {
  const places = found.filter(f => !f.aside)
  const provinces = new Set(places.map(f => f.district.code.slice(0, 2)))
  if (places.length === 2 && provinces.size === 2)
    return places.every(f => new Set(f.readings.map(sentenceOf)).size === 1)
  if (places.length < ROUND_UP) return false
  const once = places.filter(f => new Set(f.readings.map(sentenceOf)).size === 1).length
  const parts = places.filter(f => f.readings.some(r => r.place.level === 'subdistrict')).length
  const cities = new Set(places.map(f => cityKey(f.district))).size
  return (
    once > places.length / 2 &&
    parts <= places.length / 2 &&
    (cities >= ROUND_UP || cities === 1 || (places.length > ROUND_UP && once === places.length))
  )
}

/** The only place of a short story, in the city that the rest speaks of. */
function isLoneSetting({ district, readings }: Found, fields: Fields, context: Context): boolean {
  const own = cityWeight(context, district)
  const early = readings.some(r => r.mention.end <= EARLY) || fields.body.text.length <= SHORT_STORY
  const sure = readings.some(r => r.mention.full || r.reason === 'parent-before')
  return early && sure && own > 0 && own >= Math.max(...context.cities.values())
}

function gather(resolved: readonly Resolved[]): Found[] {
  const byDistrict = new Map<Place, Found>()
  for (const reading of resolved) {
    const district = reading.place.level === 'subdistrict' ? reading.place.parent : reading.place
    if (!district) continue
    const known = byDistrict.get(district)
    if (known) known.readings.push(reading)
    else byDistrict.set(district, { district, readings: [reading], salience: 0, main: false, aside: false })
  }
  return [...byDistrict.values()]
}

function weigh(entry: Found, fields: Fields, context: Context): void {
  // A district and its subdistrict in one sentence are one naming.
  const sentences = new Set<number>()
  let office = false
  let passing = 0
  let visiting = false
  let title = false
  let lead = 0
  const subdistricts = new Set<string>()
  for (const reading of entry.readings) {
    if (isAside(reading, fields)) {
      passing++
      continue
    }
    if (isVisitor(reading)) visiting = true
    if (reading.field.where === 'title') title = true
    else if (reading.mention.end <= fields.openingEnd) lead = WEIGHT.opening
    else if (reading.mention.end <= fields.leadEnd) lead = Math.max(lead, WEIGHT.lead)
    sentences.add(sentenceOf(reading))
    if (OFFICE_AFTER.test(reading.field.text.slice(reading.mention.end, reading.mention.end + 8))) office = true
    if (reading.place.level === 'subdistrict') subdistricts.add(reading.place.name)
  }
  entry.aside = visiting || passing === entry.readings.length
  entry.salience =
    (title ? WEIGHT.title : 0) +
    lead +
    Math.min(MOST_BODY, sentences.size) * WEIGHT.body +
    (office ? WEIGHT.office : 0) +
    Math.min(3, subdistricts.size) * WEIGHT.subdistrict +
    (context.framed.has(entry.district.code) && sentences.size > 0 ? WEIGHT.frame : 0)
}

/** Who comes to look and learn takes the whole place they come from along: 东港区组织的考察团. */
function isVisitor({ field, mention }: Resolved): boolean {
  return VISITOR_AFTER.test(field.text.slice(mention.end, mention.end + 14))
}

/** The place of a reading's sentence in its field; -1 for the headline. */
function sentenceOf({ field, mention }: Resolved): number {
  if (field.where === 'title') return -1
  return Math.max(...['。', '！', '？', '\n'].map(mark => field.text.lastIndexOf(mark, mention.start - 1)), -1) + 1
}

/** Someone from there, so far from there, the place next door: named, not what the story is about. */
export function isAside(reading: Resolved, fields: Fields): boolean {
  const { field, mention } = reading
  const before = startOfPlace(reading)
  const after = field.text.slice(mention.end, mention.end + 6)
  if (ASIDE_AFTER.test(after) || PRODUCE_AFTER.test(after)) return true
  if (ASIDE_BEFORE.test(field.text.slice(Math.max(0, before - 8), before))) return true
  // The rest of a list whose first name is an aside.
  const index = field.mentions.indexOf(mention)
  const previous = field.mentions[index - 1]
  if (
    index > 0 &&
    previous &&
    inOneList(field, previous, mention) &&
    /[、和与及]/.test(field.text.slice(previous.end, mention.start))
  ) {
    return isAside({ ...reading, mention: previous }, fields)
  }
  return false
}

/** Where the whole name starts: of 来自深圳市南山区, at 深圳市. */
function startOfPlace({ field, mention }: Resolved): number {
  let start = mention.start
  for (let i = field.mentions.indexOf(mention) - 1; i >= 0; i--) {
    const before = field.mentions[i]
    if (!before || !/^[市省区县的]?$/.test(field.text.slice(before.end, start))) break
    start = before.start
  }
  return start
}

/** The words that made a tag, as they stand in the article. */
export function evidenceOf(readings: readonly Resolved[], fields: Fields): Evidence[] {
  return readings.flatMap(({ field, mention }): Evidence[] => {
    const text = field.raw.slice(mention.start, mention.end)
    if (field.where === 'title') return [{ text, where: 'title', offset: mention.start }]
    if (field.where === 'body')
      return [{ text, where: mention.end <= fields.leadEnd ? 'lead' : 'body', offset: mention.start }]
    if (field.where === 'breadcrumb' || field.where === 'section')
      return [{ text, where: 'breadcrumb', offset: mention.start }]
    return []
  })
}
