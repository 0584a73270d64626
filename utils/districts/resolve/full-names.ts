import { support } from '../context.ts'
import { LONG_AGO } from '../cues.ts'
import type { Field } from '../fields.ts'
import type { Place } from '../gazetteer.ts'
import type { Mention } from '../recognise.ts'
import { GENERIC } from '../risky-names.ts'
import { parentBefore } from './beside.ts'
import { CITY_IN_PLAY, type Draft, isDistrict, isSubdistrict, OUTSIDE, type Verdict } from './draft.ts'

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
export function fullNames(draft: Draft): void {
  for (const { field, mention, index } of draft.mentions()) {
    if (isHistory(field, mention)) continue
    const candidates = mention.names
      .filter(n => n.form !== 'short')
      .map(n => n.place)
      .filter(isDistrict)
    if (!mention.full || candidates.length === 0) continue
    // 宕昌县狮子乡: a township that has the name of a place far away.
    if (parentBefore(draft, field, index, mention.names.map(n => n.place).filter(isSubdistrict))) continue
    const parent = parentBefore(draft, field, index, candidates)
    if (parent) draft.take(field, mention, parent, 'parent-before', 0.97)
    else draft.accept(field, mention, byContext(draft, mention, candidates))
  }
}

function byContext(draft: Draft, mention: Mention, candidates: Place[]): Verdict | undefined {
  const generic = GENERIC.has(mention.text)
  const [only] = candidates
  if (only && candidates.length === 1 && !generic && !OUTSIDE.test(only.code)) return [only, 'full-name', 0.95]
  const framed = candidates.filter(p => draft.context.framed.has(p.code))
  if (framed.length === 1 && framed[0]) return [framed[0], 'frame', 0.95]
  const place = draft.best(candidates, p => draft.childSupport(p))
  if (
    place &&
    support(draft.context, place) + draft.childSupport(place) + draft.prior(place) >= (generic ? CITY_IN_PLAY : 0.5)
  ) {
    return [place, 'city', 0.9]
  }
  if (generic) return undefined
  const known = candidates.find(p => p.code === MOST_MEANT.get(mention.text))
  if (known) return [known, 'known', 0.6]
  const today = onlyToday(mention)
  return today && draft.fits(today) ? [today, 'full-name', 0.85] : undefined
}

/** 桥东区 is 张家口's, though 石家庄 and 邢台 had one: of places of a name, the one that has it still. */
function onlyToday(mention: Mention): Place | undefined {
  const [today, ...more] = mention.names.filter(n => n.form !== 'old' && n.form !== 'short')
  return today && more.length === 0 && isDistrict(today.place) && !OUTSIDE.test(today.place.code)
    ? today.place
    : undefined
}

/** 清代的长安县: a name no longer in use, in a story about that time. */
function isHistory(field: Field, mention: Mention): boolean {
  if (!mention.names.every(n => n.form === 'old')) return false
  return LONG_AGO.test(field.text.slice(Math.max(0, mention.start - 30), mention.end + 15))
}
