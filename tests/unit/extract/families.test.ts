import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { creditsIn } from '../../../utils/extract/credits.ts'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'
import { HAN_LINES } from './stories.ts'

const FIXTURES = new URL('../../fixtures/portal/', import.meta.url)
const extract = (name: string) => {
  const url = `https://news.example/2025/${name}.html`
  return extractArticle(openPage(readFileSync(new URL(`${name}.html`, FIXTURES), 'utf8'), url), url)
}

describe('families of pages', () => {
  it.each([
    ['portal', '岭南晚报', '停了三年的老墟市夜市', '2025-03-15T08:20:00+08:00'],
    ['table', '淮海早报', '本报徐州讯', '2019-04-08T07:05:00+08:00'],
    ['modern', undefined, '上午还在喝茶下棋', '2024-11-02T09:30:00+08:00'],
    ['wechat', '羊城巷陌', '石牌的巷子窄', '2023-09-17T18:04:00+08:00'],
  ])('%s: source, first paragraph and date', (name, source, start, publishedAt) => {
    const article = extract(name)
    expect(article?.source?.name).toBe(source)
    expect(article?.text.startsWith(start)).toBe(true)
    expect(article?.publishedAt).toBe(publishedAt)
  })

  it('takes the author that 微信 shows without a label', () => {
    expect(extract('wechat')?.credits).toEqual([{ role: 'author', name: '苏巧' }])
  })

  it('finds no article on a front page of headlines', () => {
    expect(extract('front')).toBeNull()
  })
})

describe('who wrote it', () => {
  const TEXT = '<p>停了三年的夜市昨天傍晚重新亮灯，六十多个摊位沿着骑楼排开，从傍晚六点一直热闹到夜里十点。</p>'.repeat(
    6,
  )
  const authored = (head: string, below: string) =>
    extractArticle(
      openPage(
        `<title>老街夜市重新亮灯_巷口网新闻</title>${head}<body><h1>老街夜市重新亮灯</h1>${below}<div>${TEXT}</div></body>`,
      ),
      'https://news.example/1.html',
    )

  it('is the account that 百家号 shows, not the day beside it, nor its latest articles', () => {
    const below = `<div><p class="author-name">榕树下老陈</p><div class="article-source"><span>发布时间：01-14</span><span>17:58</span></div></div>
      <h2>作者最新文章</h2>`
    const article = authored('', below)
    expect(article?.source).toBeUndefined()
    expect(article?.credits).toEqual([{ role: 'author', name: '榕树下老陈' }])
  })

  it.each([
    ['<p>来源：龙岗发布 作者：陈小满</p>', '龙岗发布'],
    ['<p>来源：上海发布</p>', '上海发布'],
    [
      '<div class="index_sourceText_Uz"><div class="index_sourceTitleText_1u"><a href="/a">巷口新闻</a></div></div>',
      '巷口新闻',
    ],
    ['<div>2023-11-06 18:27:43 出处：<a href="/">快科技</a> 作者：<a href="/q">青栀</a></div>', '快科技'],
    ['<div>2018-09-16 15:31 <a href="/zs">中時</a></div>', '中時'],
    ['<div>2021-03-01 10:52:32 <a href="/hk">香港</a></div>', undefined],
    ['<p>转载请注明出处：快科技</p>', undefined],
    ['<div><time>2023-06-07 07:41</time> <span>阅读5分钟</span></div>', undefined],
    ['<p>来源：巷口晚报发布时间：2025-03-15 08:20</p>', '巷口晚报'],
    ['<p>發布時間：2025/03/15 記者王小明／臺中報導</p>', undefined],
    ['<p><time>2025年3月15日 9時00分</time></p>', undefined],
    ['<div><span>2025-03-15 08:20</span><span class="from">封面晚报</span></div>', '封面晚报'],
    ['<div><span>2022-09-03 17:46</span> <span>燕赵都市网官方百家号</span></div>', '燕赵都市网'],
    ['<div>2021-08-09 16:40 <a href="/a">社区</a><a href="/b">志愿者</a></div>', undefined],
    ['<div><time>2021-08-09 16:40</time> 来自湖南</div>', undefined],
    ['<p>来源：光明网-《光明日报》</p>', '光明网-《光明日报》'],
    ['<p>来源：《光明日报》</p>', '光明日报'],
    ['<p>2025-03-15 08:20 <span class="source">[ 巷口在线 原创 ]</span></p>', '巷口在线'],
    ['<p>来源：中国法院网 字号：<a href="#b">大</a> <a href="#m">中</a> <a href="#s">小</a></p>', '中国法院网'],
    ['<h4>巷口晚报记者 陈小满　《巷口晚报》（ 2017年11月20日　05 版）</h4>', '巷口晚报'],
    ['<div>2025-03-15 08:20&nbsp;来自：<a href="/w">巷口晚报</a> 字号：小 大</div>', '巷口晚报'],
    [
      '<p><span><a href="/z">综合体育</a></span> <span class="where color-a-1"><a href="/w">巷口晚报</a></span></p>',
      '巷口晚报',
    ],
    [
      '<div><div class="caas-attr-provider"><a href="/w">巷口新聞網</a></div><time>2025年3月15日</time></div>',
      '巷口新聞網',
    ],
    ['<div>首页 &gt; <a href="/x">巷口</a> 来源: 巷口晚报 2025.03.15</div>', '巷口晚报'],
    ['<div><span>2018-10-19</span> <span>巷口商报</span> <span>版次：A09 都市</span></div>', '巷口商报'],
    ['<div><span>来源：巷口网</span><span><a>新浪微博</a><a>微信</a><a>QQ空间</a></span></div>', '巷口网'],
    ['<div><span>2017-07-24 06:15:00</span>&nbsp;<a href="/z">巷口日报</a>&nbsp;&nbsp;何思远</div>', '巷口日报'],
    ['<div><span>2017-07-24 06:15:00</span>&nbsp;<a href="/z">巷口</a>&nbsp;&nbsp;何思远</div>', undefined],
    ['<p>巷口晚报 ( 2011-06-08 &nbsp; 第A05版：巷口·关注 )</p>', '巷口晚报'],
    ['<p><span id="media_name"><a href="/x">巷口晚报</a>&nbsp;<a href="/w">微博</a></span></p>', '巷口晚报'],
    ['<p><span class="nickname">榕树下老陈</span></p>', undefined],
    ['<p>封面图片来源：巷口图库</p>', undefined],
    ['<div><b>©著作权</b> <time>2022-04-12 23:21:08</time></div>', undefined],
    ['<div><span>2018-02-28 14:31</span>中央社 澎湖縣28日電</div>', '中央社'],
    ['<p>2025年3月15日 05:00 AM</p>', undefined],
    ['<p>發布時間：2025.03.15 05:58 臺北時間</p>', undefined],
    ['<p>更新时间 2025年3月15日, 格林尼治标准时间10:41</p>', undefined],
  ])('%s has the source %s', (line, name) => {
    expect(authored('', line)?.source?.name).toBe(name)
  })

  it('is not who wrote it, whose name stands beside the day', () => {
    const article = authored('', '<p>陈小满<span>2025-03-15 08:20</span></p><p>巷口晚报 记者 陈小满</p>')
    expect(article?.source).toBeUndefined()
    expect(article?.credits).toEqual([{ role: 'reporter', name: '陈小满' }])
  })

  it('is who wrote what a 微信 account shows, where its end says so, and else the account', () => {
    const account = '<div><a class="rich_media_meta_link rich_media_meta_nickname">巷口发布</a></div>'
    const end = `<title>老街夜市重新亮灯</title><body><h1>老街夜市重新亮灯</h1>${account}<div>${TEXT}</div>`
    const nameOf = (body: string) => extractArticle(openPage(body), 'https://news.example/1.html')?.source?.name
    expect(nameOf(end)).toBe('巷口发布')
    expect(nameOf(`${end}<p>来源：巷口区商务局</p>`)).toBe('巷口区商务局')
  })

  it('is the paper whose account shows it, where none is told, and then no author', () => {
    const article = authored('', '<p class="author-name">巷口晚报</p>')
    expect(article?.source?.name).toBe('巷口晚报')
    expect(article?.credits).toEqual([])
  })

  it('is not the link to comments beside it', () => {
    const line = '<div><label>作者： 孙启明</label> <label><a href="#c">我要评论(17)</a></label></div>'
    expect(authored('', line)?.credits).toEqual([{ role: 'author', name: '孙启明' }])
  })

  it('is not what a menu above the headline says, whose 图片 is a section', () => {
    const sections = ['视频', '图片', '财经', '教育', '健康', '文旅', '体育', '房产', '汽车', '评论', '理论', '科技']
    const menu = `<ul>${sections.map(name => `<li><a href="/${name}">${name}</a></li>`).join('')}</ul>`
    expect(authored('', '')?.credits).toEqual([])
    const short = '<div><a href="/n">新闻</a> | <a href="/p">图片</a> | <a href="/x">巷口</a></div>'
    const page = openPage(`<title>夜市</title><body>${menu}${short}<h1>老街夜市重新亮灯</h1><div>${TEXT}</div></body>`)
    expect(extractArticle(page, 'https://news.example/1.html')?.credits).toEqual([])
  })

  it('is also who took a picture far down, and who is named between the paragraphs', () => {
    const picture = `<figure><img src="/a.jpg"><figcaption>夜市的灯 陈小满 图</figcaption></figure>`
    const article = authored('', `<div>${TEXT}${picture}${TEXT}<p>编辑 | 刘思彤</p>${TEXT}</div>`)
    expect(article?.credits).toEqual([
      { role: 'editor', name: '刘思彤' },
      { role: 'photographer', name: '陈小满' },
    ])
    expect(article?.text).not.toContain('刘思彤')
  })

  it('is still the author that the page shows, where a line only names the editor', () => {
    const article = authored(
      '<meta name="author" content="别人家">',
      '<p class="author-name">榕树下老陈</p><p>责任编辑：梁一鸣</p>',
    )
    expect(article?.credits).toEqual([
      { role: 'editor', name: '梁一鸣' },
      { role: 'author', name: '榕树下老陈' },
    ])
  })

  it('is whose page at the site a line below the text leads to, unless that is who took its pictures', () => {
    const below = (line: string) => authored('', `<div>${TEXT}</div><p>责任编辑：梁一鸣</p>${line}`)?.credits
    const author = '<div><a href="/column/author/1386">陈小满</a><em>主管药师</em></div>'
    const editor = { role: 'editor', name: '梁一鸣' }
    expect(below(author)).toEqual([editor, { role: 'author', name: '陈小满' }])
    expect(below(author.replace('author/', 'topic/'))).toEqual([editor])
    expect(below('<p>摄影：<a href="/author/12">陈小满</a></p>')).toEqual([
      editor,
      { role: 'photographer', name: '陈小满' },
    ])
  })

  it.each([
    ['首页&nbsp;→&nbsp;<a href="/c">财经新闻</a>&nbsp;→&nbsp;<a href="/d">夜市</a>', ['财经新闻', '夜市']],
    ['<a href="/">首页</a> &gt; <a href="/c">深圳</a> &gt; 正文 申请入驻', ['深圳']],
    [
      '<a href="/c">巷口</a> &gt; <a href="/d">巷口新闻</a> <span>来源: 巷口晚报 2023.04.03 08:21</span>',
      ['巷口', '巷口新闻'],
    ],
    ['<a href="/">主頁</a>/<a href="/c">港聞</a>/<a href="/d">社區專題</a>', ['港聞', '社區專題']],
  ])('stands under the trail %s', (trail, steps) => {
    const page = openPage(
      `<title>夜市</title><body><div class="breadcrumb">${trail}</div><h1>老街夜市重新亮灯</h1><div>${TEXT}</div></body>`,
    )
    expect(extractArticle(page, 'https://news.example/1.html')?.breadcrumb).toEqual(steps)
  })

  it('is told once, by what says more, where a line names the author and another the reporter', () => {
    const article = authored('', '<p>作者：陈小满 梁一鸣</p><p>山城在线记者 陈小满</p>')
    expect(article?.credits).toEqual([
      { role: 'author', name: '梁一鸣' },
      { role: 'reporter', name: '陈小满' },
    ])
  })

  it('is named at the beginning of a long first paragraph', () => {
    const long = `本报三明5月12日讯 记者林一舟 5月9日清晨，${'一辆挂着国徽的皮卡在山路上颠簸了近两个小时，'.repeat(5)}`
    expect(authored('', `<p>${long}</p>`)?.credits).toEqual([{ role: 'reporter', name: '林一舟' }])
  })

  it('is the name within an element that says more', () => {
    const line = '<p><span class="story-author"><a class="story-author-name">林一舟</a> 为本刊撰稿</span></p>'
    expect(authored('', line)?.credits).toEqual([{ role: 'author', name: '林一舟' }])
  })

  it('is nobody where the head names the portal for an author', () => {
    expect(authored('<meta name="author" content="巷口网">', '')?.credits).toEqual([])
    expect(authored('<meta name="author" content="陈小满">', '')?.credits).toEqual([{ role: 'author', name: '陈小满' }])
  })
})

describe('credits in a line', () => {
  it.each([
    [
      '晶报记者 李海若 通讯员 陈俊超 彭玫妃/文、图',
      ['reporter 李海若', 'correspondent 陈俊超', 'correspondent 彭玫妃'],
    ],
    ['本报讯 (记者 张三丰)', ['reporter 张三丰']],
    ['责任编辑：梁一鸣', ['editor 梁一鸣']],
    ['陈小满 摄', ['photographer 陈小满']],
    ['免责声明:版权归原作者所有', []],
    ['记者从区里获悉,新校区下月启用。', []],
    ['编辑写的话', []],
    ['近日，有居民向记者反映，小区门口的路灯坏了半年。', []],
    ['记者走访发现，三家店已经关门。', []],
    ['记者于近日再到老街，灯已经亮了。', []],
    ['本报讯（记者欧阳锋）老街的灯亮了。', ['reporter 欧阳锋']],
    ['他向记者投诉，物业从来不接电话。', []],
    ['本报讯（记者陈小满）昨天，老墟市重新开张。', ['reporter 陈小满']],
    ['記者王小明／臺中報導', ['reporter 王小明']],
    ['本文系作者个人观点', []],
    ['赞赏作者', []],
    ['作者最新文章', []],
    ['新来的编辑改过的稿子', []],
    ['给编辑留言', []],
    ['只看该作者|倒序浏览', []],
    ['图片推荐', []],
    ['新华社记者 张龙 摄', ['photographer 张龙']],
    ['通讯员陈小满摄', ['photographer 陈小满']],
    ['（黃雅盈攝）', ['photographer 黃雅盈']],
    ['（圖／記者黃雅盈翻攝）', ['reporter 黃雅盈']],
    ['● 编辑点评', []],
    ['文/陈小满 血管外科', ['author 陈小满']],
    ['责任编辑：办公室 审核：陈小满', []],
    ['编辑：版权作品', []],
    ['巷口日报记者 陈小满 佛山报道', ['reporter 陈小满']],
    ['巷口日报记者 陈小满 孙金标报道', ['reporter 陈小满', 'reporter 孙金标']],
    ['杨珏摄/光明图片', ['photographer 杨珏']],
    ['老街，从前有人在这里拍摄', []],
    ['文/记者 张三丰 图/本报记者 孙金标', ['reporter 张三丰', 'photographer 孙金标']],
    ['图/巷口日报·新巷口记者：孙金标', ['photographer 孙金标']],
    ['版权声明：本站文字、图片、音视频等作品', []],
    ['通讯员 向往 杨帆', ['correspondent 向往', 'correspondent 杨帆']],
    ['責任編輯：陈小满 核稿編輯：梁一鸣', ['editor 陈小满', 'editor 梁一鸣']],
    ['（陈小满 林一舟）', ['author 陈小满', 'author 林一舟']],
    ['（完）', []],
    ['（节选 附录）', []],
    ['（高清图）', []],
    ['文字：陈小满 图片：林一舟', ['author 陈小满', 'photographer 林一舟']],
    ['文／陈小满 图／林一舟', ['author 陈小满', 'photographer 林一舟']],
    ['〔記者洪臣宏／高雄報導〕', ['reporter 洪臣宏']],
  ])('%s', (line, expected) => {
    expect(creditsIn(line).map(({ role, name }) => `${role} ${name}`)).toEqual(expected)
  })
})

it('takes no day for whom 微信公众号 names beside it', () => {
  const meta = (text: string) => `<em class="rich_media_meta rich_media_meta_text">${text}</em>`
  const body = HAN_LINES.map(line => `<p>${line}</p>`).join('')
  const page = `<title>旧书市集</title><body><h1>旧书市集</h1><div>${meta('林小满')}${meta('前天')}</div><div id="js_content">${body}</div>`
  const article = extractArticle(openPage(page, 'https://mp.weixin.qq.com/s/a'), 'https://mp.weixin.qq.com/s/a')
  expect(article?.credits.map(({ name }) => name)).toEqual(['林小满'])
})
