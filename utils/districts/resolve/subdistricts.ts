import { cityWeight } from '../context.ts'
import type { Field } from '../fields.ts'
import type { Place } from '../gazetteer.ts'
import { parentBefore } from './beside.ts'
import { CITY_IN_PLAY, type Draft, isSubdistrict } from './draft.ts'

/** 于城镇: towns whose name is a word with the character before it. */
const COMMON_WORD = /^.(?:城|乡|村|集|小|古|重|市)镇$/

/** Subdistricts named in full: in a district already found, else in a city in play, else the only one so called. */
export function subdistricts(draft: Draft, { lone } = { lone: false }): void {
  for (const { field, mention, index } of draft.mentions()) {
    const candidates = mention.names.map(n => n.place).filter(isSubdistrict)
    if (candidates.length === 0 || isTail(field, index, candidates)) continue
    const parent = parentBefore(draft, field, index, candidates)
    if (parent) {
      draft.take(field, mention, parent, 'parent-before', 0.97)
      continue
    }
    const inFound = candidates.filter(
      p => p.parent && (draft.districts.has(p.parent) || draft.context.framed.has(p.parent.code)),
    )
    const inCity = candidates.filter(p => cityWeight(draft.context, p) >= CITY_IN_PLAY)
    const [found, city, only] = [draft.best(inFound, () => 0), inCity[0], candidates[0]]
    if (found) draft.take(field, mention, found, 'named-in-full', 0.93)
    else if (city && inCity.length === 1) draft.take(field, mention, city, 'city', 0.88)
    else if (lone && only && candidates.length === 1 && draft.fits(only) && !COMMON_WORD.test(mention.text))
      draft.take(field, mention, only, 'unique', 0.75)
  }
}

/** 渝中区望|龙门街道: one character short of right after another district, the end of a name that the list lacks. */
function isTail(field: Field, index: number, candidates: Place[]): boolean {
  const [before, mention] = [field.mentions[index - 1], field.mentions[index]]
  if (!before || !mention || !before.full || mention.start - before.end !== 1) return false
  if (!/[一-鿿]/.test(field.text.charAt(before.end)) || /[的在与和及到]/.test(field.text.charAt(before.end)))
    return false
  return !candidates.some(c => before.names.some(n => n.place === c.parent))
}
