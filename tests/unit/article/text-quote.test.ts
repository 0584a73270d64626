import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuote, quoteOfStretch } from '../../../utils/article/text-quote.ts'

const TEXT = '停了三年的老墟市夜市，周五晚上又亮起了灯。摊位沿骑楼排开，一直热闹到夜里十点。摊位的租金不变。'
const quoteOf = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return quoteOfStretch(text, { start, end: start + words.length })
}
const found = (text: string, ...rest: Parameters<typeof findQuote> extends [string, ...infer Rest] ? Rest : never) => {
  const stretch = findQuote(text, ...rest)
  return stretch && text.slice(stretch.start, stretch.end)
}

describe('a quote is found again', () => {
  it('in the text it was taken from, whichever of several the same it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('夜', '市', '灯', 'a', '。', ' ', '\n', '𠮷'), { minLength: 1, maxLength: 80 }),
        fc.nat(),
        fc.nat(),
        (letters, from, length) => {
          const start = letters.slice(0, from % letters.length).join('').length
          const exact = letters
            .slice(from % letters.length)
            .slice(0, 1 + (length % 10))
            .join('')
          fc.pre(exact.trim() === exact && exact !== '')
          const text = letters.join('')
          const again = findQuote(text, quoteOfStretch(text, { start, end: start + exact.length }))
          expect(text.slice(again?.start, again?.end).replace(/\s/g, '')).toBe(exact.replace(/\s/g, ''))
          // Neighbours all alike, white space apart, make two places one: then either will do.
          const alike = text.replace(/\s/g, '').split(exact.replace(/\s/g, '')).length > 2
          if (!alike) expect(again).toEqual({ start, end: start + exact.length })
        },
      ),
    )
  })

  it('after other text was put before it, behind it and between its letters', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom('\n', '　　', ' '), (before, after, space) => {
        fc.pre(!/[骑楼]/.test(before + after))
        const changed = `${before}${TEXT.replace('沿骑楼', `沿${space}骑${space}楼`)}${after}`
        expect(found(changed, quoteOf(TEXT, '骑楼排开'))?.replace(/\s/g, '')).toBe('骑楼排开')
      }),
    )
  })

  it('by its neighbours where its words come more than once', () => {
    const second = TEXT.lastIndexOf('摊位')
    expect(findQuote(TEXT, quoteOf(TEXT, '摊位', second))).toEqual({ start: second, end: second + 2 })
  })

  it('in the other script', () => {
    const traditional = TEXT.replace('骑楼', '騎樓').replace('开', '開')
    const simplify = (letter: string) => ({ 騎: '骑', 樓: '楼', 開: '开' })[letter] ?? letter
    expect(found(traditional, quoteOf(TEXT, '骑楼排开'), simplify)).toBe('騎樓排開')
  })

  it('where its own words were changed and its neighbours were not', () => {
    expect(found(TEXT.replace('热闹到夜里', '热闹至夜晚'), quoteOf(TEXT, '一直热闹到夜里十点'))).toBe(
      '一直热闹至夜晚十点',
    )
  })
})

describe('a quote is not found', () => {
  it('where it is gone', () => {
    expect(findQuote('天气晴朗，适合晾晒。', quoteOf(TEXT, '骑楼'))).toBeUndefined()
  })

  it('where it is empty, or nothing but white space', () => {
    expect(findQuote(TEXT, { exact: ' \n', prefix: '', suffix: '' })).toBeUndefined()
  })
})
