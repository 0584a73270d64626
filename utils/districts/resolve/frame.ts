import { cityWeight } from '../context.ts'
import { LOCAL_PAPER, OUR_DISTRICT } from '../cues.ts'
import type { Field } from '../fields.ts'
import { cityKey } from '../gazetteer.ts'
import { WORDS } from '../risky-names.ts'
import { type Draft, isDistrict, OUTSIDE } from './draft.ts'

/** What a county's own paper adds to its city (weights: context.ts). */
const PAPER = 2.5

/** Breadcrumb, section and site: a district there is meant by "our district" and prefers its own names. */
export function frame(draft: Draft): void {
  for (const field of draft.fields.frame) {
    for (const mention of field.mentions) {
      if (field.where === 'source' && !mention.full) continue
      const place = draft.best(mention.names.map(n => n.place).filter(isDistrict), () => 0)
      if (
        !place ||
        (field.where === 'site' && !mention.full && !/政府|融媒|发布|区|公安|警方|平安|法院|检察/.test(field.text))
      )
        continue
      draft.context.framed.add(place.code)
    }
    if (field.where === 'site' || field.where === 'source') localPaper(draft, field)
  }
}

/** 义乌商报, 平安武侯, 天河发布: a county's or district's own paper, office or channel. */
function localPaper(draft: Draft, field: Field): void {
  const [, name = ''] = LOCAL_PAPER.exec(field.text) ?? []
  const named = draft.gazetteer.names.get(name) ?? []
  const candidates = named.map(n => n.place).filter(isDistrict)
  if (candidates.length !== named.length) return
  const place = draft.best(candidates, () => 0)
  if (!place || OUTSIDE.test(place.code) || (WORDS.has(name) && cityWeight(draft.context, place) === 0)) return
  draft.context.framed.add(place.code)
  const key = cityKey(place)
  draft.context.cities.set(key, (draft.context.cities.get(key) ?? 0) + PAPER)
}

/** 我区, 本区 in an article of a district's section. */
export function ours(draft: Draft): void {
  if (draft.districts.size > 0 && draft.resolved.some(r => r.field.where === 'title')) return
  if (draft.context.framed.size !== 1) return
  const place = draft.gazetteer.places.get([...draft.context.framed][0] ?? '')
  if (!place) return
  for (const field of [draft.fields.title, draft.fields.body]) {
    const match = OUR_DISTRICT.exec(field.text)
    if (!match) continue
    const mention = { start: match.index, end: match.index + match[0].length, text: match[0], names: [], full: true }
    draft.take(field, mention, place, 'frame', 0.9)
  }
}
