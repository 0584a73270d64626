import { expect, it } from 'vitest'
import { written } from '../../../components/written.ts'

it.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['ug', 'rtl'],
  ['pa-PK', 'rtl'],
  ['zh-CN', 'ltr'],
  ['ja', 'ltr'],
  ['kk', 'ltr'],
  ['kk-Arab', 'rtl'],
  ['no such tag', 'ltr'],
])('%s runs %s', (language, dir) => {
  expect(written(language)).toEqual({ lang: language, dir })
})

it('leaves text of an unknown language to the page around it', () => {
  expect(written(undefined)).toEqual({})
  expect(written('')).toEqual({})
})
