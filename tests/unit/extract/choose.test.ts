import { expect, it } from 'vitest'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'

const LINES = [
  'The night market on Harbour Street opened again on Friday after three years of waiting and of repairs.',
  'Forty stalls were back in their old places, and the queue for fish balls went round the corner twice.',
  'The street office says that it will stay open every weekend until the end of October, rain or shine.',
  'Mr Chan, who sells umbrellas, said that he would rather have the rain, but that he would not complain.',
]
const paragraphs = LINES.map(line => `<p>${line}</p>`).join('')
const URL = 'https://news.example/2024/10/night-market.html'
const textOf = (body: string) =>
  extractArticle(openPage(`<title>Night market is back</title><body>${body}`, URL), URL)?.text

it('takes a text once that a page holds twice, for wide and for narrow screens', () => {
  const wide = `<div class="wide"><h1>Night market is back</h1>${paragraphs}</div>`
  expect(textOf(`${wide}<div class="narrow" style="display:none">${paragraphs}</div>`)).toBe(LINES.join('\n'))
})

it('reads a page that hides all it has until a script has run', () => {
  const text = textOf(`<div style="display:none"><h1>Night market is back</h1><article>${paragraphs}</article></div>`)
  expect(text).toBe(LINES.join('\n'))
})

it('leaves out the line that says where one is on the site', () => {
  const line = '<p>当前位置:首页 >> 街坊新闻 >> 正文</p>'
  expect(textOf(`<article>${line}${paragraphs}</article>`)).toBe(LINES.join('\n'))
})
