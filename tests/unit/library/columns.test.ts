import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Columns, PlacedEntry } from '../../../utils/library/columns.ts'
import type { CatalogueEntry } from '../../../utils/library/entry.ts'
import { type ArticleId, READING_STATES } from '../../../utils/library/record.ts'
import { ancestry } from '../../../utils/library/terms.ts'

const district = fc.constantFrom('440307', '440306', '440300', '440000', '110101', '650402', '810001')
const subdistrict = fc.constantFrom('440307009', '440306003', '110101001')
const entry: fc.Arbitrary<CatalogueEntry> = fc.record(
  {
    id: fc.oneof(fc.string({ maxLength: 12 }), fc.string({ maxLength: 40, unit: 'binary' })) as fc.Arbitrary<ArticleId>,
    title: fc.string({ maxLength: 16, unit: fc.constantFrom('街', '坊', 'a', '𠮷'.charAt(0), '！') }),
    savedAt: fc.nat(),
    published: fc.integer({ min: -1e12, max: 2e12 }),
    length: fc.nat({ max: 4_000_000 }),
    state: fc.constantFrom(...READING_STATES),
    starred: fc.boolean(),
    pictures: fc.boolean(),
    removed: fc.boolean(),
    labels: fc.array(fc.constantFrom('家', '街', 'a,b', '"'), { maxLength: 3 }),
    source: fc.constantFrom('晶报', '', '深圳晚报'),
    site: fc.constantFrom('晶报', 'sznews'),
    codes: fc.array(fc.oneof(district, subdistrict), { maxLength: 6 }),
  },
  {
    requiredKeys: [
      'id',
      'title',
      'savedAt',
      'published',
      'length',
      'state',
      'starred',
      'pictures',
      'removed',
      'labels',
      'codes',
    ],
    noNullPrototype: true,
  },
)
const writes = fc.array(fc.tuple(fc.nat({ max: 40 }), fc.option(entry, { freq: 4 })), { maxLength: 60 })

function written(pairs: readonly [number, CatalogueEntry | null][]) {
  const columns = new Columns()
  for (const [slot, each] of pairs) columns.set(slot, each)
  const model = new Map(pairs.flatMap(([slot, each]) => [[slot, each] as const]))
  return { columns, model: [...model].flatMap(([slot, each]) => (each ? [{ ...each, slot }] : [])) }
}

const withoutZeros = (text: string) => text.split('\0')[0]

test('gives back what was written last in each slot', () => {
  fc.assert(
    fc.property(writes, pairs => {
      const { columns, model } = written(pairs)
      for (const wanted of model) {
        const placed = new PlacedEntry(columns, wanted.slot)
        for (const [key, value] of Object.entries(wanted)) {
          const given = placed[key as keyof CatalogueEntry]
          if (key === 'id' && withoutZeros(wanted.id) !== wanted.id) continue
          expect(given).toEqual(value)
        }
        expect(placed.source).toBe(wanted.source)
        expect(placed.firstCode).toBe(wanted.codes[0])
      }
    }),
  )
})

test('lists what is there, the last saved first', () => {
  fc.assert(
    fc.property(writes, pairs => {
      const { columns, model } = written(pairs)
      const slots = [...columns.newestFirst()]
      expect(new Set(slots)).toEqual(new Set(model.map(({ slot }) => slot)))
      const times = slots.map(slot => new PlacedEntry(columns, slot).savedAt)
      expect(times).toEqual([...times].sort((a, b) => b - a))
    }),
  )
})

test('an entry is in its subdistricts, its districts and all above those, and nowhere else', () => {
  fc.assert(
    fc.property(entry, fc.oneof(district, subdistrict), (each, place) => {
      const columns = new Columns()
      columns.set(0, each)
      const places = new Set(each.codes.flatMap(code => (code.length === 6 ? ancestry(code) : [code])))
      const placed = new PlacedEntry(columns, 0)
      expect(placed.isIn(Number(place))).toBe(places.has(place))
      const counted = new Set<number>()
      placed.addPlaces(counted)
      expect(counted).toEqual(new Set([...places].map(Number)))
    }),
  )
})
