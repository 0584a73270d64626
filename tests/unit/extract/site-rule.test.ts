import { expect, it } from 'vitest'
import { extractArticle } from '../../../utils/extract/index.ts'
import { extractByRule } from '../../../utils/extract/site-rule.ts'
import { openPage } from './open-page.ts'

const URL = 'https://news.example/2025/0402/9.html'
const TEXT = [
  '坂田街道的阅览室换上了新书架，街坊们下班以后也能进来坐一坐，看看书，喝一杯热茶。',
  '书架是木工班的学员做的，一共十二个，靠墙摆了一圈，中间留出来的地方铺了地毯。',
]
const ASIDE = '这一栏写的是闲话，说的是别的事情，和书架没有关系，只是每天都放在这里，占一块地方。'
const HTML = `<title>阅览室换了新书架_岭南晚报</title><body><h1>阅览室换了新书架</h1>
  <p class="meta">2025-04-02 09:15 来源：岭南晚报 记者 陈小满</p>
  <div class="page"><div class="note"><p>${ASIDE}</p></div>
  <div class="story"><p>${TEXT[0]}</p><div class="advert"><p>${ASIDE}</p></div><p>${TEXT[1]}</p></div></div>`

const page = () => openPage(HTML, URL)
const text = (rule: { keep?: string; drop?: string[] }) =>
  extractByRule(page(), URL, { host: 'news.example', drop: [], ...rule })?.text

it('takes the text from where the reader said it is, and all else from the page', () => {
  const article = extractByRule(page(), URL, { host: 'news.example', keep: 'div.story', drop: ['div.advert'] })
  expect(article?.text).toBe(TEXT.join('\n'))
  expect(article).toMatchObject({
    title: '阅览室换了新书架',
    source: { name: '岭南晚报' },
    publishedAt: '2025-04-02T09:15:00+08:00',
    credits: [{ role: 'reporter', name: '陈小满' }],
  })
})

it('takes boxes that match one after the other, none of them twice', () => {
  expect(text({ keep: '.page, .story', drop: ['.note', '.advert'] })).toBe(TEXT.join('\n'))
  expect(text({ keep: '.story > p:first-child, .story > p:last-child' })).toBe(TEXT.join('\n'))
})

it('leaves out what is no part of the text, whoever found the rest', () => {
  expect(text({ drop: ['.advert', '.note'] })).toBe(TEXT.join('\n'))
})

it.each([
  [{ keep: '.gone' }],
  [{ keep: '::::' }],
  [{ drop: ['.gone', '%'] }],
  [{ keep: 'head' }],
  [{ keep: '.story', drop: ['.story'] }],
])('fits nothing, and says so: %j', rule => {
  expect(text(rule) ?? null).toSatisfy((found: string | null) => found === null || !found.includes(TEXT[0] as string))
  if (!('drop' in rule && rule.drop?.[0] === '.story')) expect(text(rule)).toBeUndefined()
})

it('leaves the page as it was', () => {
  const document = page()
  const before = document.documentElement.outerHTML
  extractByRule(document, URL, { host: 'news.example', keep: '.story', drop: ['.advert'] })
  expect(document.documentElement.outerHTML).toBe(before)
  expect(extractArticle(document, URL)).not.toBeNull()
})
