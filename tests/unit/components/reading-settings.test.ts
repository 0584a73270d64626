import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_READING, readingSettingsOf } from '../../../components/reading-settings.ts'

describe('readingSettingsOf', () => {
  it('takes what is in range and leaves the rest', () => {
    expect(readingSettingsOf({ theme: 'sepia', size: 22, leading: 99, font: 'comic', extra: 1 })).toEqual({
      ...DEFAULT_READING,
      theme: 'sepia',
      size: 22,
    })
  })

  it('gives whole settings for anything at all, and the same for what it gave', () => {
    fc.assert(
      fc.property(fc.anything(), stored => {
        const settings = readingSettingsOf(stored)
        expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULT_READING).sort())
        expect(readingSettingsOf(JSON.parse(JSON.stringify(settings)))).toEqual(settings)
      }),
    )
  })
})
