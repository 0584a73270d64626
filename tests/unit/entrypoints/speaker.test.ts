import { expect, test } from 'vitest'
import { voicesFor } from '../../../entrypoints/reader/speaker.ts'

const VOICES = ['en-US', 'zh-HK', 'zh_CN', 'de-DE'].map(lang => ({ lang }))
const langs = (language: string) => voicesFor(language, VOICES).map(({ lang }) => lang)

test.each([
  ['zh-CN', ['zh_CN', 'zh-HK']],
  ['zh-Hans', ['zh-HK', 'zh_CN']],
  ['en', ['en-US']],
  ['fr', ['en-US', 'zh-HK', 'zh_CN', 'de-DE']],
])('the voices for %s are %j', (language, expected) => {
  expect(langs(language)).toEqual(expected)
})
