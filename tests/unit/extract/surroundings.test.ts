import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'

const LINES = [
  'The night market on Harbour Street opened again on Friday after three years of waiting and of repairs.',
  'Forty stalls were back in their old places, and the queue for fish balls went round the corner twice.',
  'The street office says that it will stay open every weekend until the end of October, rain or shine.',
  'Mr Chan, who sells umbrellas, said that he would rather have the rain, but that he would not complain.',
]
const STORY = LINES.map(line => `<p>${line}</p>`).join('')
const HAN_LINES = [
  '平湖街道的旧书市集上周六重新开张，四十个摊位全部租了出去，附近的居民一早就在门口排起了长队。',
  '街道办表示，市集将在每个周末开放到下午五点，雨天改在文化站一楼大厅举行，摊位费全年减免。',
]
const HAN_STORY = HAN_LINES.map(line => `<p>${line}</p>`).join('')
const ADDRESS = 'https://news.example/2024/10/night-market.html'
const TITLE = 'Night market is back'

const read = (body: string, title = TITLE) =>
  extractArticle(openPage(`<title>${title}</title><body>${body}`, ADDRESS), ADDRESS)
const textOf = (body: string, title?: string) => read(body, title)?.text
const inStory = (line: string) => `<article><h1>${TITLE}</h1><div class="text">${STORY}${line}${STORY}</div></article>`

describe('what a short article stands beside', () => {
  const teasers = HAN_LINES.map((line, i) => `<dt>第${i}条街也要修</dt><dd>${line.slice(0, 30)}。</dd>`).join('')
  const teaserBox = (heading: string) => `<div class="side"><h3>${heading}</h3><dl>${teasers.repeat(6)}</dl></div>`
  const short = `<h1>旧书市集重新开张</h1><div class="zw">${HAN_STORY}</div>`

  it.each(['相关新闻', '相关', '您可能也喜欢', '精彩跟帖'])('teasers of others below %s, however many', heading => {
    expect(textOf(`<div class="main">${short}</div>${teaserBox(heading)}`, '旧书市集重新开张')).toBe(
      HAN_LINES.join('\n'),
    )
  })

  it('but not the second half of a text that goes on in the same kind of box', () => {
    const half = (lines: string) => `<div class="zw">${lines}</div>`
    const more = HAN_LINES.map(line => `<p>后来又说，${line}</p>`).join('')
    const body = `<div class="main"><h1>旧书市集重新开张</h1>${half(HAN_STORY)}<h3>相关新闻</h3>${half(more)}</div>`
    expect(textOf(body, '旧书市集重新开张')?.split('\n')).toHaveLength(4)
  })

  it('long comments, in a box named so', () => {
    const long = LINES.map(line => `<p>${line} I said so years ago, and nobody listened.</p>`).join('')
    const comments = `<div class="comment-body">${long}</div>`.repeat(2)
    expect(textOf(`<div class="story"><h1>${TITLE}</h1>${STORY}${STORY}${STORY}</div>${comments}`)).not.toContain(
      'nobody listened',
    )
  })
})

it('reads a page that is all in a form, as ASP.NET makes them', () => {
  const links = '<li><a href="/x">Another market opens in another street</a></li>'.repeat(40)
  const body = `<form id="aspnetForm"><ul>${links}</ul><h1>${TITLE}</h1><div class="zoom"><p>${LINES.join(' ')}</p></div></form>`
  expect(textOf(body)).toBe(LINES.join(' '))
})

describe('the line below a picture', () => {
  const framed = (line: string, name: string) => `<div class="${name}"><img src="/a.jpg"><p>${line}</p></div>`
  const WORDS = 'The queue for fish balls on Friday night'

  it('is its caption where a box holds nothing else', () => {
    const article = read(inStory(framed(WORDS, 'slide')))
    expect(article?.images[0]?.caption).toBe(WORDS)
    expect(article?.text).not.toContain(WORDS)
  })

  it('is of the text where other paragraphs look the same', () => {
    const parts = LINES.map(line => framed(line, 'part')).join('')
    const article = read(
      `<article><h1>${TITLE}</h1>${parts}<div class="part"><p>${LINES[0]} Again.</p></div></article>`,
    )
    expect(article?.text).toContain(LINES[2])
  })

  it('is of the text where it leads somewhere', () => {
    const line = `${WORDS}, as <a href="/queue">another page</a> tells.`
    expect(read(inStory(framed(line, 'slide')))?.images[0]?.caption).toBeUndefined()
  })

  it('is its caption where it says whose picture it is, as 澎湃 writes', () => {
    const line = '居民正在查看改造后的卫生间。 本文图片均为澎湃新闻记者 冉蔚 图'
    const body = `<div><h1>旧书市集重新开张</h1><div><img src="/a.jpg"></div><div>${line}</div>${HAN_STORY}</div>`
    const article = read(body, '旧书市集重新开张')
    expect(article?.images[0]?.caption).toBe(line)
    expect(article?.text).toBe(HAN_LINES.join('\n'))
  })

  it('is its caption where it is named an introduction to it, as 凤凰 does', () => {
    const line = '椿树胡同口重新启用的公厕，外墙保留了青砖灰瓦的样式'
    const picture = `<p class="detailPic"><img src="/a.jpg"></p><p class="picIntro">${line}</p>`
    const article = read(`<div><h1>旧书市集重新开张</h1>${HAN_STORY}${picture}${HAN_STORY}</div>`, '旧书市集重新开张')
    expect(article?.images[0]?.caption).toBe(line)
  })

  it('is its caption where a number stands between, as in the slides of the Associated Press', () => {
    const line = 'Stalls are lit on Harbour Street, Friday, Oct. 4, 2024. (AP Photo/Anna Lee)'
    const slide = `<div><div><img src="/a.jpg"></div><div><p>1 of 3 |</p><span><p>${line}</p></span></div></div>`
    const article = read(`<article><h1>${TITLE}</h1>${slide}<div class="text">${STORY}${STORY}</div></article>`)
    expect(article?.images[0]?.caption).toBe(line)
    expect(article?.text).toBe([...LINES, ...LINES].join('\n'))
  })

  it('is the longer of a credit and a caption', () => {
    const box = `<div class="photo"><img src="/a.jpg"><p class="photo_credit">Chan</p><div class="photo_credit_box"><p>${WORDS}</p></div></div>`
    expect(read(inStory(box))?.images[0]?.caption).toBe(WORDS)
  })
})

it('takes a list whole of which it takes most', () => {
  const items = [
    'Fish balls cost ten dollars, as they did before.',
    'Egg waffles cost twelve dollars, two more than then.',
    '<a href="/map">Download the map of all forty stalls</a>',
  ]
  const list = `<ul>${items.map(item => `<li>${item}</li>`).join('')}</ul>`
  const body = `<article><h1>${TITLE}</h1><div class="text">${STORY.slice(0, STORY.indexOf('<p>The street'))}${list}</div></article>`
  expect(textOf(`${body}<div class="foot"><p>x</p></div>`)).toContain('than then.\nDownload the map')
})

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
    '“Start Quote',
    'End Quote Anna Lee Stall holder',
    'First posted June 14, 2018 05:11:26',
    'If you liked this, give it some claps and follow us for more.',
    'PHOTOS: The market by night',
    'Follow Tom Beck on Twitter: @tombeck.',
    '—END—',
    '--广告--',
  ])('leaves out %s', line => {
    expect(textOf(inStory(`<p>${line}</p>`))).toBe([...LINES, ...LINES].join('\n'))
  })

  it.each([
    'First posted as a joke, the sign stayed up for years.',
    'If you liked this market before, you will like it now.',
    'NOTE: it can be done, said Mr Chan to whoever would hear it.',
    'Follow me on the way to the harbour.',
    'Like many people on Twitter, Mr Chan has never been to the market himself.',
    'Reporting by the Courier said so years ago, and nobody listened.',
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

it('takes a heading for one that has boxes for a link to it in it, as Substack does', () => {
  const heading = '<h3>How it began<div><div id="how"></div><button>Link</button></div></h3>'
  const article = read(inStory(heading))
  expect(article?.text).toContain('How it began')
  expect(article?.html).toContain('<h3>How it began</h3>')
})

it('takes a quotation that stands between the paragraphs, before a card that leads elsewhere', () => {
  const card = '<a href="/a"><div>另一个市集也重新开张了</div><div>四十个摊位全部租了出去</div></a>'
  const quote = `<blockquote><p>误报比漏报更伤人。</p></blockquote>${card}`
  const body = `<div class="zw"><h1>旧书市集重新开张</h1>${HAN_STORY}${quote}<p>后来又说，${HAN_LINES[0]}</p></div>`
  expect(textOf(body, '旧书市集重新开张')?.split('\n')[2]).toBe('误报比漏报更伤人。')
})

it('takes a subhead that stands, as each paragraph does, in a box of its own, though an advertisement parts them', () => {
  const inBox = (line: string) => `<div class="cell">${line}</div>`
  const advertisement = '<div class="my"><p>Advertisement</p></div>'
  const lines = HAN_LINES.map(line => inBox(`<p>${line}</p>`))
  const body = `${lines[0]}${advertisement}${inBox('<h3>摊位费全年减免 雨天改在室内</h3>')}${lines[1]}`
  expect(textOf(`<div><h1>旧书市集重新开张</h1>${body}</div>`, '旧书市集重新开张')).toContain(
    '摊位费全年减免 雨天改在室内',
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
  const body = `<article><h1>${TITLE}</h1><div class="text">${STORY}${STORY}<h3>The market is back.</h3></div></article>`
  expect(textOf(body)?.endsWith('The market is back.')).toBe(true)
})

it('keeps a subhead that only sounds like a list of others', () => {
  expect(textOf(inStory('<h3>What’s next</h3>'))).toContain('What’s next')
})

it('leaves out a heading under which nothing is left', () => {
  const more = '<h2>Further markets</h2><ul><li><a href="/a">Fish</a></li><li><a href="/b">Lamps</a></li></ul>'
  const body = `<article><h1>${TITLE}</h1><div class="text"><h2>How it began</h2>${STORY}${STORY}${more}</div></article>`
  expect(textOf(body)).toBe(['How it began', ...LINES, ...LINES].join('\n'))
})

describe('a box between the paragraphs', () => {
  const said = 'The most important of the day, put into its place by the editors of the Courier, every morning at six.'

  it.each(['Our Markets Newsletter', 'Sign up for more of this', 'All of it in your inbox'])(
    'goes with all that is in it where it says: %s',
    asks => {
      expect(textOf(inStory(`<section><div><h3>${asks}</h3><p>${said}</p></div></section>`))).toBe(
        [...LINES, ...LINES].join('\n'),
      )
    },
  )

  const rest = STORY.replaceAll('<p>', '<p>Again, ')
  const teaser = `<h2><a href="/a">Another market opens</a></h2><div><p class="blurb">${said}</p></div>`

  it('goes where it says more of a heading that is a link elsewhere', () => {
    const body = `${STORY}<div class="module">${teaser}</div>${rest}`
    expect(textOf(`<article><h1>${TITLE}</h1><div class="text">${body}</div></article>`)).not.toContain(said)
  })

  it('stays where the text does not go on below it: a place that it names', () => {
    const prices = [
      '<li>Fish balls cost ten dollars, as they did before.</li>',
      '<li>Egg waffles cost twelve dollars, two more than then.</li>',
    ]
    const body = `${STORY}${rest}<div class="module">${teaser}</div><ul>${prices.join('')}</ul>`
    expect(textOf(`<article><h1>${TITLE}</h1><div class="text">${body}</div></article>`)).toContain(said)
  })

  it('stays where the heading is of the text, though a link', () => {
    const section = `<h3><a href="/x">1. The fish balls</a></h3><div><p class="blurb">${said}</p></div>`
    const body = `${STORY}<div class="module">${section}</div>${rest}`
    expect(textOf(`<article><h1>${TITLE}</h1><div class="text">${body}</div></article>`)).toContain(
      `1. The fish balls\n${said}`,
    )
  })

  it('stays where such headings are the text’s own, each with what it says', () => {
    const items = LINES.map((line, i) => `<h2><a href="/${i}">Market number ${i} of the town</a></h2><p>${line}</p>`)
    expect(textOf(`<article><h1>${TITLE}</h1><div class="text">${items.join('')}</div></article>`)).toContain(LINES[3])
  })

  it('stays where it asks for nothing', () => {
    const quote = `<blockquote><p>${said}</p></blockquote>`
    expect(textOf(inStory(quote))).toContain(said)
  })

  it('stays where it looks like the text', () => {
    const line = 'They put a newsletter out too: “All of it in your inbox” is what it says on its first page.'
    const body = [STORY, `<p>${line}</p>`, rest].map(part => `<div class="text">${part}</div>`).join('')
    expect(textOf(`<article><h1>${TITLE}</h1>${body}</article>`)).toContain(line)
  })
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
    '校对 林小满',
    '晨报新闻热线：029-88880000',
    '编辑 林小满',
    '生活中心／林小滿報導',
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
    '时间：2009年10月23日',
  ])('leave out %s', line => {
    expect(around(`<p>${line}</p>`)).toBe(HAN_LINES.join('\n'))
  })

  it.each([
    '时间：1月18日至24日，每天9:00至23:00。',
    '记者：请问这个摊子摆了多少年？',
    '文：这里的书都是街坊自己带来的，卖多少钱也由他们说了算。',
    '【文/平湖专栏作者 林小满】',
    '扫描与命名',
  ])('keep %s', line => {
    expect(around(`<p>${line}</p>`)).toContain(line)
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

it('keeps a subhead that a box of other articles parts from the text above', () => {
  const card = '<div class="reco-card"><a href="/a"><img src="/a.jpg"><h6>智能手表续航横评：谁能撑过七天</h6></a></div>'
  const others = `<section class="bff-recommend"><h3>延伸阅读</h3>${card.repeat(3)}</section>`
  const story = `${HAN_STORY}${others}<h2>年轻义工开发预约系统</h2>${HAN_STORY.replaceAll('<p>', '<p>后来，')}`
  const body = `<article><h1>旧书市集重新开张</h1><div class="body">${story}</div></article>`
  expect(textOf(body, '旧书市集重新开张')).toContain(`${HAN_LINES[1]}\n年轻义工开发预约系统\n后来`)
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

it('takes none of the teasers above a headline that its head begins with', () => {
  const teaser = (i: number) =>
    `<dt><a href="/${i}">短剧编剧的流水线生活</a></dt><dd>我在这座城市住了八年，搬过${i}次家，每一次都会丢掉一些东西。</dd><dd>2017-06-2${i}</dd>`
  const side = `<div class="left"><dl>${[1, 2, 3].map(teaser).join('')}</dl></div>`
  const body = `${side}<div class="right"><h1>沉痛悼念丁慕华教授</h1><div class="v">${HAN_STORY}${HAN_STORY.replaceAll('<p>', '<p>先生说，')}</div></div>`
  expect(textOf(body, '沉痛悼念丁慕华教授-江北大学水利工程系')).not.toContain('搬过')
})

describe('a deck', () => {
  const DECK = 'Three years after the fire, the stalls of Harbour Street are open to all'
  const page = (deck: string) => `<header><h1>${TITLE}</h1>${deck}</header><div class="text">${STORY}</div>`

  it('is a heading right below the headline, in another box than the text', () => {
    const article = read(page(`<h2>${DECK}</h2>`))
    expect(article?.subtitle).toBe(DECK)
    expect(article?.text).toBe(LINES.join('\n'))
  })

  it('is not the first subhead of the text', () => {
    expect(read(`<article><h1>${TITLE}</h1><h2>${DECK}</h2>${STORY}</article>`)?.subtitle).toBeUndefined()
  })

  it.each(['zhaiyao', 'article-summary', 'm-abstract', 'daoyu'])('may be what a box named %s says', name => {
    const summary = `<div class="${name}"><p>三年过去，四十个摊位又摆了出来，每个周末开放。</p></div>`
    const stamp = '<div class="info">2024-10-19 来源：平湖晚报</div><div>朗读</div><div>分享</div><div>字号</div>'
    const body = `<h1>旧书市集重新开张</h1>${stamp}${summary}<div class="zw">${HAN_STORY}</div>`
    const article = read(body, '旧书市集重新开张')
    expect(article?.subtitle).toBe('三年过去，四十个摊位又摆了出来，每个周末开放。')
    expect(article?.text).toBe(HAN_LINES.join('\n'))
  })

  it('may be a summary in a box of its own, without its label', () => {
    const summary = '<div class="box">[摘要]旧书市集2024年10月19日重新开张，每个周末开放。</div>'
    const body = `<h1>旧书市集重新开张</h1>${summary}<div class="zw">${HAN_STORY}</div>`
    const article = read(body, '旧书市集重新开张')
    expect(article?.subtitle).toBe('旧书市集2024年10月19日重新开张，每个周末开放。')
    expect(article?.text).toBe(HAN_LINES.join('\n'))
  })
})
