import { expect, it } from 'vitest'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'

const ENGLISH =
  'The ferry to the outer islands runs again after the storm, and the people of both banks say that they had missed it. '
const FRENCH = 'Le bac traverse de nouveau le fleuve, et les habitants des deux rives disent qu’il leur avait manqué. '
const KOREAN = '나루터의 배가 다시 강을 건너기 시작했고 강가의 주민들은 그 소리가 그리웠다고 말했다. '

const languageOf = (text: string, head = '', attributes = '') =>
  extractArticle(
    openPage(
      `<html ${attributes}><head><title>渡船</title>${head}</head><body><h1>渡船</h1>${`<p>${text.repeat(3)}</p>`.repeat(5)}`,
    ),
    'https://ferry.example/1.html',
  )?.language

it('is what the page says it is', () => {
  expect(languageOf(ENGLISH, '', 'lang="en-GB"')).toBe('en-GB')
  expect(languageOf(FRENCH, '<meta property="og:locale" content="fr_CA">')).toBe('fr-CA')
  expect(languageOf(FRENCH, '<meta http-equiv="content-language" content="fr">')).toBe('fr')
})

it('is read from the text where a page says nothing, or that it is in Chinese while no word of it is', () => {
  expect(languageOf(ENGLISH)).toBe('en')
  expect(languageOf(ENGLISH, '', 'lang="zh-CN"')).toBe('en')
  expect(languageOf(KOREAN)).toBe('ko')
  expect(languageOf(FRENCH)).toBe('und')
})
