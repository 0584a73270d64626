import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../utils/extract/index.ts'
import { stripSiteName } from '../../../utils/extract/title.ts'
import { openPage } from './open-page.ts'

const TEXT =
  '<p>停了三年的夜市昨天傍晚重新亮灯，六十多个摊位沿着骑楼排开，从傍晚六点一直热闹到夜里十点，附近的街坊都出来了。</p>'
const titleOf = (head: string, body: string) =>
  extractArticle(openPage(`<title>${head}</title><body>${body}${TEXT.repeat(8)}</body>`), 'https://a.cn/1.html')?.title

describe('the headline', () => {
  it('is the one shown on the page, without what its head appends', () => {
    expect(titleOf('老街夜市重新亮灯_今日龙岗_南岭新闻网', '<h1>老街夜市重新亮灯</h1>')).toBe('老街夜市重新亮灯')
  })

  it('is the whole heading where the head was not brought up to date, not a word of it elsewhere', () => {
    const body = '<div class="title">Night Markets</div><h1>7 Night Markets to Visit with Children in 2025</h1>'
    expect(titleOf('7 Night Markets to Visit with Children in 2024', body)).toBe(
      '7 Night Markets to Visit with Children in 2025',
    )
  })

  it.each([
    ['城东菜市场搬新家 老摊主一个没落下 - 徐州街巷网', '徐州街巷网', '城东菜市场搬新家 老摊主一个没落下'],
    ['Harbour Courier | A quiet week on the ferry', 'Harbour Courier', 'A quiet week on the ferry'],
    ['没有站名的标题', '', '没有站名的标题'],
  ])('%s of %s', (title, site, headline) => {
    expect(stripSiteName(title, site)).toBe(headline)
  })
})
