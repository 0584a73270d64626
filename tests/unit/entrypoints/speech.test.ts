import { expect, test } from 'vitest'
import { speechOf } from '../../../entrypoints/reader/speech.ts'

test('what was chosen is remembered', () => {
  const chosen = { rate: 1.4, voices: { zh: 'tingting', en: 'daniel' } }
  expect(speechOf(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen)
})

test.each([undefined, null, 'fast', [], { rate: 99 }, { rate: '2', voices: 3 }, { voices: { zh: 1 } }])(
  'of %j nothing is taken',
  stored => {
    expect(speechOf(stored)).toEqual({ rate: 1, voices: {} })
  },
)
