import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../utils/extract/index.ts'
import { type PageElement, type PageTree, readPage } from '../../../utils/extract/page-tree.ts'
import { elementsOf, rawText } from '../../../utils/extract/tree.ts'
import { openPage } from './open-page.ts'

const URL = 'https://news.example/2021/06/11/1.html'
const SECTIONS = ['首页', '国内新闻', '国际新闻', '社会', '深圳', '财经频道', '文化', '体育', '视频', '图片', '专题']

const items = (texts: readonly string[], more = ''): string =>
  texts.map((text, i) => `<li><a href="/${i}">${text}</a>${more}</li>`).join('')
const list = (texts: readonly string[], attributes = '', more = ''): string =>
  `<ul ${attributes}>${items(texts, more)}</ul>`

/** How many links of the first list are kept apart. */
function linksIn(body: string, whole = false): number {
  const page = readPage(openPage(`<body>${body}</body>`, URL), URL, whole)
  const found = page && [...elementsOf(page.body)].find(element => element.tag === 'ul')
  return [...elementsOf(found as PageElement)].filter(element => element.tag === 'a').length
}

describe('a menu is read as a line for each link', () => {
  it('whose words are all there, as links', () => {
    const page = readPage(openPage(`<body>${list(SECTIONS)}</body>`, URL), URL)
    expect(linksIn(list(SECTIONS))).toBe(1)
    expect(page && rawText(page.body)).toBe(SECTIONS.join('\n'))
  })

  it('with its submenus', () => {
    expect(linksIn(`<ul><li><a href="/">深圳</a>${list(SECTIONS)}</li>${items(SECTIONS)}</ul>`)).toBe(1)
  })

  it.each([
    ['that one asked for whole', list(SECTIONS), true],
    ['of headlines that are pictures', list(SECTIONS, '', '<img src="/a.jpg">'), false],
    ['of links with words about them', list(SECTIONS, '', '：市民在这里可以查到所有的消息'), false],
    ['of long headlines', list(SECTIONS.map(text => text.repeat(25))), false],
    ['with days', list(SECTIONS, '', '<time>2021-06-11</time>'), false],
  ])('but not a list %s', (_, html, whole) => {
    expect(linksIn(html, whole)).toBe(SECTIONS.length)
  })

  it('of years, each with how much is in it', () => {
    const years = ['2024', '2023', '2022', '2021', '2020']
    expect(linksIn(list(years, '', ' (128)'))).toBe(1)
    expect(linksIn(list(years, '', ' (see page 128)'))).toBe(years.length)
  })

  it('with headings and pictures in it, where the page says that it is a menu', () => {
    const shop = `<h3>频道</h3><p><img src="/a.png"></p>${list(SECTIONS)}<h3>服务</h3>${items(SECTIONS)}`
    const links = (tag: string) => {
      const page = readPage(openPage(`<body><${tag}>${shop}</${tag}></body>`, URL), URL) as PageTree
      return [...elementsOf(page.body)].filter(element => element.tag === 'a').length
    }
    expect(links('nav')).toBe(1)
    expect(links('div')).toBe(1 + SECTIONS.length)
  })

  it('but not two links', () => {
    expect(linksIn(list(SECTIONS.slice(0, 2)))).toBe(2)
  })
})

const ARTICLE = `<h1>街道连夜为居民送物资</h1>${'<p>街道办工作人员连夜把物资送到了每一户居民家中，大家都说心里踏实多了。</p>'.repeat(6)}`
const read = (html: string) => extractArticle(openPage(`<body>${html}</body>`, URL), URL)

it('a breadcrumb of list items is no menu', () => {
  expect(read(list(['首页', '深圳', '龙岗', '街道'], 'class="breadcrumb"') + ARTICLE)?.breadcrumb).toEqual([
    '深圳',
    '龙岗',
    '街道',
  ])
})

it.each([
  [
    'of numbers',
    list(['1', '2', '3', '4', '»']).replace('<a href="/4">', '<a href="/2021/06/11/1_2.html" title="下一页">'),
  ],
  ['of words', list(['上一页', '第一页', '第二页', '下一页']).replace('"/3"', '"/2021/06/11/1_2.html"')],
  [
    'that only says which is next',
    list(['Beginning', 'Middle', 'End']).replace('href="/1"', 'rel="next" href="/2021/06/11/1_2.html"'),
  ],
])('a pager %s is no menu', (_, pager) => {
  expect(read(ARTICLE + pager)?.nextPageUrl).toBe('https://news.example/2021/06/11/1_2.html')
})

it('a list of links within a text is a list again', () => {
  const line = '街坊说这些店都开了十几年，老板认得每个客人，周末来晚了就没有座位。'
  const story = `<p>${line}</p><p>${line}下面是他们常去的几家：</p>${list(['老茶馆', '云吞面', '糖水铺'])}<p>${line}还有更多。</p>`
  const page = `<title>老街的店</title><body><article><h1>老街的店</h1>${story}</article>`
  const article = extractArticle(openPage(page, URL), URL)
  expect(article?.html).toContain('<ul><li>老茶馆</li><li>云吞面</li><li>糖水铺</li></ul>')
  expect(article?.text).toContain('老茶馆\n云吞面\n糖水铺\n')
})

describe('what stands below a text and beside it is not read', () => {
  const wordsOf = (html: string, whole = false) =>
    rawText((readPage(openPage(`<body>${html}</body>`, URL), URL, whole) as PageTree).body)
  const text = `<div>${'<p>街道办工作人员连夜把物资送到了每一户居民家中，大家都说心里踏实多了。楼下的小店也开了门，老板把热汤端到路边，来的人都可以喝一碗，不收钱，一直开到后半夜，等最后一车物资卸完才关门。</p>'.repeat(10)}</div>`
  const said = '楼上的张阿姨：我也喝到了'

  it.each([
    'id="comments"',
    'class="comments-area"',
    'class="PostsPage-commentsSection"',
    'class="site-footer"',
    'class="widget-area"',
    'class="article-sidebar swappable"',
  ])('a box with %s', attributes => {
    const box = `<div ${attributes}><p>${said}</p></div>`
    expect(wordsOf(text + box)).not.toContain(said)
    expect(wordsOf(box + text)).toContain(said)
    expect(wordsOf(text + box, true)).toContain(said)
    expect(wordsOf(text + box.replace(said, `<h1>${said}</h1>`))).toContain(said)
    expect(wordsOf(text + box.replaceAll('div', 'main'))).toContain(said)
  })

  it.each(['class="has-sidebar"', 'class="inline-and-sidebar-container"', 'class="comment"', 'class="article-footer"'])(
    'but one with %s is',
    attributes => {
      expect(wordsOf(`${text}<div ${attributes}><p>${said}</p></div>`)).toContain(said)
    },
  )

  it('the footer of the page, not that of an article', () => {
    const footer = `<footer><p>${said}</p></footer>`
    expect(wordsOf(text + footer)).not.toContain(said)
    expect(wordsOf(`<article>${text}${footer}</article>`)).toContain(said)
  })

  it('nor does what links say count as a text before it', () => {
    const links = text.replaceAll('<p>', '<p><a href="/a">')
    expect(wordsOf(`${links}<div class="sidebar">${said}</div>`)).toContain(said)
  })
})
