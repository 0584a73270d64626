import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DEFAULT_READING,
  fileOfReading,
  readingOfFile,
  readingSettingsOf,
} from '../../../components/reading-settings.ts'

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

describe('a file of settings', () => {
  it('brings back what was saved, whatever it was', () => {
    fc.assert(
      fc.property(fc.anything(), stored => {
        const settings = readingSettingsOf(stored)
        expect(readingOfFile(fileOfReading(settings))).toEqual(settings)
      }),
    )
    const sepia = readingSettingsOf({ theme: 'sepia', size: 22, measure: 30, writing: 'vertical' })
    expect(readingOfFile(fileOfReading(sepia))).toEqual(sepia)
  })

  it('is none where the text is anything else', () => {
    const others = ['', '{', '[]', 'null', '{"kind":"kaifong-site-rules"}', fileOfReading(DEFAULT_READING).slice(0, -3)]
    for (const text of others) expect(readingOfFile(text)).toBeUndefined()
    fc.assert(
      fc.property(fc.string(), text => {
        expect(readingOfFile(text)).toBeUndefined()
      }),
    )
  })

  it('cannot bring in what no setting is', () => {
    const text = '{"kind":"kaifong-reading","settings":{"__proto__":{"theme":"dark"},"size":1e9,"font":"url(x)"}}'
    expect(readingOfFile(text)).toEqual(DEFAULT_READING)
  })
})
