import { expect, it } from 'vitest'
import { settleBlocks } from '../../../utils/extract/blocks.ts'
import { extractArticle } from '../../../utils/extract/index.ts'
import { type PageTree, readPage } from '../../../utils/extract/page-tree.ts'
import { openPage } from './open-page.ts'

const LINES = [
  'The ferry to the outer islands runs again after the storm that closed the pier for eleven days in March.',
  'Divers had to lift two sunken boats out of the harbour before the first crossing could leave on Tuesday.',
  'The district council paid for the repairs and says that fares will stay as they are until next summer.',
]
const paragraphs = LINES.map(line => `<p>${line}</p>`).join('')
const URL = 'https://news.example/2024/03/ferry.html'
const read = (body: string, head = '') =>
  extractArticle(openPage(`<title>Ferry runs again</title>${head}<body>${body}`, URL), URL)
const textOf = (body: string, head?: string) => read(body, head)?.text

it.each([
  'By Anna Lee, 12 March 2024',
  'March 12, 2024',
  'Published on 12 March 2024',
  'Reading time: 4 minutes',
  'By Anna Lee Harbour reporter, Courier News',
  'BY ANNA LEE AND TOM BECK',
  'HARBOUR TOWN | Tue Mar 12, 2024 3:27pm EDT',
  '12 March 2024 Last updated at 10:18 GMT',
  'First published 4 hours ago',
])('leaves out "%s" above the first paragraph', line => {
  expect(textOf(`<article><h1>Ferry runs again</h1><p>${line}</p>${paragraphs}</article>`)).toBe(LINES.join('\n'))
})

it.each(['By noon on 12 March 2024 the pier was open.', 'What happened on 12 March 2024:'])(
  'keeps "%s" there, which says something',
  line => {
    const article = `<article><h1>Ferry runs again</h1><p>${line}</p>${paragraphs}</article>`
    expect(textOf(article)).toBe([line, ...LINES].join('\n'))
  },
)

it('leaves out a bar for sharing between the paragraphs, and keeps subheads that name one network each', () => {
  const [first, ...rest] = LINES.map(text => `<p>${text}</p>`)
  const bar = '<p>SHARECONNECT 31 TWEETCOMMENTEMAILMORE</p>'
  expect(textOf(`<article>${first}${bar}${rest.join('')}</article>`)).toBe(LINES.join('\n'))
  expect(textOf(`<article>${first}<h2>Facebook</h2>${rest.join('')}</article>`)).toContain('\nFacebook\n')
})

it.each(['Tags:', 'MÁS INFORMACIÓN:'])('leaves out "%s" at the end, of which the list was left out', label => {
  expect(textOf(`<article>${paragraphs}<p>${label}</p></article>`)).toBe(LINES.join('\n'))
})

it.each(['Copyright 2024 Harbour Courier. All rights reserved.', 'Courier © 2024', 'Comments', 'Popular'])(
  'ends at "%s" where the page goes on in another box',
  line => {
    const others = [
      'The mayor says that the bridge will be painted green before the summer begins. Nobody believes that, and he knows.',
      'Two swans were seen on the roof of the town hall. Nobody knows yet how they got there, and the swans do not say.',
    ].map(text => `<p class="said">${text}</p>`)
    const below = `<div class="legal"><h2>${line}</h2></div><div class="others">${others.join('')}</div>`
    const article = `<div class="story"><div class="text">${paragraphs}<p>${LINES.join(' ')}</p></div></div>`
    expect(textOf(article + below)).toBe([...LINES, LINES.join(' ')].join('\n'))
  },
)

it('goes on after a heading of other articles, where its own paragraphs do', () => {
  const [first, second, third] = LINES.map(text => `<p>${text}</p>`)
  const related = '<div class="in"><h4>Related</h4><a href="/b">Another storm closes the pier</a></div>'
  const text = textOf(`<article><div>${first}${second}</div>${related}<div>${third}</div></article>`)
  expect(text?.split('\n')).toEqual(expect.arrayContaining(LINES))
})

it('an element of the page’s own making in a sentence is a word of it, and one by itself a paragraph', () => {
  const [first, ...rest] = LINES
  const noted = `<p>The <harbour-term>ferry</harbour-term> to the outer <em>islands (see <x-ref>the map</x-ref>)</em> runs.</p>`
  const boxed = rest.map(text => `<own-paragraph>${text}</own-paragraph>`).join('')
  expect(textOf(`<article><p>${first}</p>${noted}${boxed}</article>`)).toBe(
    [first, 'The ferry to the outer islands (see the map) runs.', ...rest].join('\n'),
  )
})

it.each([
  'Source: Harbour Office',
  'Press enter or click to view image in full size',
  'Continue reading the main story',
  '<a href="/b.html">Read more: The pier of 1902</a>',
  '<a href="/b.html">Lesen Sie auch: Der Hafen</a>',
])('leaves out "%s" between the paragraphs', line => {
  const [first, ...rest] = LINES.map(text => `<p>${text}</p>`)
  expect(textOf(`<article>${first}<p>${line}</p>${rest.join('')}</article>`)).toBe(LINES.join('\n'))
})

it('reads the paragraphs of an element of the page’s own making that are cut by line breaks', () => {
  expect(textOf(`<div class="story"><storytext>${LINES.join('<br><br>')}</storytext></div>`)).toBe(LINES.join('\n'))
  const element = read(`<div class="story"><storytext>${LINES.join('<br><br>')}</storytext></div>`)?.html
  expect(element).toContain(`<p>${LINES[1]}</p>`)
})

it('keeps a sentence that begins like a line about the article', () => {
  const sentence = 'Read more than one paper, the harbour master said, before you believe what is told of the storm.'
  expect(textOf(`<article>${paragraphs}<p>${sentence}</p></article>`)).toContain(sentence)
})

it('takes the body from the data of a page that shows none', () => {
  const data = { '@type': 'NewsArticle', headline: 'Ferry runs again', articleBody: LINES.concat(LINES).join('\n') }
  const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`
  const article = read('<div id="app"><h1>Ferry runs again</h1><p>Loading the article for you.</p></div>', head)
  expect(article?.text.split('\n').slice(0, 3)).toEqual(LINES)
  expect(article?.html).toContain(`<p>${LINES[0]}</p>`)
  expect(article?.title).toBe('Ferry runs again')
})

it('takes escaped markup of data for what it is', () => {
  const script = (body: string) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: body })}</script>`
  const escapedOf = (html: string) => html.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const escaped = escapedOf(`<h2>Boats</h2>${paragraphs}${paragraphs}`)
  expect(textOf('<div id="app"><h1>Ferry runs again</h1></div>', script(escaped))?.split('\n')[1]).toBe(LINES[0])
  const padded = escapedOf(paragraphs.replaceAll('<p>', `<p class="${'a'.repeat(400)}">`))
  expect(textOf(`<article>${paragraphs}</article>`, script(padded))).toBe(LINES.join('\n'))
})

it('prefers what the page shows to the data it carries', () => {
  const data = { '@type': 'NewsArticle', articleBody: 'Another text. '.repeat(40) }
  const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`
  expect(textOf(`<article>${paragraphs}</article>`, head)).toBe(LINES.join('\n'))
})

it('reads a text that is kept in noscript', () => {
  expect(textOf(`<h1>Ferry runs again</h1><div><noscript>${paragraphs}${paragraphs}</noscript></div>`)).toContain(
    LINES[1],
  )
})

it.each([
  ['渡轮周二复航， 2024年的第一班在早上七点。', '渡轮周二复航，2024年的第一班在早上七点。'],
  ['渡轮周二复航。 <b>第一班</b>在早上七点。', '渡轮周二复航。第一班在早上七点。'],
  ['渡轮周二复航。<b> 第一班</b>在早上七点。', '渡轮周二复航。第一班在早上七点。'],
  ['船长 林小满 说，票价不变。', '船长 林小满 说，票价不变。'],
  ['渡轮周二复航。<br>第一班在早上七点。', '渡轮周二复航。\n第一班在早上七点。'],
])('leaves no space after a full-width mark, which has its own: %s', (line, text) => {
  expect(textOf(`<article><h1>Ferry runs again</h1>${paragraphs}<p>${line}</p>${paragraphs}</article>`)).toContain(text)
})

it.each([
  ['a<b> </b>c', 'a c'],
  ['a <b></b>c', 'a c'],
  ['a<i><b> </b></i>c', 'a c'],
  ['a<b>b </b>c', 'ab c'],
  ['a<b> b</b>c', 'a bc'],
])('keeps the space of %s', (markup, text) => {
  expect(textOf(`<article>${paragraphs}<p>${LINES[0]} ${markup} ${LINES[1]}</p></article>`)).toContain(` ${text} `)
})

it.each([20, 200, 2000])('is all there on a page of %i paragraphs that stand in no box and bear no names', count => {
  const lines = Array.from({ length: count }, (_, i) => `On day ${i} ${LINES[i % LINES.length]}`)
  expect(textOf(lines.map(line => `<p>${line}</p>`).join(''))?.split('\n')).toHaveLength(count)
})

it.each([
  '广告',
  '【广告】',
  '- Advertisement -',
  'Anzeige',
  'Article continues below',
  'Story Continued Below',
  'Advertisement - story continues below',
])('leaves out a line “%s”', line => {
  const [first, ...others] = LINES.map(text => `<p>${text}</p>`)
  expect(textOf(`${first}<p>${line}</p>${others.join('')}`)?.split('\n')).toEqual(LINES)
})

it.each(['返回腾讯网首页>>', '更多精彩内容', 'All about the ferry »'])('leaves out a link “%s” at the end', link => {
  const last = `<p>${LINES[2]} <a href="/">${link}</a></p>`
  expect(textOf(`<article><p>${LINES[0]}</p><p>${LINES[1]}</p>${last}</article>`)).toBe(LINES.join('\n'))
})

it('reads a paragraph that an advertisement stands in as one of those around it', () => {
  const ad = '<ins><iframe src="/ad"></iframe></ins>'
  const page = readPage(openPage(`<body><div><p>${LINES[0]}</p><p>${ad}${LINES[1]}</p></div>`), URL)
  const texts = settleBlocks((page as PageTree).body).filter(({ text }) => text !== '')
  expect(texts.map(({ text }) => text)).toEqual(LINES.slice(0, 2))
  expect(texts[1]?.element.parent).toBe(texts[0]?.element.parent)
})

it('leaves out what an iframe holds for browsers without any', () => {
  const frame =
    '<iframe src="/ad">&lt;a href="/ad"&gt;Buy two umbrellas, get a third one for free today&lt;/a&gt;</iframe>'
  expect(textOf(LINES.map(text => `<p>${text}</p>`).join(`<p>${frame}</p>`))).not.toContain('umbrellas, get')
})

it('shows pictures after the words of a paragraph where they stand there, and those of an item within it', () => {
  const [first, second, third] = LINES
  const html = read(
    `<p>${first}<br><img src="/a.jpg" width="600" height="400"></p><p><img src="/b.jpg" width="600" height="400">${second}</p>` +
      `<ul><li>${third} <img src="/c.jpg" width="600" height="400"></li><li>Again: ${third}</li></ul>`,
  )?.html
  const order = [first, 'a.jpg', 'b.jpg', second, '<ul><li>', third, 'c.jpg', '</figure></li><li>'].map(part =>
    html?.indexOf(part as string),
  )
  expect(order).toEqual([...order].sort((a, b) => Number(a) - Number(b)))
  expect(order).not.toContain(-1)
})
