import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../utils/article/article.ts'
import { decodePage } from '../../../utils/extract/decode.ts'
import { extractArticle, isNextOf } from '../../../utils/extract/index.ts'
import { joinPages } from '../../../utils/extract/join.ts'
import { openPage } from './open-page.ts'

describe('isNextOf', () => {
  it.each([
    ['https://a.cn/n/8812.html', 'https://a.cn/n/8812_2.html', true],
    ['https://a.cn/n/8812_2.html', 'https://a.cn/n/8812_3.html', true],
    ['https://a.cn/t20210611_8812.htm', 'https://a.cn/t20210611_8812_1.htm', true],
    ['https://a.cn/show?id=7', 'https://a.cn/show?id=7&page=2', true],
    ['https://a.cn/story/ferry', 'https://a.cn/story/ferry/2', true],
    ['https://a.cn/n/8812.html', 'https://a.cn/n/8813.html', false],
    ['https://a.cn/n/8812.html', 'https://a.cn/n/8812_3.html', false],
    ['https://a.cn/n/8812.html', 'https://b.cn/n/8812_2.html', false],
    ['https://a.cn/n/8812_2.html', 'https://a.cn/n/8812.html', false],
    ['https://a.cn/n/8812.html', 'not an address', false],
    ['https://a.cn/n/8812.htm', 'https://a.cn/n/8812_page_2.htm', true],
    ['https://a.cn/n/8812.html', 'https://a.cn/n/8812_Page2.html', true],
    ['https://a.cn/music-8812.html', 'https://a.cn/music-8812-p2.html', true],
    ['https://a.cn/', 'https://a.cn/page/2/', false],
  ])('%s → %s: %s', (from, to, expected) => {
    expect(isNextOf(from, to)).toBe(expected)
  })

  it('never leads in a circle', () => {
    const address = fc.constantFrom('1.html', '1_1.html', '1_2.html', '1_3.html', '1.html?page=2', '1/2', '2.html')
    fc.assert(
      fc.property(address, address, (a, b) => {
        const [one, two] = [`https://a.cn/${a}`, `https://a.cn/${b}`]
        expect(isNextOf(one, two) && isNextOf(two, one)).toBe(false)
      }),
    )
  })
})

describe('the link to the next page', () => {
  const text = '<p>停了三年的夜市昨天傍晚重新亮灯，六十多个摊位沿着骑楼排开，从傍晚六点一直热闹到夜里十点。</p>'.repeat(
    6,
  )
  const nextOf = (links: string) =>
    extractArticle(openPage(`<title>夜市</title><h1>老街夜市重新亮灯</h1>${text}${links}`), 'https://a.cn/8812.html')
      ?.nextPageUrl

  it('is taken from 下一页, by its address too', () => {
    expect(nextOf('<a href="8812_2.html">下一页</a>')).toBe('https://a.cn/8812_2.html')
    expect(nextOf('<a href="8813.html">下一页</a>')).toBeUndefined()
    expect(nextOf('<a href="https://b.cn/8812_2.html">下一页</a>')).toBeUndefined()
  })

  it.each([
    '<a href="8812_2.html">Continue reading »</a>',
    '<a href="8812_2.html">[2]</a>',
    '<a href="8812_2.html" class="pagination-next">★</a>',
  ])('may be %s', link => {
    expect(nextOf(link)).toBe('https://a.cn/8812_2.html')
    expect(nextOf(link.replace('8812_2', '8813'))).toBeUndefined()
  })

  it('is not that of the comments', () => {
    expect(nextOf('<div id="comment-list"><p>好看</p><a href="?page=2" rel="next">下一页</a></div>')).toBeUndefined()
    expect(nextOf('<div id="pages"><a href="?page=2" rel="next">下一页</a></div>')).toBe(
      'https://a.cn/8812.html?page=2',
    )
  })
})

function pageOf(lines: readonly string[], images: readonly string[] = []): Article {
  const html =
    lines.map(line => `<p>${line}</p>`).join('') + images.map(url => `<figure><img src="${url}"></figure>`).join('')
  return {
    ...{ url: 'https://a.cn/1.html', canonicalUrl: 'https://a.cn/1.html', title: '夜市', breadcrumb: [], credits: [] },
    ...{ language: 'zh-CN', html, text: lines.join('\n'), images: images.map(url => ({ url })) },
  }
}

describe('joinPages', () => {
  it('leaves out what a page repeats of the one before, and pictures seen', () => {
    const joined = joinPages([
      pageOf(['一', '二'], ['https://a.cn/1.jpg']),
      pageOf(['二', '三'], ['https://a.cn/1.jpg', 'https://a.cn/2.jpg']),
    ])
    expect(joined.text).toBe('一\n二\n三')
    expect(joined.html.match(/<p>/g)).toHaveLength(3)
    expect(joined.images.map(({ url }) => url)).toEqual(['https://a.cn/1.jpg', 'https://a.cn/2.jpg'])
    expect(joined.html.match(/<img/g)).toHaveLength(2)
  })

  it('loses no line, and shows no picture twice', () => {
    const line = fc.string({ unit: fc.constantFrom(...'夜市灯火人'), minLength: 1, maxLength: 6 })
    const page = fc.tuple(
      fc.uniqueArray(line, { minLength: 1, maxLength: 6 }),
      fc.subarray(['https://a.cn/1.jpg', 'https://a.cn/2.jpg']),
    )
    fc.assert(
      fc.property(page, fc.array(page, { maxLength: 4 }), (first, rest) => {
        const [one, ...more] = [first, ...rest].map(([lines, images]) => pageOf(lines, images)) as [
          Article,
          ...Article[],
        ]
        const joined = joinPages([one, ...more])
        const all = new Set(joined.text.split('\n'))
        for (const { text } of [one, ...more])
          for (const each of text.split('\n')) expect(all.has(each) || each === joined.title).toBe(true)
        const urls = joined.images.map(({ url }) => url)
        expect(new Set(urls).size).toBe(urls.length)
      }),
    )
  })
})

describe('decodePage', () => {
  const gbk = new Uint8Array([0xb6, 0xc1, 0xca, 0xe9])
  const utf8 = new TextEncoder().encode('读书')
  it('goes by the header, then by what the page says, then by what fits', () => {
    expect(decodePage(gbk, 'text/html; charset=GB2312')).toBe('读书')
    expect(
      decodePage(new Uint8Array([...new TextEncoder().encode('<meta charset="gbk">'), ...gbk]), 'text/html'),
    ).toContain('读书')
    expect(decodePage(gbk, '')).toBe('读书')
    expect(decodePage(utf8, '')).toBe('读书')
    expect(decodePage(utf8, 'text/html; charset=nonsense')).toBe('读书')
  })
})
