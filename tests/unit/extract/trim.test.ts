import { describe, expect, it } from 'vitest'
import { HAN_LINES, HAN_STORY, inStory, LINES, STORY, TITLE, textOf } from './stories.ts'

it('leaves out a byline above the text, however many roles are in it', () => {
  const byline = 'By Anna Lee, Harbour Correspondent of the Courier, and Tom Beck, its Markets Editor in Town'
  expect(textOf(`<article><h1>${TITLE}</h1><div class="text"><p>${byline}</p>${STORY}</div></article>`)).toBe(
    LINES.join('\n'),
  )
})

describe('lines between the paragraphs and at the end', () => {
  it.each([
    'STORY: <a href="/a">Another market opens</a>',
    '[PHOTOS: <a href="/a">Another market</a>]',
    '<a href="/a">NIGHT OF LIGHTS: Another market opens</a>',
    'To contact the reporter on this story: Anna Lee in Town at lee@news.example',
    '(Additional reporting by Tom Beck; Editing by Anna Lee)',
    'Copyright 2024 The Associated Press. All rights reserved. This material may not be broadcast.',
    'Follow me on Twitter @annalee',
    'Follow the Harbour Courier of South and North Town on Facebook.',
    'Loading',
    'The Harbour Letter newsletter is what to read at noon. Sign up here.',
    'Sign up for our newsletter.',
    'For more on markets at night, sign up to Lamp Light, our weekly newsletter.',
    'The Courier is a nonprofit newsroom. Sign up to receive our biggest stories as soon as they are published.',
    'We have a weekly newsletter written by those who go there on every night that it does not rain. Sign up today.',
    '“Start Quote',
    'End Quote Anna Lee Stall holder',
    'First posted June 14, 2018 05:11:26',
    'Published in Harbour Courier, August 9th, 2015',
    "By submitting your information, you're agreeing to receive letters from us in accordance with our Terms.",
    'Photo credit: Tom Beck / Harbour Courier',
    'Fotos: Tom Beck',
    '<a href="/a">(Another market opens on the other side)</a>',
    'Lea aquí: <a href="/a">Otro mercado abre</a>',
    'If you liked this, give it some claps and follow us for more.',
    'PHOTOS: The market by night',
    'READ | <a href="/a">Full transcript</a>',
    'This is an archived article and what it says may be outdated.',
    'For more, read: <a href="/a">This market has it all</a>',
    'Get <a href="/a">Lamp Light</a>, our market newsletter',
    'We may earn a commission when you buy through links on our site.',
    'Products are chosen by our editors; what you buy may earn us a small commission.',
    'We independently review everything we recommend.',
    'Your browser does not support the audio element.',
    'To view this content, JavaScript must be enabled and a player installed.',
    'Follow Tom Beck on Twitter: @tombeck.',
    '—END—',
    '--广告--',
  ])('leaves out %s', line => {
    expect(textOf(inStory(`<p>${line}</p>`))).toBe([...LINES, ...LINES].join('\n'))
  })

  it.each([
    'First posted as a joke, the sign stayed up for years.',
    'Published in 2015, it sold well.',
    'Published by Harbour Books, 288 pages, £20',
    'If you liked this market before, you will like it now.',
    'NOTE: it can be done, said Mr Chan to whoever would hear it.',
    'Follow me on the way to the harbour.',
    'Like many people on Twitter, Mr Chan has never been to the market himself.',
    'Reporting by the Courier said so years ago, and nobody listened.',
    'Stalls earn a commission on whatever is sold at night on the other side.',
    'The street office independently reviewed every stall, it says.',
  ])('keeps %s', line => {
    expect(textOf(inStory(`<p>${line}</p>`))).toContain(line)
  })

  it('keeps linked items of a list that begin with a name in capitals, and none that point elsewhere', () => {
    const items = ['IBM: How stalls of the night are lit', 'NASA: How markets look from above'].map(
      item => `<a href="/a">${item}</a>, a report of ten pages.`,
    )
    const list = [...items, '<a href="/b">► Another market opens</a>'].map(item => `<li>${item}</li>`).join('')
    const text = textOf(inStory(`<p>What the lamps of Harbour Street are made of, in other words:</p><ul>${list}</ul>`))
    expect(text).toContain('NASA: How markets look from above, a report of ten pages.')
    expect(text).not.toContain('►')
  })

  it.each(['story-highlights', 'video-desc'])('leaves out what a box named %s says beside the story', name => {
    const said = 'The street office told the Courier on Friday that the queue was the longest it had ever seen.'
    const box = `<div class="${name}"><p>${said}</p></div>`
    const body = `<article><h1>${TITLE}</h1>${box}<div class="text">${STORY}${STORY.replaceAll('<p>', '<p>Again, ')}</div></article>`
    expect(textOf(body)).not.toContain(said)
  })
})

it.each([
  ['The Associated Press receives support from others. It alone is responsible for what it writes.'],
  ['___', 'The Associated Press receives support from others. It alone is responsible for what it writes.'],
  ['___'],
])('ends before what an agency says of itself: %s', (...lines) => {
  const end = lines.map(line => `<p>${line}</p>`).join('')
  expect(textOf(`<article><h1>${TITLE}</h1><div class="text">${STORY}${STORY}${end}</div></article>`)).toBe(
    [...LINES, ...LINES].join('\n'),
  )
})

it('ends before what the paper is proud of besides', () => {
  const items = [
    '<li><p>How a board game about bees <a href="/a">conquered Silicon Valley</a></p></li>',
    '<li><p>The toaster that taught itself to lie, and <a href="/b">what it says</a> of us.</p></li>',
  ]
  const more = `<h3>More Great Courier Stories</h3><ul>${items.join('')}</ul>`
  const body = `<article><h1>${TITLE}</h1><div class="text">${STORY}${STORY}${more}</div></article>`
  expect(textOf(body)).toBe([...LINES, ...LINES].join('\n'))
})

it('keeps a last paragraph that is marked up as a heading, as it is a sentence', () => {
  const last = 'The market is back, and the street with it, every Friday until October.'
  const body = `<article><h1>${TITLE}</h1><div class="text">${STORY}${STORY}<h3>${last}</h3></div></article>`
  expect(textOf(body)?.endsWith(last)).toBe(true)
})

it('keeps a subhead that only sounds like a list of others', () => {
  expect(textOf(inStory('<h3>What’s next</h3>'))).toContain('What’s next')
})

it('leaves out a heading under which nothing is left', () => {
  const more = '<h2>Further markets</h2><ul><li><a href="/a">Fish</a></li><li><a href="/b">Lamps</a></li></ul>'
  const body = `<article><h1>${TITLE}</h1><div class="text"><h2>How it began</h2>${STORY}${STORY}${more}</div></article>`
  expect(textOf(body)).toBe(['How it began', ...LINES, ...LINES].join('\n'))
})

describe('lines of Chinese portals and share pages', () => {
  const [first = '', second = ''] = HAN_LINES
  const around = (line: string) =>
    textOf(`<div class="zw"><h1>旧书市集重新开张</h1><p>${first}</p>${line}<p>${second}</p></div>`, '旧书市集重新开张')

  it.each([
    '作者：林小满 何师傅',
    '作者，林小滿',
    '1999年10月21日 柳河晚报 记者 林小满',
    '文：林小满',
    '作者｜林小满',
    '校对 林小满',
    '（校对 林小满）',
    '晨报新闻热线：029-88880000',
    '编辑 林小满',
    '生活中心／林小滿報導',
    '文/平湖日报·新平湖记者：林小满',
    '<a href="/a">另一个旧书市集也开张了zhuanlan.example.com</a>',
    '摄影：南都记者 何一鸣',
    '文字：林小满 图片：林小满 编辑：小灯',
    '（原题为《旧书市集重新开张》 记者 何一鸣）',
    '【如您有新闻线索欢迎向我们提供，一经采纳有费用酬谢。】',
    '記者｜林小滿',
    '（文/林小满 图/何一鸣 审核/陈小舟）',
    '闪电新闻记者 林小满 章丘台 何一鸣 报道',
    '每经记者 林小满 每经编辑 何一鸣',
    '記者林小滿／宜蘭報導',
    '本文来自微信公众号：旧书摊（ID：jiushutan），作者：林小满',
    '感谢平湖网友 长桌 的线索投递！',
    '微信公众号：旧书摊',
    '封面图片来源：平湖图库',
    '&gt; 下载旧书摊客户端，每周一本好书',
    '—— / END / ——',
    'http://www.pinghu.example 2004年05月06日 07:08 平湖晚报',
    '2002-04-15 14:07:22 平湖晚报 林小满',
    'pinghu.example 2009年10月23日 07:02:31 平湖晚报 打印 进入论坛',
    '戳这里，点个赞和在看再走吧↓↓',
    '*头图来源：平湖图库',
    '▽ 立即下載《平湖晚報》App，緊貼街坊動向',
    '※ 颱風天請避免外出，遇路樹倒塌可撥打1999。',
    '职衔, 平湖晚报特约记者',
    '發自 平湖街道',
    '图像来源，平湖图库',
    '■平湖晚報報料熱線',
    '时间：2009年10月23日',
    '《平湖晚报》2021年05月14日第7版',
    '建立時間16:41',
    '发于2021.11.1总第1018期《平湖周刊》',
    '【编辑】：林 小满 【责任编辑】：何一鸣',
    '更多旧书资讯，请扫描下方二维码关注旧书摊。',
    '（下载平湖新闻，报料有奖！）',
    '下载平湖周刊iPad版，看更多精彩图片',
    '复制代码',
    '<a href="#a">放大圖片</a> / 顯示原圖',
    '最新更新：2016/03/19 10:48',
    '美術：林小滿',
    '出品︱平湖栏目组 小满',
    '平湖新闻网 www.pinghu.example 来源: 平湖晚报 作者: 林小满',
  ])('leave out %s', line => {
    expect(around(`<p>${line}</p>`)).toBe(HAN_LINES.join('\n'))
  })

  it.each([
    '时间：1月18日至24日，每天9:00至23:00。',
    '时间：2012年10月25日（星期四）至26日（星期五），遇雨顺延。',
    '记者：请问这个摊子摆了多少年？',
    '記者：好的',
    '文：这里的书都是街坊自己带来的，卖多少钱也由他们说了算。',
    '【文/平湖专栏作者 林小满】',
    '扫描与命名',
    '※ 书名号里的书都还在架上。',
    '《平湖晚报》创刊于1999年10月1日。',
    '发自内心的话最好听，摊主说，他听了三十年。',
  ])('keep %s', line => {
    expect(around(`<p>${line}</p>`)).toContain(line)
  })

  it('keep what a notice begins with', () => {
    const notice =
      '特别提示：本次市集的摊位费全年减免，请各位摊主在本周五下午五点以前到街道办一楼大厅办理手续，逾期不候。'
    const body = `<div class="zw"><h1>旧书市集重新开张</h1><p>${notice}</p>${HAN_STORY}</div>`
    expect(textOf(body, '旧书市集重新开张')).toBe([notice, ...HAN_LINES].join('\n'))
  })

  it('leave out above the text who may use it', () => {
    const rights =
      '凡本报记者署名文字、图片，版权均属平湖晚报社所有。任何媒体、网站或个人，未经授权不得转载、链接、转贴或以其他方式复制发表。'
    const body = `<div class="zw"><h1>旧书市集重新开张</h1><p class="tip">${rights}</p>${HAN_STORY}</div>`
    expect(textOf(body, '旧书市集重新开张')).toBe(HAN_LINES.join('\n'))
  })

  it.each(['[详细]', '【查看全文】', '详情>>'])('leave out teasers that end with a link: %s', link => {
    const teaser = '一条不起眼的小巷，藏着这座城市最地道的味道，摊主说，他每天五点钟起来和面。'
    const boxes = `<div class="zw"><p>${teaser}<a href="/a">${link.replace('>>', '&gt;&gt;')}</a></p></div>`
    expect(around(boxes)).toBe(HAN_LINES.join('\n'))
  })

  it.each(['■ 相关链接', '网友热评', '★往期精彩'])('end the text at %s', heading => {
    const said = [
      '写得真好，想起了我奶奶，她也是这样的人，一辈子没跟人红过脸。',
      '楼上说得对，明年还来，记得给我留一个位置。',
    ]
    const others = said.map(line => `<p>${line}</p>`).join('')
    const body = `<div class="zw"><h1>旧书市集重新开张</h1>${HAN_STORY}${HAN_STORY.replaceAll('<p>', '<p>后来，')}</div>`
    expect(textOf(`${body}<p>${heading}</p>${others}`, '旧书市集重新开张')).not.toContain(said[0])
  })

  it.each(['gentie', 'liuyan', 'tie'])('leave out what readers say in a box named %s', name => {
    const said = HAN_LINES.map(line => `<p>我们小区也一样，${line}</p>`).join('')
    const story = [1, 2, 3, 4, 5].map(i => HAN_STORY.replaceAll('<p>', `<p>第${i}天，`)).join('')
    const body = `<div class="page"><h1>旧书市集重新开张</h1><div>${story}</div></div><div class="${name}">${said}</div>`
    expect(textOf(body, '旧书市集重新开张')).not.toContain('我们小区')
  })
})

it('ends at a line of copyright that names the paper before its year', () => {
  const foot = ['Copyright ©平湖日報有限公司2012。版權所有，不得轉載。', '地址：平湖街道平湖大街 電話：(755)0000-0000']
  const row = (cell: string) => `<tr><td>${cell}</td></tr>`
  const body = `<table>${row(`<h1>旧书市集重新开张</h1>${HAN_STORY}`)}${foot.map(row).join('')}</table>`
  expect(textOf(body, '旧书市集重新开张')).toBe(HAN_LINES.join('\n'))
})

it('ends at a disclaimer that names the site', () => {
  const said = '1、本网站所登载之内容，不论原创或转载，皆以传播传递信息为主，不做任何商业用途。'
  const body = `<div class="zw"><h1>旧书市集重新开张</h1>${HAN_STORY}<p>荆江新闻网版权与免责声明：</p><p>${said}</p></div>`
  expect(textOf(body, '旧书市集重新开张')).toBe(HAN_LINES.join('\n'))
})

it('leaves out a byline below the deck, in a box named so', () => {
  const deck =
    'After three years of waiting and of repairs, the market is back, and so are most of those who sell there.'
  const line = 'Par ANNA LEE, TOM BECK Envoyés spéciaux à Harbour Street'
  const body = (name: string) =>
    `<article><h1>${TITLE}</h1><div class="text"><h2>${deck}</h2><div class="${name}">${line}</div>${STORY}</div></article>`
  expect(textOf(body('author'))).not.toContain(line)
  expect(textOf(body('said'))).toContain(line)
})

it('goes on where a link only unfolds the rest of the text', () => {
  const rest = STORY.replaceAll('<p>', '<p>Again, ')
  const more = `<div id="more"><div><a href="#more">Read more</a></div><div class="rest">${rest}</div></div>`
  expect(textOf(`<article><h1>${TITLE}</h1><div class="text">${STORY}${more}</div></article>`)).toContain(
    `Again, ${LINES[3]}`,
  )
})

it('leaves out no more than who wrote, though it stands below the first paragraph', () => {
  const page = (line: string) =>
    `<article><h1>${TITLE}</h1><p>${LINES[1]} So it was.</p><p>${line}</p>${STORY}</article>`
  expect(textOf(page('Von Anna Lee'))).not.toContain('Anna Lee')
  expect(textOf(page('By Anna Lee’s account it rained.'))).toContain('account')
})

it.each(['Text: Anna Lee', 'Tom Beck contributed to this report.'])('ends before %s', line => {
  expect(textOf(`<article><h1>${TITLE}</h1>${STORY}<p>${line}</p></article>`)).toBe(LINES.join('\n'))
})

it('leaves out paragraphs of nothing but a full stop, or of what joins letters', () => {
  expect(textOf(inStory('<p>.</p><p>\u200d</p>'))).toBe([...LINES, ...LINES].join('\n'))
})

it('leaves out a heading whose links were left out, and keeps one above a picture or a text', () => {
  const links =
    '<ul><li><a href="/a">The last ferry to the islands</a> now</li><li><a href="/b">Where umbrellas go</a> now</li></ul>'
  const page = (below: string) => textOf(inStory(`<h2>Elsewhere in town</h2>${below}<h2>The stalls</h2>`))
  expect(page(links)).not.toContain('Elsewhere')
  expect(page('<p><img src="/a.jpg"></p>')).toContain('Elsewhere')
  expect(page(`<p>${LINES[0]} Yes.</p>`)).toContain('Elsewhere')
})
