import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'

const teaser = (i: number) =>
  `<div class="item"><h3><a href="/n/${i}.html">街道办第${i}次便民服务日活动顺利举行</a></h3><p>居民代表参加了活动。</p></div>`

const list = (count: number) =>
  `<ul>${Array.from({ length: count }, (_, i) => `<li><a href="/n/${i}.html">今日要闻第${i}条:某社区举行读书会</a></li>`).join('')}</ul>`

describe('pages without an article', () => {
  it.each([
    ['a front page of lists', `<h1>某某新闻网</h1>${list(60)}${list(40)}`],
    ['a front page of teasers', `<h1>某某新闻网</h1>${Array.from({ length: 30 }, (_, i) => teaser(i)).join('')}`],
    ['a page with an empty body', ''],
    ['a form', '<form><label>用户名</label><input><label>密码</label><input><button>登录</button></form>'],
  ])('%s give nothing', (_, body) => {
    expect(
      extractArticle(openPage(`<title>某某新闻网</title><body>${body}</body>`), 'https://news.example/'),
    ).toBeNull()
  })
})
