import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'
import { ADDRESS, inStory, LINES, MORE, STORY, textOf } from './stories.ts'

it('takes a text once that a page holds twice, for wide and for narrow screens', () => {
  const wide = `<div class="wide"><h1>Night market is back</h1>${STORY}</div>`
  expect(textOf(`${wide}<div class="narrow" style="display:none">${STORY}</div>`)).toBe(LINES.join('\n'))
})

it('keeps an item that two lists have, and drops those of a list that stands in a copy', () => {
  const list = '<ul><li>Read what those who bought it say before you buy.</li><li>Ask for a bag of paper.</li></ul>'
  const story = STORY + list + MORE
  const said = (text = '') => text.split('Read what').length - 1
  expect(said(textOf(`<h1>Night market is back</h1><article>${story}${list}<p>${LINES[0]} Yes.</p></article>`))).toBe(2)
  const copy = `<div class="narrow" style="display:none">${story}</div>`
  expect(said(textOf(`<div class="wide"><h1>Night market is back</h1>${story}</div>${copy}`))).toBe(1)
})

it('keeps a paragraph that is all of an item and that two lists have', () => {
  const list =
    '<ul><li><p>Read what those who bought it say before you buy.</p></li><li><p>Ask for a bag.</p></li></ul>'
  const text = textOf(
    `<h1>Night market is back</h1><article>${STORY + list + MORE}${list}<p>${LINES[0]} Yes.</p></article>`,
  )
  expect(text?.split('Read what').length).toBe(3)
})

it('takes a text once whose beginning is shown above it, cut off, and keeps a subhead that is how it goes on', () => {
  const [opening, ...rest] = [LINES.slice(0, 2).join(' '), ...LINES.slice(2)]
  const story = `<div class="body">${[opening, ...rest].map(line => `<p>${line}</p>`).join('')}</div>`
  const cut = `<div class="intro">${opening.slice(0, 120)}...</div>`
  expect(textOf(`<h1>Night market is back</h1>${cut}${story}`)).toBe([opening, ...rest].join('\n'))
  const head = `<h2>${LINES[0]?.slice(0, 40)}</h2>`
  expect(textOf(`<h1>Night market is back</h1><article>${STORY}${head}${STORY}</article>`)).toContain(
    `${LINES[3]}\n${LINES[0]?.slice(0, 40)}\n`,
  )
})

it('leaves out what is said again, and large, and keeps long ones, which people are quoted with', () => {
  const story = (pulled: string) =>
    textOf(
      `<article><h1>Night market is back</h1>${STORY}<aside class="pullquote"><p>${pulled}</p></aside>${MORE}</article>`,
    )
  expect(story('Rather the rain than three years without a market, says a man who sells umbrellas.')).not.toContain(
    'Rather',
  )
  const quoted = `${LINES.join(' ')} So it says.`
  expect(story(quoted)).toContain(quoted)
  expect(textOf(`<h1>Night market is back</h1><div class="pull-quote">${STORY}</div>`)).toBe(LINES.join('\n'))
})

it('reads a page that hides all it has until a script has run', () => {
  const text = textOf(`<div style="display:none"><h1>Night market is back</h1><article>${STORY}</article></div>`)
  expect(text).toBe(LINES.join('\n'))
})

it('leaves out what stands above a headline that the head says too: forms, notices, teasers', () => {
  const form = '<div class="mail"><p>Please enter the letters that you see below, and up to twenty addresses.</p></div>'
  const teaser = `<div class="top"><h3>Rain</h3><p>It rained on Monday, and on Tuesday, and nobody in town was surprised.</p></div>`
  const story = `<div class="story"><h1>Night market is back</h1>${STORY}</div>`
  expect(textOf(`${form}${teaser}${story}`)).toBe(LINES.join('\n'))
})

it('keeps a text most of which stands above the heading that the head repeats', () => {
  const text = textOf(`<article>${STORY}<h2>Night market is back</h2><p>${LINES[0]} Again.</p></article>`)
  expect(text).toContain(LINES[1])
})

it('leaves out the line that says where one is on the site', () => {
  const line = '<p>当前位置:首页 >> 街坊新闻 >> 正文</p>'
  expect(textOf(`<article>${line}${STORY}</article>`)).toBe(LINES.join('\n'))
})

it('keeps an offer to residents, and leaves out one to whoever has news', () => {
  const lines = [
    '平湖街道的旧书市集上周六重新开张，四十个摊位全部租了出去，附近的居民一早就在门口排起了长队。',
    '街道办表示，市集将在每个周末开放到下午五点，雨天改在文化站一楼大厅举行，摊位费全年减免。',
    '如果您有意摆摊，可以到社区服务中心报名，名额不限。',
  ]
  const body = [...lines, '如果您有新闻线索，欢迎向我们报料。'].map(line => `<p>${line}</p>`).join('')
  expect(textOf(`<article>${body}</article>`)).toBe(lines.join('\n'))
})

it('leaves out the line that says who wrote it, and gives them as credits', () => {
  const lines = [
    '平湖街道的旧书市集上周六重新开张，四十个摊位全部租了出去，附近的居民一早就在门口排起了长队。',
    '街道办表示，市集将在每个周末开放到下午五点，雨天改在文化站一楼大厅举行，摊位费全年减免。',
  ]
  const body = [...lines, '采写：南都见习记者 林小满'].map(line => `<p>${line}</p>`).join('')
  const article = extractArticle(openPage(`<title>旧书市集</title><body><article>${body}</article>`, ADDRESS), ADDRESS)
  expect(article?.text).toBe(lines.join('\n'))
  expect(article?.credits).toEqual([{ role: 'reporter', name: '林小满' }])
})

it('goes on with the paragraphs of one box to the last, though it ends in a link to the front page', () => {
  const lines = [
    '从9月上旬开始，先是两家数据公司的负责人被带走调查，随后又有几家被纳入调查，直至行业头部平台被传出解散整个部门。',
    '一名从业者感慨，整顿还在继续，谁也不知道下一家又会是谁。有人换了行，也有人在等，等一个说法，等一条新的路。',
    '转型之路，道阻且长。而眼下，在严厉的表态下，可以预见的是，第三方数据行业的整顿仍将持续，远没有到结束的时候。',
  ]
  const [first, second, last] = lines
  const list = '<p><a href="/a">相关阅读一</a></p><p><a href="/b">相关阅读二</a></p>'
  const body = `<div class="bd"><p class="text">${first}</p><p class="text">${second}</p><p class="text">${last}<a href="/">返回首页&gt;&gt;</a></p><p>正文已结束，您可以按alt+4进行评论</p></div>${list}`
  expect(textOf(body)?.split('\n')[2]).toMatch(/^转型之路.*没有到结束的时候。/)
})

it('leaves out links far from the text', () => {
  const links = Array.from(
    { length: 12 },
    (_, i) => `<div><a href="/${i}">What else Harbour Street says, part ${i}</a></div>`,
  )
  expect(textOf(`<article>${STORY}</article><section>${links.join('')}</section>`)).toBe(LINES.join('\n'))
})

it('takes what a page calls ingredients, however short: amounts, single words, links', () => {
  const items = ['2', 'onions', 'salt', 'a little oil']
  const list = `<div class="recipe-ingredients"><h3>Ingredients</h3><ul>${items.map(item => `<li>${item}</li>`).join('')}</ul></div>`
  const text = textOf(`<article><h1>Night market is back</h1>${list}${STORY}</article>`)
  expect(text).toBe(['Ingredients', ...items, ...LINES].join('\n'))
})

it('takes the subhead of a list in a box of its own', () => {
  const [first, ...rest] = LINES
  const list = `<ul>${rest.map(line => `<li>${line}</li>`).join('')}</ul>`
  const part = `<div class="part"><h3>How to get there</h3>${list}</div>`
  const text = textOf(`<article><h1>Night market is back</h1><div class="text"><p>${first}</p></div>${part}</article>`)
  expect(text).toBe([first, 'How to get there', ...rest].join('\n'))
})

it('takes a short message of somebody else’s between the paragraphs, and who sent it', () => {
  const [first, ...rest] = LINES.map(line => `<p>${line}</p>`)
  const message = '<blockquote><p>Rain or shine!</p>— Harbour Street (@harbour) <a href="/1">May 2</a></blockquote>'
  const text = textOf(`<article><h1>Night market is back</h1>${first}${message}${rest.join('')}</article>`)
  expect(text).toBe([LINES[0], 'Rain or shine!', '— Harbour Street (@harbour) May 2', ...LINES.slice(1)].join('\n'))
})

it('ends where the page goes on in other boxes, though its lines have no names either', () => {
  const short = `<div id="article"><h1>Night market is back</h1><p>${LINES[0]}</p><p>${LINES[1]}</p></div>`
  const next = '<div><p>Next article</p><p><a href="/b">Rain</a></p></div><h4>Related articles</h4>'
  const legal = `<div id="foot"><div id="disclaimer">${LINES.map(line => `<p>Nothing here is advice to buy umbrellas. ${line}</p>`).join('')}</div></div>`
  expect(textOf(`${short}${next}${legal}`)).not.toContain('Nothing here is advice')
})

describe('a picture below the last paragraph', () => {
  const picturesOf = (below: string, text = STORY) =>
    extractArticle(
      openPage(
        `<title>Night market is back</title><body><h1>Night market is back</h1><div>${text}${below}</div><p><img src="/other.jpg"></p>`,
        ADDRESS,
      ),
      ADDRESS,
    )?.images.map(image => image.url)
  const [first, second] = ['https://news.example/a.jpg', 'https://news.example/b.jpg']

  it('is of the text in whose box it stands, with others above it', () => {
    expect(
      picturesOf('<p><img src="/a.jpg"></p><figure><a href="/b-large.jpg"><img src="/b.jpg"></a></figure>'),
    ).toEqual([first, second])
  })

  it('is not if it leads elsewhere, or stands below other words', () => {
    expect(picturesOf('<p><a href="/subscribe"><img src="/a.jpg"></a></p>')).toEqual([])
    expect(picturesOf('<ul><li><a href="/1">The last ferry</a></li></ul><p><img src="/a.jpg"></p>')).toEqual([])
  })

  it('is to be scanned, below a Chinese text, unless it has a caption', () => {
    const text = '<p>平湖街道的旧书市集上周六重新开张，四十个摊位全部租了出去，附近的居民一早就在门口排起了长队。</p>'
      .repeat(2)
      .replace('平湖', '昨天，平湖')
    expect(picturesOf('<p><img src="/a.jpg"></p>', text)).toEqual([])
    expect(picturesOf('<figure><img src="/a.jpg"><figcaption>市集入口</figcaption></figure>', text)).toEqual([first])
  })
})

it('leaves out cards and offers of a page builder, unless the page is about them, and what asks for another browser', () => {
  const said = 'Forty stalls on one page, with their opening hours and what they sell, for whoever is in a hurry.'
  const card = (name: string) => `<div class="${name}"><p>${said}</p></div>`
  for (const name of ['et_pb_module et_pb_cta_0', 'elementor-posts', 'ie-overlay'])
    expect(textOf(inStory(card(name)))).not.toContain(said)
  expect(textOf(inStory(card('plain')))).toContain(said)
  expect(textOf(`<h1>Night market is back</h1><div class="elementor-posts">${STORY}</div>`)).toBe(LINES.join('\n'))
})

it('keeps what is quoted again', () => {
  const quote = '<blockquote><p>Mrs. Laura Badonka, Special Investigations, 21 Jump Street</p></blockquote>'
  const text = textOf(
    `<h1>Night market is back</h1><article>${STORY}${quote}${MORE}${quote}<p>${LINES[0]} Yes.</p></article>`,
  )
  expect(text?.split('Jump Street')).toHaveLength(3)
})

it('keeps a cell of a table that is how the next one begins', () => {
  const cell = `${LINES[0]}`
  const table = `<table><tr><th>Stalls</th><td>${cell}</td><td>${cell} And more of them.</td></tr><tr><th>Rain</th><td>Some</td><td>None</td></tr></table>`
  expect(textOf(inStory(table))).toContain(`${cell}\t${cell} And`)
})

it.each(['mntl-author-tooltip', 'elementor-testimonial'])('leaves out what a box called %s says', name => {
  const says = 'Tom Beck has worked at the harbour for thirty years, and he knows each of its boats by name.'
  const box = (called: string) => `<div class="${called}"><p>${says}</p></div>`
  expect(textOf(inStory(box(name)))).not.toContain(says)
  expect(textOf(inStory(box('text')))).toContain(says)
})
