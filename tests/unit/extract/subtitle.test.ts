import { expect, it } from 'vitest'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'

const BODY = '<p>老茶馆的长桌中午坐满了人，灶台上的汤一直热着，街坊们端着碗坐下来说话。</p>'.repeat(6)
const subtitleOf = (around: string) => {
  const page = `<html lang="zh"><head><title>茶馆开食堂</title></head><body><div class="main">${around}<div class="text">${BODY}</div></div></body></html>`
  return extractArticle(openPage(page, 'https://news.example/a.html'), 'https://news.example/a.html')?.subtitle
}

it('takes a heading for it that the head says too, and no paragraph', () => {
  const deck = '一顿热饭十二块，街坊都说这价钱十年没变过，来晚了就没有座位'
  const read = (tag: string) => {
    const head = `<title>茶馆开食堂</title><meta name="description" content="${deck.slice(0, 24)}...">`
    const page = `<html lang="zh"><head>${head}</head><body><h1>茶馆开食堂</h1><div><${tag}>${deck}</${tag}>${BODY}</div></body></html>`
    return extractArticle(openPage(page, 'https://news.example/a.html'), 'https://news.example/a.html')
  }
  expect(read('h3')?.subtitle).toBe(deck)
  expect(read('h3')?.text).not.toContain(deck)
  expect(read('p')?.subtitle).toBeUndefined()
})

it.each([
  [
    'a line named so below the headline',
    '<h1>茶馆开食堂</h1><p class="sub-title">一顿热饭十二块</p>',
    '一顿热饭十二块',
  ],
  [
    'the line above it, where there is none below',
    '<p class="yinti">余杭五常街道</p><h1>茶馆开食堂</h1>',
    '余杭五常街道',
  ],
  [
    'the one below rather than the one above',
    '<p class="yinti">余杭五常街道</p><h1>茶馆开食堂</h1><p class="futi">一顿热饭十二块</p>',
    '一顿热饭十二块',
  ],
  ['a line that begins with a dash', '<h1>茶馆开食堂</h1><p>——余杭区五常街道见闻</p>', '余杭区五常街道见闻'],
  [
    'what 世界报 calls a description',
    '<h1>茶馆开食堂</h1><p class="article__desc">一顿热饭十二块</p>',
    '一顿热饭十二块',
  ],
  ['what the FT calls a lead', '<h1>茶馆开食堂</h1><div class="story-lead">一顿热饭十二块</div>', '一顿热饭十二块'],
  [
    'not what a box to follow a subject says',
    '<h1>茶馆开食堂</h1><div class="subTitle-follow"><p>一顿热饭十二块</p></div>',
    undefined,
  ],
  [
    'what Chinese magazines call the lead, past a list of who wrote it and when',
    `<h1>茶馆开食堂</h1><ul>${'<li>2013年第4期</li>'.repeat(7)}</ul><div class="lead">一顿热饭十二块</div>`,
    '一顿热饭十二块',
  ],
  [
    'what papers of other languages call a deck',
    '<h1>茶馆开食堂</h1><header><p class="bajada">Twelve yuan a meal</p></header>',
    'Twelve yuan a meal',
  ],
  [
    'what Chinese pages call a summary, however far down and headed so',
    `<h1>茶馆开食堂</h1>${'<p>手机看新闻</p>'.repeat(9)}<div class="abstract"><h4>摘要</h4><div>老街坊带着饭盒来，一顿热饭十二块，去年冬天起每天七十份</div></div>`,
    '老街坊带着饭盒来，一顿热饭十二块，去年冬天起每天七十份',
  ],
  [
    'what one should know, as 關鍵評論網 says',
    '<h1>茶館開食堂</h1><div class="WhyNeedKnow"><h2>我們想讓你知道的是</h2><p>老街坊帶著飯盒來，一頓熱飯十二塊，每天七十份。</p></div>',
    '老街坊帶著飯盒來，一頓熱飯十二塊，每天七十份。',
  ],
  ['a dek', '<h1>茶馆开食堂</h1><p class="dek">Twelve yuan a meal</p>', 'Twelve yuan a meal'],
  [
    'a summary of the title’s box',
    '<h1>茶馆开食堂</h1><p class="article-title__summary">Twelve yuan a meal</p>',
    'Twelve yuan a meal',
  ],
  [
    'what Kurier calls a lead',
    '<h1>茶馆开食堂</h1><div class="article-header-leadText"><p>Twelve yuan a meal</p></div>',
    'Twelve yuan a meal',
  ],
  [
    'not the first of the paragraphs in a box of that name',
    '<h1>茶馆开食堂</h1><div class="entry-summary"><p>Twelve yuan a meal</p><p>And tea with it</p></div>',
    undefined,
  ],
  ['not what only stands there', '<h1>茶馆开食堂</h1><p class="tools">加入收藏夹</p>', undefined],
  [
    'what Founder’s e-papers call so by the element',
    '<table><tr><td><founder-introtitle>余杭五常街道</founder-introtitle></td></tr><tr><td><h1>茶馆开食堂</h1></td></tr><tr><td><founder-subtitle>一顿热饭十二块</founder-subtitle></td></tr></table>',
    '一顿热饭十二块',
  ],
  ['not a line with HTML’s own sub in it', '<h1>茶馆开食堂</h1><p>每天烧一吨 H<sub>2</sub>O 泡茶</p>', undefined],
  [
    'not who wrote, with what they are',
    '<h1>茶馆开食堂</h1><p class="sub-title">Anna Lee, DVM, DACVB; Tom Beck, BA</p>',
    undefined,
  ],
  [
    'with two that are called by letters',
    '<h1>茶馆开食堂</h1><p class="sub-title">Tea houses, EU and UN, NATO and all the others</p>',
    'Tea houses, EU and UN, NATO and all the others',
  ],
  ['not a byline', '<h1>茶馆开食堂</h1><p class="sub-title">By Anna Lee | teahouse.example</p>', undefined],
  [
    'not what a form says at length above it',
    '<div class="sub-heading">Let your friends know what you are reading about the teahouse and its kitchen</div><h1>茶馆开食堂</h1>',
    undefined,
  ],
  ['not the motto of the site', '<p class="site-subtitle">能躺着绝不坐着</p><h1>茶馆开食堂</h1>', undefined],
  ['not a badge of one word', '<h1>茶馆开食堂</h1><p class="sub-title">public</p>', undefined],
  [
    'not a date, whatever it is called',
    '<h1>茶馆开食堂</h1><p class="sub-title">2024-11-02 09:30 来源：晨刊</p>',
    undefined,
  ],
])('%s', (_, around, expected) => {
  expect(subtitleOf(around)).toBe(expected)
})

it('is what the description says too and the text does not begin with', () => {
  const deck = '一顿热饭十二块，街坊都说这价钱十年没变过，来晚了就没有座位'
  const page = `<head><title>茶馆开食堂</title><meta name="description" content="${deck}"></head><body><header><h1>茶馆开食堂</h1><div>${deck}</div></header><article>${BODY}</article>`
  const article = extractArticle(openPage(page, 'https://news.example/a.html'), 'https://news.example/a.html')
  expect(article?.subtitle).toBe(deck)
  expect(article?.text).not.toContain(deck)
})

it('does not say the title again', () => {
  expect(subtitleOf('<h1>茶馆开食堂</h1><h2 class="subtitle">茶馆开食堂：一顿热饭十二块</h2>')).toBe('一顿热饭十二块')
})
