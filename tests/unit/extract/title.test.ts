import { describe, expect, it } from 'vitest'
import { settleBlocks } from '../../../utils/extract/blocks.ts'
import { decodeEntities } from '../../../utils/extract/entities.ts'
import { extractArticle } from '../../../utils/extract/index.ts'
import { readJsonLd } from '../../../utils/extract/json-ld.ts'
import { type PageTree, readPage } from '../../../utils/extract/page-tree.ts'
import { headlineFinder } from '../../../utils/extract/title.ts'
import { stripSiteName } from '../../../utils/extract/title-parts.ts'
import { openPage } from './open-page.ts'

const TEXT =
  '<p>停了三年的夜市昨天傍晚重新亮灯，六十多个摊位沿着骑楼排开，从傍晚六点一直热闹到夜里十点，附近的街坊都出来了。</p>'
const titleOf = (head: string, body: string) =>
  extractArticle(openPage(`<title>${head}</title><body>${body}${TEXT.repeat(8)}</body>`), 'https://a.cn/1.html')?.title

describe('the headline', () => {
  it('is the one shown on the page, without what its head appends', () => {
    expect(titleOf('老街夜市重新亮灯_今日龙岗_南岭新闻网', '<h1>老街夜市重新亮灯</h1>')).toBe('老街夜市重新亮灯')
  })

  it('is without the label that screen readers say before it', () => {
    const body = '<h1><div><span class="visuallyhidden">Headline:</span> Forty stalls on the harbour</div></h1>'
    expect(titleOf('Forty stalls on the harbour', body)).toBe('Forty stalls on the harbour')
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

describe('the headline among other things that look like one', () => {
  it('is never the name of the site, though that is the first heading', () => {
    const body = '<h1>Kiesgrube</h1><h2>Der alte Kran am Fluss wird versetzt</h2>'
    const head = '<title>Kiesgrube » Der alte Kran am Fluss wird versetzt</title>'
    const page = openPage(`${head}<body>${body}${TEXT.repeat(8)}</body>`)
    expect(extractArticle(page, 'https://www.kiesgrube.de/kran/')?.title).toBe('Der alte Kran am Fluss wird versetzt')
  })

  it('is the line above the text that the head begins with, not the office’s name on top that it ends with', () => {
    const menu = '<ul><li><a href="/a">概况</a></li><li><a href="/b">动态</a></li></ul>'.repeat(8)
    const body = (line: string) => `<div><h1>汉州区人民法院</h1></div>${menu}<div class="b_title">${line}</div>`
    expect(titleOf('老赖躲进酒窖 法官闻香执行 - 汉州区人民法院', body('老赖躲进酒窖 法官闻香执行'))).toBe(
      '老赖躲进酒窖 法官闻香执行',
    )
    const signed = `<p class="tit">警情通报</p>${TEXT.repeat(6)}<p>汉州区人民法院</p>`
    expect(titleOf('警情通报 - 汉州区人民法院', signed)).toBe('警情通报')
  })

  it('is the main heading, not a copy of it in a box for sharing above', () => {
    const tools = ['Post it', 'Mail it', 'Print it', 'Keep it'].map(tool => `<p>${tool} now</p>`).join('')
    const box = `<div><h4>Der alte Kran wird versetzt</h4><p>Der Kran steht bald auf der anderen Seite.</p>${tools}</div>`
    const page = openPage(`<title>Der alte Kran wird versetzt</title>${box}<h1>Der alte Kran wird versetzt</h1>${TEXT}`)
    const tree = readPage(page, 'https://kran.example/1') as PageTree
    const find = headlineFinder(tree.head, readJsonLd([]), 'https://kran.example/1')
    expect(find(settleBlocks(tree.body), 1).block?.element.tag).toBe('h1')
  })

  it('is what the head says, not a greeting far above it for those with old browsers', () => {
    const greeting = '<div><h1>Liebe Freunde der Kräne am Fluss,</h1><p>Ihr Browser ist zu alt. Nehmen Sie bitte:</p>'
    const browsers = '<ul><li><a href="/a">Einen</a></li><li><a href="/b">Anderen</a></li></ul>'.repeat(8)
    const body = `${greeting}${browsers}</div><h1>Der alte Kran wird versetzt</h1>`
    const page = openPage(`<title>Der alte Kran wird versetzt</title>${body}${TEXT.repeat(8)}`)
    const tree = readPage(page, 'https://kran.example/1', true) as PageTree
    const find = headlineFinder(tree.head, readJsonLd([]), 'https://kran.example/1')
    expect(find(settleBlocks(tree.body), 1).title).toBe('Der alte Kran wird versetzt')
  })

  it('is without the day and the source that PHPCMS writes in its heading', () => {
    const below = '<span>2014-05-24 09:14:47&nbsp;来源：县新闻中心&nbsp;评论：<a href="#c">0</a></span>'
    const heading = `<h1>包粽子比出大订单 老街巧手赛端午<br />${below}</h1>`
    expect(titleOf('包粽子比出大订单 老街巧手赛端午 - 乡镇动态 - 县新闻网', heading)).toBe(
      '包粽子比出大订单 老街巧手赛端午',
    )
    const year = '<h1>The bridge reopened on <em>5 May 2014</em></h1>'
    expect(titleOf('The bridge reopened on 5 May 2014 - Courier', year)).toBe('The bridge reopened on 5 May 2014')
  })

  it('is not what the logo says, though the head ends with it', () => {
    const logo = '<h1 class="topbar__logo__title">墟市客 MARKET</h1>'
    const headline = '<div class="box"><h2><a href="/1">尖石_夜市賞燈 (2)</a></h2></div>'
    expect(titleOf('尖石_夜市賞燈 (2) @ 老陳的家_藍天 :: 墟市客 MARKET ::', logo + headline)).toBe('尖石_夜市賞燈 (2)')
  })

  it('is not what stands in a box named a subtitle, though the head begins with it', () => {
    const headline = '„Mit Schwung“ / Edda Voss-Brand am Kran gefeiert'
    const picture = '<div class="image-subtitle">Edda Voss-Brand</div>'
    const body = `<h1><a href="/1.html">${headline}</a></h1>${picture}`
    expect(titleOf('Edda Voss-Brand am Kran gefeiert', body)).toBe(headline)
  })

  it('is not the name of the blog, which stands in the first heading, and in the head after the headline', () => {
    const links = '<ul><li><a href="/a">概况</a></li><li><a href="/b">动态</a></li></ul>'.repeat(8)
    const body = (headline: string) => `<h1>南溪小筑</h1>${links}${headline}`
    expect(titleOf('外婆的梅干菜_南溪小筑_某某博客', body('<h4>外婆的梅干菜</h4>'))).toBe('外婆的梅干菜')
    expect(titleOf('外婆的梅干菜（二） - 南溪小筑', body('<h4>外婆的梅干菜</h4>'))).toBe('外婆的梅干菜')
    const english = body('<div>It is as it is: up we go</div>').replace('南溪小筑', 'South Creek Courier')
    expect(titleOf('It is as it is: up we go | South Creek Courier', english)).toBe('It is as it is: up we go')
  })

  it('is the last of what the head says where a paper stands first, longer though its name is', () => {
    const body = '<div>为古榕让路四米</div><h3>市政部门三改设计留住村庄记忆</h3>'
    expect(titleOf('南岭晚报多媒体数字报刊平台-为古榕让路四米', body)).toBe('为古榕让路四米')
  })

  it('is what the head says above the text, not how a speech repeats it at its beginning', () => {
    const body =
      '<div>程守仁同志在全县农村工作会议上的讲话</div><p>2008-03-04 10:20</p><p>在全县农村工作会议上的讲话</p><p>县委书记</p><p>同志们：</p>'
    expect(titleOf('程守仁同志在全县农村工作会议上的讲话 - 长岭党建网', body)).toBe(
      '程守仁同志在全县农村工作会议上的讲话',
    )
  })

  it.each([
    ['<p align="center"><b>老船工的最后一趟渡</b></p>'],
    ['<center><font size="5">老船工的最后一趟渡</font></center>'],
    ['<div align="center"><span style="font-size:22px">老船工的最后一趟渡</span></div>'],
  ])('is large or bold in the middle where the head only names the paper: %s', line => {
    const others = '<p align="center">石婆渡口昨日撤渡</p><p>■ 南岭晚报记者 方见山</p>'
    expect(titleOf('南岭晚报多媒体数字报', `<p align="center">摇橹三十八年</p>${line}${others}`)).toBe(
      '老船工的最后一趟渡',
    )
  })

  it.each([
    ['no larger than the rest', '<p align="center">老船工的最后一趟渡</p>'],
    ['at the side', '<p><b>老船工的最后一趟渡</b></p>'],
    ['about the article', '<p align="center"><b>来源：江淮晨报</b></p>'],
    ['a link', '<p align="center"><b><a href="/a">老船工的最后一趟渡</a></b></p>'],
  ])('but not where it is %s', (_, line) => {
    expect(titleOf('南岭晚报多媒体数字报', line)).toBe('南岭晚报多媒体数字报')
  })

  it('is without what 动易 calls the article before it', () => {
    expect(
      titleOf('徒步婺源：油菜花外的三天 ---- 行者旅游网', '<td>[推荐]徒步婺源：油菜花外的三天</td><p>三个人</p>'),
    ).toBe('徒步婺源：油菜花外的三天')
  })

  it('is read where its head writes an apostrophe in hexadecimal, escaped twice', () => {
    const head = 'The crane</title><meta property="og:title" content="The crane&amp;#x27;s last move"><title>'
    expect(titleOf(head, '')).toBe("The crane's last move")
    expect(decodeEntities('&#39;&#X27;&#8217; &#ab; &rsquo;')).toBe("''’ &#ab; ’")
  })

  it('leaves out a kicker and a date in elements of their own, where the head has the rest', () => {
    const body = '<h1><span>Nach dem Hochwasser</span> <span>Die Fähre am Fluss fährt wieder nach Plan</span></h1>'
    expect(titleOf('Die Fähre am Fluss fährt wieder nach Plan', body)).toBe('Die Fähre am Fluss fährt wieder nach Plan')
  })

  it('leaves out what the heading itself names a kicker, which becomes the subtitle', () => {
    const body = '<h1><span class="head__kicker">老街记忆</span><i>：</i><span>停了三年的夜市重新亮灯</span></h1>'
    const page = openPage(`<title>老街记忆：停了三年的夜市重新亮灯</title><body>${body}${TEXT.repeat(8)}</body>`)
    const article = extractArticle(page, 'https://a.cn/1.html')
    expect([article?.title, article?.subtitle]).toEqual(['停了三年的夜市重新亮灯', '老街记忆'])
  })

  it.each(['2025年3月15日', '标题:'])('does not take %s beside it for a subtitle', kicker => {
    const body = `<h1><span class="label">${kicker}</span> <span>停了三年的夜市重新亮灯</span></h1>`
    const page = openPage(`<title>停了三年的夜市重新亮灯</title><body>${body}${TEXT.repeat(8)}</body>`)
    const article = extractArticle(page, 'https://a.cn/1.html')
    expect([article?.title, article?.subtitle]).toEqual(['停了三年的夜市重新亮灯', undefined])
  })

  it('is read in the case that the head has it in, where the page shows capitals only', () => {
    expect(titleOf('Tips for Ferry Trips - Courier', '<h1>TIPS FOR FERRY TRIPS</h1>')).toBe('Tips for Ferry Trips')
  })

  it('is the heading that opens the text, where the head names the site alone', () => {
    const body = `<div><p><a href="/">Home</a></p><p><a href="/boats">Boats</a></p></div>
      <div><h4>A landing stage of oak for the old ferry</h4>${TEXT.repeat(8)}</div>`
    expect(titleOf('Four Banks', body)).toBe('A landing stage of oak for the old ferry')
  })

  it('is the one first heading in other words than the head, not a section that the head begins with', () => {
    const body = '<h3 class="title">Ferry Tickets</h3><h1>What Ferry Tickets Cost This Summer, Line by Line</h1>'
    expect(titleOf('Ferry Tickets: all lines this summer compared', body)).toBe(
      'What Ferry Tickets Cost This Summer, Line by Line',
    )
  })

  it('is the one linked to its own page, not the name of the blog above', () => {
    const body = '<h1><a href="/">Stege am Fluss</a></h1><h2><a href="/1.html" rel="bookmark">Eichenstege</a></h2>'
    expect(titleOf('Eichenstege : Stege am Fluss', body)).toBe('Eichenstege')
  })

  it('is what the head says, not a motto that stands in the text', () => {
    const motto = `<h1>Wann, wenn nicht jetzt?</h1>${TEXT}`
    const body = `<div>${motto}${'<p>Foto</p>'.repeat(5)}</div><div><h2><i>17. Juni</i> Der Steg am Ende der Welt</h2>`
    const head = 'Stege</title><meta property="og:title" content="Der Steg am Ende der Welt"><title>'
    expect(titleOf(head, body)).toBe('Der Steg am Ende der Welt')
  })

  it('is read past the "Blog Archive" of old themes', () => {
    const head = 'Vier Ufer » Blog Archive » Ein Steg aus Eichenholz'
    expect(titleOf(head, '<h1>Vier Ufer</h1><h2>Ein Steg aus Eichenholz</h2>')).toBe('Ein Steg aus Eichenholz')
  })
})
