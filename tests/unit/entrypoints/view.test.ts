import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressOfView, queryOfView, SHELVES, type View, viewFromAddress } from '../../../entrypoints/library/view.ts'

const views: fc.Arbitrary<View> = fc.record(
  {
    shelf: fc.constantFrom(...SHELVES),
    district: fc.constantFrom('440307', '440300', '440307003'),
    text: fc.string({ minLength: 1 }).filter(text => !/[\ud800-\udfff]/.test(text)),
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

  it('means the whole library where it makes no sense', () => {
    expect(viewFromAddress('?shelf=x&district=abc&q=')).toEqual({ shelf: 'all' })
  })

  it('asks the library for just that', () => {
    expect(queryOfView({ shelf: 'trash', district: '440307' })).toEqual({ trash: true, district: '440307' })
    expect(queryOfView({ shelf: 'read', text: '灯' })).toEqual({ state: 'read', text: '灯' })
  })
})
