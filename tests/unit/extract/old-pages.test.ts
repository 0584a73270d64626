import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'

const LINES = [
  '平湖街道的旧书市集上周六重新开张，四十个摊位全部租了出去，附近的居民一早就在门口排起了长队。',
  '卖连环画的老周说，他守这个摊子守了二十三年，头一回见到孩子比大人来得多，带来的书不到中午就卖完了。',
  '街道办表示，市集将在每个周末开放到下午五点，雨天改在文化站一楼大厅举行，摊位费全年减免。',
  '市集旁边的修笔铺也重新开了门，师傅姓何，今年七十一岁，修一支钢笔收两块钱，修不好不收钱。',
]
const [FIRST, ...REST] = LINES.map(line => `<p>${line}</p>`)
const STORY = [FIRST, ...REST].join('')
const URL = 'http://www.pinghu.example/news/2007/1108/3721.html'

const read = (body: string, title = '旧书市集重新开张_平湖新闻网') =>
  extractArticle(openPage(`<html lang="zh"><title>${title}</title><body>${body}`, URL), URL)
const textOf = (body: string) => read(body)?.text
const within = (line: string, after = REST.join('')) => `<div>${FIRST}${line}${after}</div>`

describe('a table of data', () => {
  const row = (...cells: string[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`
  const table = `<table>${row('摊位', '月租', '人数')}${row('连环画', '120元', '2')}${row('钢笔', '90元', '1')}</table>`
  const rows = ['摊位\t月租\t人数', '连环画\t120元\t2', '钢笔\t90元\t1']

  it('between the paragraphs belongs to the text, whole', () => {
    expect(textOf(within(table))).toBe([LINES[0], ...rows, ...LINES.slice(1)].join('\n'))
  })

  it('does so though its cells are numbers, and the page is a table too', () => {
    const posts = ['黑水中学', '大垭中学', '三岔小学'].map(name => `<tr><td>${name}<td>2<td>3<td>0<td>`).join('')
    const menu = '<tr><td><img src="/dot.gif"><a href="/a">青石概况</a>'.repeat(12)
    const before = `${LINES[0]}<br>　　一、招聘条件<br>　　1、热爱教育，品行端正；<br>　　二、招聘岗位<br>`
    const after = '<br>　　三、报名时间和地点<br>　　7月15日至7月20日，县人事局二楼。报名费50元。<br>'
    const text = textOf(
      `<table><tr><td><table>${menu}</table><td>${before}<table border="1">${posts}</table>${after}</table>`,
    )
    expect(text).toContain('大垭中学\t2\t3\t0')
  })

  it('after the last paragraph does too, in a box of its own, before what else stands there', () => {
    const more = ['修笔', '旧邮票', '老照片', '搪瓷缸'].map((name, i) => row(name, `${9 + i}0元`, '1')).join('')
    const boxed = `<div class="table-wrap">${table.replace('</table>', `${more}</table>`)}</div>`
    const share = '<div class="share">扫一扫在手机打开当前页</div>'
    expect(textOf(`<div class="main"><h1>旧书市集重新开张</h1>${STORY}${boxed}${share}</div>`)).toContain(
      '搪瓷缸\t120元\t1',
    )
  })

  it('after the last paragraph does too, in the same box', () => {
    expect(textOf(`<div>${STORY}${table}</div><div class="side"><p>热门话题</p></div>`)).toBe(
      [...LINES, ...rows].join('\n'),
    )
  })

  it('in another box does not', () => {
    expect(textOf(`<div>${STORY}</div><div class="vote">${table}</div>`)).toBe(LINES.join('\n'))
  })
})

describe('between the paragraphs', () => {
  it('code is kept, and the numbers of its lines are not', () => {
    const code =
      '<figure><table><tr><td><pre>1\n2</pre></td><td><pre>mount /books\nls -l</pre></td></tr></table></figure>'
    expect(textOf(within(code))).toBe([LINES[0], 'mount /books\nls -l', ...LINES.slice(1)].join('\n'))
  })

  it('a subhead and its number stay, each in boxes of its own', () => {
    const subhead = '<section><section><p>01</p></section><section>先来认识老周</section></section>'
    expect(textOf(within(subhead))).toBe([LINES[0], '01', '先来认识老周', ...LINES.slice(1)].join('\n'))
  })

  it('a subhead stays where pictures stand before it', () => {
    const picture = '<section><p><img src="/1.jpg"></p></section>'
    const subhead = `${picture}${picture}<section><section><p>02</p></section><section>再来认识何师傅</section></section>`
    expect(textOf(within(subhead))).toBe([LINES[0], '02', '再来认识何师傅', ...LINES.slice(1)].join('\n'))
  })

  it('what only screen readers say goes, and links to headings and to editing them', () => {
    const heading =
      '<h2><a class="header-anchor" href="#zhou">#</a> 先来认识老周<span class="mw-editsection">[编辑]</span></h2>'
    const line = `<p>${LINES[1]}<span class="sr-only">（在新窗口打开）</span></p>`
    expect(textOf(within(heading, line + REST.slice(1).join('')))).toBe(
      [LINES[0], '先来认识老周', ...LINES.slice(1)].join('\n'),
    )
  })

  it('a heading of other articles with their links behind it ends the text, though it has a full stop', () => {
    const related = '<p>相关链接：<a href="/1">第一条</a>、<a href="/2">第二条</a>、<a href="/3">第三条</a>。</p>'
    const letter = '<p>读者来信：希望多进一些小人书，最好每个月都能添几本新的。</p>'
    expect(textOf(`<div>${STORY}${related}${letter}</div>`)).toBe(LINES.join('\n'))
  })

  it('a line in a box for something else stays out', () => {
    const aside = '<aside class="newsletter">订阅我们的早报，每天清晨送到邮箱</aside>'
    expect(textOf(within(aside))).toBe(LINES.join('\n'))
  })

  it('words that are hidden against copying go', () => {
    const hidden = '<div style="display:none">本文来自平湖论坛，转载请保留这一行，谢谢合作，欢迎常来坐坐。</div>'
    const jammer = `<p>${LINES[1]}<font class="jammer">k$6cx.7@ fwh</font></p>`
    expect(textOf(within(hidden, jammer + REST.slice(1).join('')))).toBe(LINES.join('\n'))
  })

  it('links to other articles behind a triangle go, and an invitation to read on', () => {
    const links = '<p>請繼續往下閱讀...</p><p><a href="/1.html">►老周的连环画，一早就卖完了</a></p>'
    expect(textOf(within(links))).toBe(LINES.join('\n'))
  })

  it('a sentence that begins like a heading of comments is one', () => {
    const last = '<p>评论区问书还有没有：周末还有。</p>'
    expect(textOf(`<div>${STORY}${last}</div>`)).toBe([...LINES, '评论区问书还有没有：周末还有。'].join('\n'))
  })
})

describe('around the text', () => {
  it.each([
    '《平湖日报》（2007年11月08日第二版）',
    '编辑｜周小满',
    '上一页返回章节列表下一页',
    '共 1 页 1',
    '小说：雪渡 作者：断桥残雪 字数：612 更新时间：2008-12-03',
    '（本文为原创，谢绝转载）',
    '本文系平湖新闻网独家稿件，谢绝转载。',
    '未经正式授权严禁转载本文，侵权必究。',
    '1、凡本网注明“来源：平湖新闻网”的所有作品，未经授权不得转载。',
  ])('%s goes', line => {
    expect(textOf(`<div>${STORY}<p>${line}</p></div>`)).toBe(LINES.join('\n'))
  })

  it('a bar of single words goes, and a line that begins with the day and names who wrote it', () => {
    const bar = ['讚', '分享', '列印', 'A+'].map(word => `<li>${word}</li>`).join('')
    const line = '<p>2007-11-08 08:45 平湖報／ 記者周小滿／即時報導</p>'
    expect(textOf(`<div>${line}<ul>${bar}</ul>${STORY}</div>`)).toBe(LINES.join('\n'))
  })

  it('what a notice ends with stays: what is attached, who wrote it and when', () => {
    const end = ['附件：摊位报名表.doc', '二○○七年十一月八日', '平湖街道办事处 2007年11月8日']
    expect(textOf(`<div>${STORY}${end.map(line => `<p>${line}</p>`).join('')}</div><p>[打印] [关闭]</p>`)).toBe(
      [...LINES, ...end].join('\n'),
    )
  })
})

describe('the headline of an old page', () => {
  const page = (headline: string, line: string) =>
    `<table><tr><td>当前位置：<a href="/">首页</a> &gt; 街坊</td></tr><tr><td align="center"><font size="4">${headline}</font></td></tr>
     <tr><td align="center">${line}</td></tr><tr><td>${STORY}</td></tr></table>`

  it.each(['发布时间：2007-11-08 15:04:31　浏览次数：217', '2007年11月8日 平湖晚报 记者 周小满'])(
    'stands above %s, where the head names the site alone',
    line => {
      expect(read(page('旧书市集周末重新开张', line), '平湖信息港--街坊')?.title).toBe('旧书市集周末重新开张')
    },
  )

  it('is not a line with counters', () => {
    const line = '2007-11-08 15:04'
    expect(read(page('旧书市集 点击:3021 回复:42', line), '旧书市集 - 平湖')?.title).toBe('旧书市集')
  })

  it('may be of three characters, and is no day', () => {
    const body = `<h1><a href="/">秋水轩</a></h1><h4>2008-4-24 10:03:48</h4><h2 class="post-title">十八会</h2><div>${STORY}</div>`
    expect(read(body, '秋水轩-十八会')?.title).toBe('十八会')
  })

  it('is without the mark of a link to itself', () => {
    const body = `<h1><a class="header-anchor" href="#a">#</a> 旧书市集重新开张</h1><div>${STORY}</div>`
    expect(read(body)?.title).toBe('旧书市集重新开张')
  })

  it('is confirmed by a head that writes it with a dash', () => {
    const body = `<h2>平湖中学2007年招聘公告</h2><div>${STORY}</div><h3>平湖中学</h3>`
    expect(read(body, '平湖中学 - 2007年招聘公告')?.title).toBe('平湖中学2007年招聘公告')
  })
})

describe('the caption of an old page', () => {
  const captionOf = (body: string) => read(body)?.images[0]?.caption

  it('stands in the same table as its picture, and nothing else does', () => {
    const framed =
      '<table><tr><td><img src="/1.jpg"></td></tr><tr><td>清早六点，老主顾在门口排起了队。</td></tr></table>'
    expect(captionOf(within(framed))).toBe('清早六点，老主顾在门口排起了队。')
    expect(textOf(within(framed))).toBe(LINES.join('\n'))
  })

  const picture = '<p><img src="/1.jpg"></p>'

  it('stands below its picture in a paragraph like any other, and is no sentence', () => {
    const line = '市集上的老周在整理连环画'
    const article = read(within(`${picture}<p>${line}</p>`))
    expect(article?.images[0]?.caption).toBe(line)
    expect(article?.text).toBe(LINES.join('\n'))
    const about = `<p>来源：平湖晚报</p>${FIRST}${picture}<p>${line}</p>${REST.join('')}`
    expect(captionOf(`<div>${about}</div>`)).toBe(line)
  })

  it.each([
    ['a sentence', '<p>老周在整理连环画。</p>', ''],
    ['a heading', '<p><b>老周和他的连环画</b></p>', ''],
    ['one of several such lines, which are headings', '<p>老周和他的连环画</p>', '<p>何师傅和他的钢笔</p>'],
  ])('is not %s', (_, line, other) => {
    expect(captionOf(within(`${picture}${line}`, `${REST[0]}${other}${REST.slice(1).join('')}`))).toBeUndefined()
  })

  it('stands below its picture in one centred box', () => {
    expect(captionOf(within('<div align="center"><img src="/1.jpg"><br>市集上的连环画</div>'))).toBe('市集上的连环画')
  })
})

it('the caption is the longer of two lines in its box: the other is a label for screen readers', () => {
  const figure =
    '<figure><img src="/1.jpg"><figcaption><span>图像加注文字，</span><p>市集一早就排起了长队。</p></figcaption></figure>'
  expect(read(within(figure))?.images[0]?.caption).toBe('市集一早就排起了长队。')
})

describe('who wrote it and where it is from', () => {
  it('is the source in an element named so, though the head calls it the author too, as 新浪 does', () => {
    const head = '旧书市集重新开张</title><meta property="article:author" content="平湖早报"><title>'
    const line = '<p>2019年10月23日 18:07 <a class="source" href="/b">平湖早报</a></p>'
    expect(read(`<h1>旧书市集重新开张</h1>${line}<div>${STORY}</div>`, head)?.source?.name).toBe('平湖早报')
    const author = '<p>2019年10月23日 18:07 <span class="author-name">榕树下老陈</span></p>'
    const named = '<p><a class="source" href="/b">榕树下老陈</a></p>'
    expect(read(`<h1>旧书市集重新开张</h1>${author}${named}<div>${STORY}</div>`)?.source).toBeUndefined()
  })

  it('is a source without what 联合早报 puts before its name', () => {
    const line = '<h4>文 / <a href="/b">林小满</a> <span class="source">来自 / <a href="/">平湖早报</a></span></h4>'
    expect(read(`<h1>旧书市集</h1>${line}<div>${STORY}</div>`)?.source?.name).toBe('平湖早报')
  })

  it('is a source also without a colon, as 财新 writes', () => {
    const line = '<p>2019年10月23日 18:07 来源于 <a href="/">平湖晚报</a> 听报道</p>'
    expect(read(`<h1>旧书市集</h1>${line}<div>${STORY}</div>`)?.source?.name).toBe('平湖晚报')
  })

  it('is a source without its brackets and strokes', () => {
    const beside = (name: string) =>
      read(`<h1>旧书市集</h1><p>${name} 2007-11-08 08:45</p><div>${STORY}</div>`)?.source?.name
    expect(beside('【平湖晚报】')).toBe('平湖晚报')
    expect(beside('平湖晚报／')).toBe('平湖晚报')
    expect(beside('平湖晚报 跟帖 214 条 手机看新闻')).toBe('平湖晚报')
  })

  it('is no word of what the page does: 编辑于, 更新, 来自某地', () => {
    expect(read(`<h1>旧书市集重新开张</h1><p>编辑于 2007-11-08 08:45</p><div>${STORY}</div>`)?.source).toBeUndefined()
  })

  it('is who the page calls its author, without a label', () => {
    const line = '<div class="post-info"><a class="follow-nickName">连环画老周</a> 2007-11-08 08:45</div>'
    expect(read(`<h1>旧书市集重新开张</h1>${line}<div>${STORY}</div>`)?.credits).toEqual([
      { role: 'author', name: '连环画老周' },
    ])
  })

  it('is not what a button does', () => {
    const line = '<p>作者：周小满 编辑 举报 收藏</p>'
    expect(read(`<h1>旧书市集重新开张</h1>${line}<div>${STORY}</div>`)?.credits).toEqual([
      { role: 'author', name: '周小满' },
    ])
  })
})
