import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  addressOfReader,
  addressOfView,
  changedView,
  changeToPlace,
  GROUPS,
  queryOfView,
  SHELVES,
  SORTS,
  unfiltered,
  type View,
  viewFromAddress,
} from '../../../entrypoints/library/view.ts'

const words = fc.string({ minLength: 1 }).filter(text => !/[\ud800-\udfff]/.test(text))

const views: fc.Arbitrary<View> = fc.record(
  {
    shelf: fc.constantFrom(...SHELVES),
    district: fc.constantFrom('440307', '440300', '440307003'),
    without: fc.constantFrom('440307', '440300,440307003'),
    text: words,
    source: words,
    site: words,
    label: words,
    pictures: fc.constantFrom('with', 'without'),
    from: fc.constantFrom('2024-01-01', '2024-12-31'),
    to: fc.constantFrom('2024-12-31', '2025-06-01'),
    sort: fc.constantFrom(...SORTS),
    group: fc.constantFrom(...GROUPS),
  },
  { requiredKeys: ['shelf'] },
)

describe('the address of a view', () => {
  it('holds all of it', () => {
    fc.assert(
      fc.property(views, view => {
        expect(viewFromAddress(addressOfView(view).replace(/^library\.html/, ''))).toEqual(view)
      }),
    )
  })

  it('goes along to the reader', () => {
    fc.assert(
      fc.property(views, view => {
        const search = addressOfReader('a-b_1', view).replace(/^reader\.html/, '')
        expect(new URLSearchParams(search).get('id')).toBe('a-b_1')
        expect(viewFromAddress(search)).toEqual(view)
      }),
    )
  })

  it('means the whole library where it makes no sense', () => {
    expect(viewFromAddress('?shelf=x&district=abc&q=&from=2024-13-40&sort=size&pictures=some')).toEqual({
      shelf: 'all',
    })
  })

  it('asks the library for just that', () => {
    expect(queryOfView({ shelf: 'trash', district: '440307' })).toEqual({ trash: true, district: '440307' })
    expect(queryOfView({ shelf: 'read', text: '灯' })).toEqual({ state: 'read', text: '灯' })
    expect(queryOfView({ shelf: 'starred', pictures: 'without', label: '家' })).toEqual({
      starred: 1,
      hasPictures: false,
      label: '家',
    })
    expect(queryOfView({ shelf: 'all', from: '2024-02-28', to: '2024-02-29' })).toEqual({
      from: new Date(2024, 1, 28).getTime(),
      to: new Date(2024, 2, 1).getTime(),
    })
  })

  it('loses what is asked for no longer', () => {
    const view: View = { shelf: 'read', source: '晶报', sort: 'title' }
    expect(changedView(view, { source: undefined, label: '家' })).toEqual({ shelf: 'read', label: '家', sort: 'title' })
  })
})

test('without its filters a view keeps its shelf, its order and what is searched for', () => {
  const view = { shelf: 'read', text: '平湖', source: '晶报', district: '440307', sort: 'title' } as const
  expect(unfiltered(view)).toEqual({ shelf: 'read', text: '平湖', sort: 'title' })
})

test('places are left out one by one, beside the one that is chosen', () => {
  const view = { shelf: 'all', district: '440300', text: '-区:龙岗 ' } as const
  const named = (from: View, code: string, minus = true) =>
    changedView(from, changeToPlace(from, { code, minus, text: '地铁' }))
  const twice = named(named(view, '440307'), '440303')
  expect(twice).toEqual({ shelf: 'all', district: '440300', without: '440307,440303', text: '地铁' })
  expect(named(twice, '440307')).toEqual(twice)
  expect(queryOfView(twice)).toEqual({ district: '440300', without: ['440307', '440303'], text: '地铁' })
  expect(named(view, '440305', false)).toEqual({ shelf: 'all', district: '440305', text: '地铁' })
})
