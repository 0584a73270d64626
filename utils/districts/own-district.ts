import type { Field } from './fields.ts'
import { cityOf, type Gazetteer } from './gazetteer.ts'
import { recognise } from './recognise.ts'
import type { Resolved } from './resolve.ts'
import type { Setting } from './setting.ts'

const OUR = /(我|本|全)(区|县|旗)(?![域块])/u

/**
 * "我区新增三条公交线路": the district whose own column or site this is.
 * @returns a mention for each "我区" that the site, section or breadcrumb gives a meaning
 */
export function resolveOwnDistrict(fields: readonly Field[], setting: Setting, gazetteer: Gazetteer): Resolved[] {
  const told = fields.filter(({ where, text }) => (where === 'title' || where === 'text') && OUR.test(text))
  if (told.length === 0) return []
  const district = columnDistrict(fields, setting, gazetteer)
  if (!district) return []
  return told.map(field => {
    const match = OUR.exec(field.text)
    return { field, offset: match?.index ?? 0, name: match?.[0] ?? '', district, full: true, support: 2.5 }
  })
}

function columnDistrict(fields: readonly Field[], setting: Setting, gazetteer: Gazetteer): string | undefined {
  const candidates = fields
    .filter(({ where }) => where === 'breadcrumb' || where === 'source')
    .flatMap(({ text }) => recognise(text, gazetteer))
    .flatMap(({ uses }) => uses.filter(({ level }) => level === 'district'))
    .map(({ code, full }) => ({ code, support: (full ? 1 : 0) + (setting.get(cityOf(code, gazetteer)) ?? 0) }))
    .sort((a, b) => b.support - a.support)
  const [best, rival] = candidates
  return best && (!rival || rival.code === best.code || best.support > rival.support) ? best.code : undefined
}
