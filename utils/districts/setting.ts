import type { Field } from './fields.ts'
import { cityOf, type Gazetteer, provinceOf } from './gazetteer.ts'
import type { Mention } from './recognise.ts'
import { standsAlone } from './recognise.ts'
import { HOSTS, PUBLICATIONS } from './tables/publications.ts'
import { EVERYDAY_WORDS, isNamesake } from './wording.ts'

/** How strongly the article is set in a city or province: code → weight, about 1 for a passing word, 3 for a headline. */
export type Setting = ReadonlyMap<string, number>

/** From trying them on reports of every kind: what one naming is worth, by where it stands. */
const WEIGHTS: Record<Field['where'], number> = { title: 3, text: 1, breadcrumb: 2.5, source: 2, url: 2 }
const LEAD_WEIGHT = 2
const DATELINE_WEIGHT = 4
const UNIQUE_DISTRICT_WEIGHT = 2
const UNIQUE_SUBDISTRICT_WEIGHT = 1
const MOST_PER_CITY = 9
const DATELINE =
  /^[\s　]*([（(【]?[\p{Script=Han}]{0,10}(讯|电)|(本报|新华社|中新社|中新网)[\p{Script=Han}\d]{2,12}(讯|电))/u

export function settingOf(fields: readonly Field[], gazetteer: Gazetteer): Setting {
  const setting = new Map<string, number>()
  const add = (code: string, weight: number) => {
    for (const region of new Set([code, provinceOf(code)])) {
      setting.set(region, Math.min(MOST_PER_CITY, (setting.get(region) ?? 0) + weight))
    }
  }
  for (const field of fields) {
    if (field.where === 'url') addTable(HOSTS, field.text, WEIGHTS.url, gazetteer, add)
    if (field.where === 'source') addTable(PUBLICATIONS, field.text, WEIGHTS.source, gazetteer, add)
    for (const mention of field.mentions) {
      const named = regionNamed(field, mention)
      if (named) add(named, weightOf(field, mention.offset))
      const unique = uniqueFull(mention)
      if (unique && (field.where === 'title' || field.where === 'text')) {
        add(
          cityOf(unique.code, gazetteer),
          unique.level === 'subdistrict' ? UNIQUE_SUBDISTRICT_WEIGHT : UNIQUE_DISTRICT_WEIGHT,
        )
      }
    }
  }
  return setting
}

/** The city or province that a mention names, unless it only bears the name (南京路, 中山大学). */
export function regionNamed(field: Field, mention: Mention): string | undefined {
  const use = mention.uses.find(({ level }) => level === 'city' || level === 'province')
  if (!use) return undefined
  const end = mention.offset + mention.name.length
  if (use.full) return use.code
  if (field.where === 'source' || field.where === 'breadcrumb') return use.code
  const [before, after] = [
    field.text.slice(Math.max(0, mention.offset - 6), mention.offset),
    field.text.slice(end, end + 24),
  ]
  if (isNamesake(after, before)) return undefined
  if (EVERYDAY_WORDS.has(mention.name) && !/^[市省]/u.test(after)) return undefined
  return standsAlone(field.text, mention.offset, end) ? use.code : undefined
}

function weightOf(field: Field, offset: number): number {
  if (field.where !== 'text') return WEIGHTS[field.where]
  const dateline = DATELINE.exec(field.text)
  if (dateline && offset < dateline[0].length) return DATELINE_WEIGHT
  return offset < 60 ? LEAD_WEIGHT : WEIGHTS.text
}

function uniqueFull({ uses }: Mention) {
  const [only, ...others] = uses
  const isUnit = only?.level === 'district' || only?.level === 'subdistrict'
  return only?.full && isUnit && others.length === 0 ? only : undefined
}

function addTable(
  table: readonly (readonly [string, string])[],
  text: string,
  weight: number,
  gazetteer: Gazetteer,
  add: (code: string, weight: number) => void,
): void {
  for (const [part, code] of table) {
    if (text.includes(part)) add(code.endsWith('00') ? code : cityOf(code, gazetteer), weight)
  }
}
