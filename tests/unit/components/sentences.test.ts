import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../../components/sentences.ts'

const whole = (text: string) => [{ start: 0, end: text.length }]
const read = (text: string, language = 'zh-CN') =>
  sentencesOf(text, whole(text), language).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it.each([
    ['夜市开了。人很多！你去吗？', 'zh-CN', ['夜市开了。', '人很多！', '你去吗？']],
    ['　　第一句。 第二句。', 'zh-CN', ['第一句。', '第二句。']],
    ['The mill runs. It is quiet.', 'en', ['The mill runs.', 'It is quiet.']],
    ['——……', 'zh-CN', []],
    ['一句话', 'not a language', ['一句话']],
  ])('of %j', (text, language, expected) => {
    expect(read(text, language)).toEqual(expected)
  })

  it('stay within their paragraph', () => {
    const text = '标题没有句号正文开始。'
    const paragraphs = [
      { start: 0, end: 6 },
      { start: 6, end: text.length },
    ]
    expect(sentencesOf(text, paragraphs, 'zh').map(({ start, end }) => text.slice(start, end))).toEqual([
      '标题没有句号',
      '正文开始。',
    ])
  })

  it('say every letter once, in order, none too long for a voice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('灯', '亮', '，', '。', ' ', 'a', '𠮷', '\n'), { maxLength: 900 }),
        letters => {
          const text = letters.join('')
          const sentences = sentencesOf(text, whole(text), 'zh-CN')
          const letter = /[^\p{L}\p{N}]/gu
          const said = sentences.map(({ start, end }) => text.slice(start, end))
          expect(said.join('').replace(letter, '')).toBe(text.replace(letter, ''))
          expect(said.every(sentence => sentence.length <= 180)).toBe(true)
        },
      ),
    )
  })
})
