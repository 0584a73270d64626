import type { Field, Fields } from '../fields.ts'
import type { Place } from '../gazetteer.ts'
import type { Resolved } from './draft.ts'

/** Where a subdistrict's name may begin, and words that are no one's name. */
const UNLISTED = /(?<=^|[，。、：；\n“（,]|[和与及在住区县市])[一-鿿]{2,4}街道(?=[的\s，。、,办社党工居和与及：在]|$)/g
const NOT_A_NAME =
  /^.?[的在与和及是各本该两几多每条到去向由被把让从]|[的各]|区|县|市|城市|步行|商业|历史|所在|相关|下辖|部分|沿线|附近|古|老街道|新街道|主要|周边/

/**
 * Subdistricts newer than the list, without a code: right after their district, in a list with another, or in a story
 * of one district.
 */
export function unlistedSubdistricts(fields: Fields, resolved: readonly Resolved[]): Resolved[] {
  const districts = new Set(resolved.map(r => (r.place.level === 'subdistrict' ? r.place.parent : r.place)))
  const [only] = districts.size === 1 ? [...districts] : []
  const found = townsUnlisted(fields, resolved)
  for (const field of [fields.title, fields.body]) {
    for (const match of field.text.matchAll(UNLISTED)) {
      const [name] = match
      const [start, end] = [match.index, match.index + name.length]
      if (NOT_A_NAME.test(name) || isReadAlready(field, start, end, [...resolved, ...found])) continue
      const before = [...resolved, ...found].find(
        r => r.field === field && r.mention.end <= start && start - r.mention.end <= 1,
      )
      const owner = before ? (before.place.level === 'subdistrict' ? before.place.parent : before.place) : only
      if (!owner) continue
      const place: Place = { code: '', name, short: name.slice(0, -2), level: 'subdistrict', parent: owner }
      const mention = { start, end, text: name, names: [], full: true }
      found.push({ field, mention, place, reason: 'child-after', sureness: 0.8 })
    }
  }
  return found
}

/** 昆山周庄镇: right after its district, a town that the list knows only elsewhere. */
function townsUnlisted(fields: Fields, resolved: readonly Resolved[]): Resolved[] {
  return [fields.title, fields.body].flatMap(field =>
    field.mentions.flatMap((mention): Resolved[] => {
      const taken = resolved.some(r => r.mention === mention)
      if (taken || !mention.full || mention.names.some(n => n.place.level !== 'subdistrict')) return []
      const owner = resolved.find(
        r =>
          r.field === field &&
          r.place.level === 'district' &&
          r.mention.end <= mention.start &&
          /^[区县市旗的]?$/.test(field.text.slice(r.mention.end, mention.start)),
      )?.place
      if (!owner) return []
      const place: Place = {
        code: '',
        name: mention.text,
        short: mention.names[0]?.place.short ?? mention.text,
        level: 'subdistrict',
        parent: owner,
      }
      return [{ field, mention, place, reason: 'child-after', sureness: 0.8 }]
    }),
  )
}

/** Read as a place already; a subdistrict's name that was not (渝中区望|龙门街道) leaves its words free. */
function isReadAlready(field: Field, start: number, end: number, resolved: readonly Resolved[]): boolean {
  const overlap = (m: { start: number; end: number }) => m.start < end && m.end > start
  const isSubdistrict = (m: Field['mentions'][number]) => m.names.every(n => n.place.level === 'subdistrict')
  return (
    field.mentions.some(m => overlap(m) && !isSubdistrict(m)) ||
    resolved.some(r => r.field === field && overlap(r.mention))
  )
}
