import type { Field } from './fields.ts'
import { cityOf, type Gazetteer, type NameUse, provinceOf } from './gazetteer.ts'
import { type Mention, standsAlone } from './recognise.ts'
import type { Setting } from './setting.ts'
import { actsAsPlace, EVERYDAY_WORDS, isNamesake, isNamesakeOfFull } from './wording.ts'

/** A mention with the one place that it means. */
export interface Resolved {
  field: Field
  offset: number
  /** As it stands in the article. */
  name: string
  /** The district (or the city, where towns lie right under it). */
  district: string
  subdistrict?: string
  full: boolean
  /** How well the surroundings bear it out; 3 is sure. */
  support: number
}

/** What is known of the article when its names are resolved. */
export interface Scene {
  gazetteer: Gazetteer
  setting: Setting
  /** Districts that some full name in the article can mean, with how often. */
  fullyNamed: ReadonlyMap<string, number>
}

const BESIDE_PARENT = 6
const UNIQUE = 3
const ENOUGH_FOR_FULL = 1.5
const ENOUGH_FOR_SHORT = 2.5
const CLEAR_LEAD = 0.5

export function sceneOf(fields: readonly Field[], setting: Setting, gazetteer: Gazetteer): Scene {
  const fullyNamed = new Map<string, number>()
  for (const { where, mentions } of fields) {
    if (where === 'url' || where === 'source') continue
    for (const { uses } of mentions) {
      for (const { code, full, level } of uses) {
        if (full && (level === 'district' || level === 'subdistrict')) {
          const district = code.slice(0, 6)
          fullyNamed.set(district, (fullyNamed.get(district) ?? 0) + 1)
        }
      }
    }
  }
  return { gazetteer, setting, fullyNamed }
}

/** Every mention of a district or subdistrict in `field` that can be trusted, with what it means. */
export function resolve(field: Field, scene: Scene): Resolved[] {
  return field.mentions.flatMap((mention, index) => resolveOne(field, mention, field.mentions[index - 1], scene) ?? [])
}

function resolveOne(field: Field, mention: Mention, previous: Mention | undefined, scene: Scene): Resolved | undefined {
  const uses = mention.uses.filter(({ level }) => level === 'district' || level === 'subdistrict')
  if (uses.length === 0) return undefined
  const parents = besideParents(field, mention, previous)
  const ranked = uses
    .map(use => ({ use, support: supportOf(use, uses, parents, scene) }))
    .sort((a, b) => b.support - a.support)
  const best = ranked[0]
  if (!best) return undefined
  const rival = ranked.find(({ use }) => use.code.slice(0, 6) !== best.use.code.slice(0, 6))
  if (rival && best.support - rival.support < CLEAR_LEAD) return undefined
  if (!isBorneOut(field, mention, best.use, best.support, parents.size > 0)) return undefined
  return {
    field,
    offset: mention.offset,
    name: mention.name,
    district: best.use.code.slice(0, 6),
    full: best.use.full,
    support: best.support,
    ...(best.use.level === 'subdistrict' && { subdistrict: best.use.code }),
  }
}

function supportOf(use: NameUse, uses: readonly NameUse[], parents: ReadonlySet<string>, scene: Scene): number {
  const district = use.code.slice(0, 6)
  const [city, province] = [cityOf(district, scene.gazetteer), provinceOf(district)]
  const beside = [district, city, province].some(code => parents.has(code))
  const named = scene.fullyNamed.get(district) ?? 0
  const own = use.full ? 1 : 0
  return (
    (beside ? BESIDE_PARENT : 0) +
    (uses.length === 1 ? UNIQUE * (use.full ? 1 : 0.4) : 0) +
    Math.min(4, scene.setting.get(city) ?? 0) +
    0.3 * Math.min(4, scene.setting.get(province) ?? 0) +
    Math.min(2, 0.8 * Math.max(0, named - own)) +
    // 平湖 with nothing else said is a county-level city before it is some street's short name.
    (use.level === 'district' ? 0.6 : 0)
  )
}

function isBorneOut(field: Field, { name, offset }: Mention, use: NameUse, support: number, beside: boolean): boolean {
  const end = offset + name.length
  const [before, after] = [field.text.slice(Math.max(0, offset - 6), offset), field.text.slice(end, end + 24)]
  if (use.full) return support >= ENOUGH_FOR_FULL && !isNamesakeOfFull(after)
  if (field.where === 'breadcrumb') return support >= ENOUGH_FOR_SHORT
  if (isNamesake(after, before)) return false
  const asPlace = actsAsPlace(after)
  if (EVERYDAY_WORDS.has(name) && !beside && !(asPlace && support >= ENOUGH_FOR_SHORT + 1)) return false
  if (use.level === 'subdistrict' && support < ENOUGH_FOR_SHORT + 1) return false
  const needed = asPlace ? ENOUGH_FOR_SHORT - 1 : ENOUGH_FOR_SHORT
  return support >= needed && (beside || asPlace || standsAlone(field.text, offset, end))
}

// 徐州鼓楼, 福州市鼓楼区, 龙岗区平湖: the name right before, if it is of something that can hold this one.
function besideParents(field: Field, { offset }: Mention, previous: Mention | undefined): ReadonlySet<string> {
  if (!previous) return new Set()
  const between = field.text.slice(previous.offset + previous.name.length, offset)
  if (!/^[市省区县的]?$/u.test(between)) return new Set()
  return new Set(previous.uses.filter(({ level }) => level !== 'subdistrict').map(({ code }) => code))
}
