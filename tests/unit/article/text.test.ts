import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, excerpt, foldSpace, readingMinutes } from '../../../utils/article/text.ts'

describe('readingMinutes', () => {
  it.each([
    ['', 1],
    ['字'.repeat(2550), 10],
    ['word '.repeat(476), 2],
    [`${'字'.repeat(510)}${'word '.repeat(238)}`, 3],
  ])('of a text', (text, minutes) => {
    expect(readingMinutes(text)).toBe(minutes)
  })
})

describe('excerpt', () => {
  it('is one line, cut between characters, with an ellipsis only where something was cut', () => {
    expect(excerpt('第一段。\n　　第二段。')).toBe('第一段。 第二段。')
    expect(excerpt('𠮷'.repeat(10), 3)).toBe('𠮷𠮷𠮷…')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 50 }), (text, length) => {
        const cut = excerpt(text, length)
        expect(Array.from(cut).length).toBeLessThanOrEqual(length * 2 + 1)
        expect(cut).not.toMatch(/\n/)
        expect(foldSpace(text).startsWith(cut.replace(/…$/, '')) || cut === foldSpace(text)).toBe(true)
      }),
    )
  })

  it('is as wide in every script, and cuts no word', () => {
    expect(excerpt('字'.repeat(200))).toBe(`${'字'.repeat(120)}…`)
    expect(excerpt('The Duchess of Harbour Street opened the market', 8)).toBe('The Duchess of…')
    expect(excerpt('The Duchess', 8)).toBe('The Duchess')
  })
})

describe('cleanLine', () => {
  it('takes out what a page could deceive with', () => {
    expect(cleanLine('abc\u202Egpj.exe\u0000\u200B')).toBe('abcgpj.exe')
    expect(foldSpace('　　甲\n乙　')).toBe('甲 乙')
  })
})
