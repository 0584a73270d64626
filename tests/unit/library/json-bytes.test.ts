import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeJson, encodeJson } from '../../../utils/library/json-bytes.ts'
import { PATIENT } from './patience.ts'

const GB = 0xff

const comesBack = (json: string) => decodeJson(encodeJson(json))

it('any JSON comes back, whatever its letters', { timeout: PATIENT }, () => {
  const text = fc.string({ unit: 'binary' })
  const letters = fc.constantFrom(
    '路',
    '“',
    '，',
    '＃',
    '裏',
    'é',
    '•',
    '€',
    '\u3000',
    '\ufeff',
    '😀',
    '\ud800',
    '\\',
    '"',
    '\0',
  )
  const chinese = fc.array(letters).map(each => `这条路修好了${each.join('')}`)
  fc.assert(
    fc.property(fc.oneof(text, chinese, fc.jsonValue()), value => {
      expect(JSON.parse(comesBack(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

it('every letter of the basic plane comes back beside Chinese', () => {
  const letters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('')
  // So many characters that two bytes for each outweigh what the others cost.
  const text = letters + '路'.repeat(200_000)
  const bytes = encodeJson(JSON.stringify(text))
  expect(bytes[0]).toBe(GB)
  expect(JSON.parse(decodeJson(bytes))).toBe(text)
})

it('Chinese takes two bytes a character, simplified and traditional, and its punctuation too', () => {
  expect(encodeJson('"龙岗区的道路，修好了。“鏡頭、街坊”"')).toHaveLength(1 + 2 + 2 * 18)
})

it('what is not shorter so stays UTF-8', () => {
  for (const text of ['A road in Longgang', 'Дорога', '도로가 열렸다', ''])
    expect(encodeJson(JSON.stringify(text))).toEqual(new TextEncoder().encode(JSON.stringify(text)))
})
