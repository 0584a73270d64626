import { expect, it } from 'vitest'
import { extractArticle } from '../../../utils/extract/index.ts'
import { type PageTree, readPage } from '../../../utils/extract/page-tree.ts'
import { elementsOf } from '../../../utils/extract/tree.ts'
import { openPage } from './open-page.ts'

const SHOWN = [
  '昨天上午，坂田街道的阅览室换上了新书架，街坊们下班以后也能进来坐一坐，看看书，喝一杯热茶。',
  '书架是木工班的学员做的，一共十二个，靠墙摆了一圈，中间留出来的地方铺了地毯。',
  '管理员说，书可以借走，看完放回原处就好，第一批书是街坊们自己带来的。',
]
const COVERED = [
  '开放时间从早上九点延到晚上十点，周末也不休息，值班的人是附近的退休教师，轮流来。',
  '孩子们最喜欢靠窗的那一排座位，放学以后总要坐满，写完作业的就翻一翻画册再回家去。',
]
const inParagraphs = (lines: readonly string[]) => lines.map(line => `<p>${line}</p>`).join('')
const URL = 'http://news.example/2025/0402/9.html'

const read = (after: string) =>
  extractArticle(
    openPage(
      `<title>阅览室换了新书架</title><body><h1>阅览室换了新书架</h1><div class="content">${inParagraphs(SHOWN)}${after}</div>`,
      URL,
    ),
    URL,
  )?.text

it.each([
  ['a box with the style', `<div class="more" style="display:none">${inParagraphs(COVERED)}</div><a>展开全文</a>`],
  ['a box with the attribute', `<div class="hide" hidden>${inParagraphs(COVERED)}</div><div>点击阅读全文</div>`],
  ['paragraphs', `${COVERED.map(p => `<p style="display: none">${p}</p>`).join('')}<span>展开剩余（60%）</span>`],
])('what a click would unfold belongs to the article: %s', (_, after) => {
  expect(read(after)).toBe([...SHOWN, ...COVERED].join('\n'))
})

it.each([
  ['login-popup', true],
  ['more', false],
])('a box that is hidden for another reason stays so: %s', (name, hidden) => {
  const box = `<div class="${name}" style="display:none">${inParagraphs(COVERED)}</div>`
  const page = readPage(openPage(`<body>${inParagraphs(SHOWN)}${box}<a>展开全文</a></body>`), URL) as PageTree
  expect([...elementsOf(page.body)].find(({ tag }) => tag === 'div')?.hidden).toBe(hidden)
})

it('what React has sent for another place of the page is shown, its headline and day too', () => {
  const story = `<h1>老街夜市重新亮灯</h1><p>2024-05-06 07:08</p>${inParagraphs(SHOWN)}${inParagraphs(COVERED)}`
  const page = openPage(`<title>夜市</title><div id="B:0">载入中</div><div hidden id="S:0">${story}</div>`)
  const article = extractArticle(page, 'https://a.cn/1.html')
  expect(article).toMatchObject({ title: '老街夜市重新亮灯', publishedAt: '2024-05-06T07:08:00+08:00' })
})

it('what React has sent for places within a text stands in them, once, and what filled them until then is gone', () => {
  const place = (kind: string, number: number) => `<template id="${kind}:${number}"></template>`
  const boundary = `<!--$?-->${place('B', 0)}<p>段落载入中，请您稍等片刻，马上就好。</p><!--/$-->`
  const sent = (number: number, html: string) => `<div hidden id="S:${number}">${html}</div>`
  const late = [sent(1, `<p>${COVERED[1]}</p>${place('B', 0)}`), sent(0, `<p>${COVERED[0]}</p>${place('P', 1)}`)]
  const text = read(`${boundary}<p>${SHOWN[0]}完。</p>${late.join('')}`)
  expect(text?.split('\n')).toEqual([...SHOWN, ...COVERED.slice(0, 2), `${SHOWN[0]}完。`])
})

it('reads what a button says where that is a heading, or a question whose answer it unfolds', () => {
  const section = (heading: string) => read(`${heading}<div>${inParagraphs(COVERED)}</div>`)
  expect(section('<h3><button>晚上开到几点钟呢</button></h3>')).toContain('晚上开到几点钟呢')
  expect(section('<div><button aria-expanded="false">阅览室晚上开到几点钟？</button></div>')).toContain('几点钟？')
  expect(section('<div><button>阅览室晚上开到几点钟？</button></div>')).not.toContain('几点钟？')
  expect(section('<h3>晚上开到几点钟呢 <button>链接</button></h3>')).not.toContain('链接')
})
