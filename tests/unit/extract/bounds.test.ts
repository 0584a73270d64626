import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../utils/extract/index.ts'
import { LIMITS, readPage } from '../../../utils/extract/page-tree.ts'
import { openPage } from './open-page.ts'

const URL = 'https://news.example/2021/06/11/1.html'
const PARAGRAPH = '街道办工作人员连夜把物资送到了每一户居民家中,大家都说心里踏实多了。'

/** `depth` elements within each other, built node by node as no parser would. */
function nest(document: Document, depth: number): void {
  let inner = document.body
  for (let i = 0; i < depth; i++) inner = inner.appendChild(document.createElement('div'))
  inner.append(
    ...Array.from({ length: 5 }, () => Object.assign(document.createElement('p'), { textContent: PARAGRAPH })),
  )
}

describe('whatever a page does, reading it ends', () => {
  it('reads the beginning of a page of 40,000 paragraphs', () => {
    const paragraphs = Array.from({ length: 40_000 }, (_, i) => `<p>第${i}户:${PARAGRAPH}</p>`)
    const document = openPage(`<body><article>${paragraphs.join('')}</article></body>`, URL)
    const page = readPage(document, URL)
    expect(page?.truncated).toBe(true)
    expect(extractArticle(document, URL)?.text.split('\n').length).toBeGreaterThan(LIMITS.nodes / 4)
  }, 60_000)

  it('reads text below the depth that it follows', () => {
    const document = openPage('<body></body>', URL)
    nest(document, LIMITS.depth * 20)
    expect(extractArticle(document, URL)?.text).toContain(PARAGRAPH)
  }, 60_000)

  it('reads an element with 4,000 attributes', () => {
    const attributes = Array.from({ length: 4_000 }, (_, i) => `data-a${i}="x"`).join(' ')
    const document = openPage(`<body><article ${attributes}>${`<p>${PARAGRAPH}</p>`.repeat(6)}</article></body>`, URL)
    expect(extractArticle(document, URL)?.text).toContain(PARAGRAPH)
  }, 60_000)

  it.each([
    ['spaces', ' '.repeat(20_000)],
    ['brackets', '('.repeat(20_000)],
    ['digits', '2021-'.repeat(4000)],
    ['names', '记者 张三、'.repeat(4000)],
    ['bars', '| '.repeat(10_000)],
    ['closing comments', '*/ '.repeat(10_000)],
    ['dots', '.'.repeat(100_000)],
    ['title marks', '《'.repeat(50_000)],
    ['arrows', '> '.repeat(50_000)],
    ['class names', 'ad- '.repeat(20_000)],
  ])(
    'reads a line of %s in everything that is matched',
    (_, filler) => {
      const document = openPage(
        `<head><title>${filler}</title><meta name="date" content="${filler}">
       <script type="application/ld+json">${filler}</script></head>
       <body><h1>${filler}</h1><p class="time">${filler}</p><div class="${filler}"><p>${PARAGRAPH}</p></div>${`<p>${PARAGRAPH}</p>`.repeat(6)}<p>${filler}</p></body>`,
        URL,
      )
      expect(() => extractArticle(document, URL)).not.toThrow()
    },
    20_000,
  )
})
