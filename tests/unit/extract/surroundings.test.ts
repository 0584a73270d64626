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

  it.each(['相关新闻', '您可能也喜欢', '精彩跟帖'])('teasers of others below %s, however many', heading => {
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
    '—END—',
    '--广告--',
  ])('leaves out %s', line => {
    expect(textOf(inStory(`<p>${line}</p>`))).toBe([...LINES, ...LINES].join('\n'))
  })

  it.each([
    'NOTE: it can be done, said Mr Chan to whoever would hear it.',
    'Follow me on the way to the harbour.',
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

  it('may be a summary in a box of its own, without its label', () => {
    const summary = '<div class="box">[摘要]旧书市集2024年10月19日重新开张，每个周末开放。</div>'
    const body = `<h1>旧书市集重新开张</h1>${summary}<div class="zw">${HAN_STORY}</div>`
    const article = read(body, '旧书市集重新开张')
    expect(article?.subtitle).toBe('旧书市集2024年10月19日重新开张，每个周末开放。')
    expect(article?.text).toBe(HAN_LINES.join('\n'))
  })
})
