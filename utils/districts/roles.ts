import type { Evidence } from '../article/article.ts'
import type { Context } from './context.ts'
import { ASIDE_AFTER, ASIDE_BEFORE, CHECKPOINT_AFTER, PRODUCE_AFTER, SOLD_EVERYWHERE, VISITOR_AFTER } from './cues.ts'
import { type Fields, inOneList } from './fields.ts'
import type { Place } from './gazetteer.ts'
import type { Resolved } from './resolve/resolve.ts'
import { salienceOf } from './salience.ts'

/** A district with all that names it or a part of it. */
export interface Found {
  district: Place
  readings: Resolved[]
  /** Those that are not in passing: someone from there, so far from there. */
  told: Resolved[]
  /** Nothing is told of it, or its people are only visiting. */
  aside: boolean
  /** 0..1: how probable it is that the article is about it. */
  salience: number
  main: boolean
}

/** Of items that the weights were not fitted to, this threshold gave the best F1 (tests/bench/train-salience.ts). */
const MAIN = 0.45

/** Names of districts with all that speaks for each, and which of them the article is about. */
export function assignRoles(fields: Fields, context: Context, resolved: readonly Resolved[]): Found[] {
  const found = gather(resolved, fields)
  const saliences = salienceOf(found, fields, context)
  for (const [i, entry] of found.entries()) {
    entry.salience = saliences[i] ?? 0
    entry.main = !entry.aside && entry.salience >= MAIN
  }
  if (!found.some(({ main }) => main)) judgeWithoutAsides(found, fields, context)
  // What a list names once rises and falls together: its first is no more the story than the rest.
  const alone = found.filter(entry => entry.main && found.some(other => !other.main && isListedWith(entry, other)))
  for (const entry of alone) entry.main = false
  return found.sort((a, b) => b.salience - a.salience)
}

function gather(resolved: readonly Resolved[], fields: Fields): Found[] {
  const byDistrict = new Map<Place, Found>()
  for (const reading of resolved) {
    const district = reading.place.level === 'subdistrict' ? reading.place.parent : reading.place
    if (!district) continue
    const entry = byDistrict.get(district) ?? newFound(district)
    byDistrict.set(district, entry)
    entry.readings.push(reading)
    if (!isAside(reading, fields)) entry.told.push(reading)
  }
  const found = [...byDistrict.values()].filter(({ readings }) => !readings.every(isProduct))
  for (const entry of found) {
    // 羅湖口岸 in a story of 上水 is where people cross, not what it is about.
    if (found.some(other => other !== entry && other.told.some(r => !isCheckpoint(r))))
      entry.told = entry.told.filter(reading => !isCheckpoint(reading))
  }
  for (const entry of found) entry.aside = entry.told.length === 0 || entry.told.some(isVisitor)
  return found
}

/** Only of districts within a city: 满洲里口岸 is in a town that lives by it. */
function isCheckpoint({ field, mention, place }: Resolved): boolean {
  return place.name.endsWith('区') && CHECKPOINT_AFTER.test(field.text.slice(mention.end))
}

/**
 * Dishes that carry a place's name wherever they are sold name no place by themselves. 中宁县枸杞: who writes a county's name of
 * today in full means the county, but for one of a single character (泸县老窖).
 */
function isProduct({ field, mention, place }: Resolved): boolean {
  if (mention.full && mention.text === place.name && place.short !== place.name) return false
  return SOLD_EVERYWHERE.test(field.text.slice(mention.end, mention.end + 12))
}

/**
 * 台北 in the headline, 大安區 in the story, and 從松山區搭捷運來的: where nothing is the story's, districts in passing are left
 * out of the count of those of the headline's city that it may be about.
 */
function judgeWithoutAsides(found: readonly Found[], fields: Fields, context: Context): void {
  const titled = fields.title.mentions.flatMap(m => m.names.map(n => n.place))
  const told = found.filter(entry => !entry.aside)
  for (const [i, salience] of salienceOf(told, fields, context).entries()) {
    const entry = told[i]
    if (entry?.district.parent && titled.includes(entry.district.parent))
      Object.assign(entry, { salience, main: salience >= MAIN })
  }
}

/** Is each named but once, side by side in one list? */
function isListedWith(a: Found, b: Found): boolean {
  const [one, other] = [a.readings[0], b.readings[0]]
  if (!one || !other || a.readings.length > 1 || b.readings.length > 1 || one.field !== other.field) return false
  if (one.field.where !== 'body') return false
  const { mentions } = one.field
  return (
    mentions.indexOf(other.mention) - mentions.indexOf(one.mention) === 1 &&
    inOneList(one.field, one.mention, other.mention)
  )
}

function newFound(district: Place): Found {
  return { district, readings: [], told: [], aside: false, salience: 0, main: false }
}

/** Who comes to look and learn takes the whole place they come from along: 东港区组织的考察团. */
function isVisitor({ field, mention }: Resolved): boolean {
  return VISITOR_AFTER.test(field.text.slice(mention.end, mention.end + 14))
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
