import { describe, expect, it } from 'vitest'
import { HAN_LINES, HAN_STORY, inStory, LINES, read, STORY, TITLE, textOf } from './stories.ts'

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
    const line = '居民正在查看改造后的卫生间。本文图片均为澎湃新闻记者 冉蔚 图'
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

  it('is its caption where all of a paragraph is an element named so', () => {
    const article = read(inStory('<img src="/a.jpg"><p><span class="photoCredit">Courtesy of Chan</span></p>'))
    expect(article?.images[0]?.caption).toBe('Courtesy of Chan')
  })

  it('is what stands beside a credit in another box, as the BBC has them', () => {
    const picture = '<div><div><img src="/a.jpg"></div><p class="copyright-caption">Chan</p></div>'
    const article = read(inStory(`<figure>${picture}<figcaption><p>${WORDS}</p></figcaption></figure>`))
    expect(article?.images[0]?.caption).toBe(WORDS)
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

it('keeps a subhead that a box of other articles parts from the text above', () => {
  const card = '<div class="reco-card"><a href="/a"><img src="/a.jpg"><h6>智能手表续航横评：谁能撑过七天</h6></a></div>'
  const others = `<section class="bff-recommend"><h3>延伸阅读</h3>${card.repeat(3)}</section>`
  const story = `${HAN_STORY}${others}<h2>年轻义工开发预约系统</h2>${HAN_STORY.replaceAll('<p>', '<p>后来，')}`
  const body = `<article><h1>旧书市集重新开张</h1><div class="body">${story}</div></article>`
  expect(textOf(body, '旧书市集重新开张')).toContain(`${HAN_LINES[1]}\n年轻义工开发预约系统\n后来`)
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

it('has a heading that is all in a box as a heading', () => {
  const html = read(inStory('<h2><a id="a"></a><div>Forty stalls were back</div></h2>'))?.html
  expect(html).toContain('<h2>Forty stalls were back</h2>')
})
