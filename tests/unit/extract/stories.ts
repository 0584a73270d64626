import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'

/** Paragraphs of one story, in English and in Chinese, and as the pages have them. */
export const LINES = [
  'The night market on Harbour Street opened again on Friday after three years of waiting and of repairs.',
  'Forty stalls were back in their old places, and the queue for fish balls went round the corner twice.',
  'The street office says that it will stay open every weekend until the end of October, rain or shine.',
  'Mr Chan, who sells umbrellas, said that he would rather have the rain, but that he would not complain.',
]
export const STORY = LINES.map(line => `<p>${line}</p>`).join('')
export const HAN_LINES = [
  '平湖街道的旧书市集上周六重新开张，四十个摊位全部租了出去，附近的居民一早就在门口排起了长队。',
  '街道办表示，市集将在每个周末开放到下午五点，雨天改在文化站一楼大厅举行，摊位费全年减免。',
]
export const HAN_STORY = HAN_LINES.map(line => `<p>${line}</p>`).join('')
export const ADDRESS = 'https://news.example/2024/10/night-market.html'
export const TITLE = 'Night market is back'

export const read = (body: string, title = TITLE) =>
  extractArticle(openPage(`<title>${title}</title><body>${body}`, ADDRESS), ADDRESS)
export const textOf = (body: string, title?: string) => read(body, title)?.text
/** The same paragraphs in other words: a page that has them twice is read once. */
export const MORE = STORY.replaceAll('<p>', '<p>Again: ')
export const inStory = (line: string) =>
  `<article><h1>${TITLE}</h1><div class="text">${STORY}${line}${STORY}</div></article>`
