import { expect, it } from 'vitest'
import { extractArticle, extractWhole } from '../../../utils/extract/index.ts'
import { readPage } from '../../../utils/extract/page-tree.ts'
import { openPage } from './open-page.ts'

const LINES = [
  '平湖街道的旧书市集上周六重新开张，四十个摊位全部租了出去，附近的居民一早就在门口排起了长队。',
  '摊主老周说，他把家里存了二十年的连环画都搬来了，不图赚钱，只想给这些书找个愿意翻开它们的人。',
  '街道办表示，市集将在每个周末开放到下午五点，雨天改在文化站一楼大厅举行，摊位费全年减免。',
]
const [first, ...rest] = LINES.map(line => `<p>${line}</p>`)
const URL = 'https://news.example/2024/05/books.html'
const read = (between: string) =>
  extractArticle(
    openPage(`<title>旧书市集重新开张</title><body><article>${first}${between}${rest.join('')}</article>`, URL),
    URL,
  )

it.each([
  ['data-original', '<img src="/blank.gif" data-original="/a.jpg">'],
  ['data-src', '<img src="data:image/gif;base64,R0lGODlh" data-src="/a.jpg">'],
  ['data-srcset', '<img data-srcset="/small.jpg 300w, /a.jpg 1200w">'],
  ['srcset', '<img src="/blank.gif" srcset="/b.jpg 1x, /a.jpg 2x">'],
  ['source', '<picture><source srcset="/a.jpg 900w"><img src="/placeholder.png"></picture>'],
  ['noscript', '<img src="/loading.gif"><noscript><img class="x" src="/a.jpg"></noscript>'],
  ['AMP', '<amp-img src="/a.jpg"><i-amphtml-sizer><img src="data:,"></i-amphtml-sizer></amp-img>'],
  ['AMP, moving,', '<amp-anim src="/a.jpg"></amp-anim>'],
])('shows the picture that %s keeps', (_, picture) => {
  expect(read(`<p>${picture}</p>`)?.images.map(image => image.url)).toEqual(['https://news.example/a.jpg'])
})

it('shows a picture of a folder named share, and no button of that name', () => {
  expect(read('<p><img src="/dams/share/image/1.jpg"></p>')?.images).toHaveLength(1)
  expect(read('<p><img src="/img/wx-share.png"></p>')?.images).toEqual([])
})

it.each([
  ['a dot that counts readers', '<img src="/a.jpg" width="1" height="1">'],
  ['an icon', '<img src="/img/icon-share.png">'],
  ['a QR code', '<img src="/qrcode.jpg">'],
  ['one below which is said to scan it', '<figure><img src="/a.jpg"><figcaption>扫描关注街坊</figcaption></figure>'],
  ['one that asks to be clicked', '<figure><img src="/a.jpg"><figcaption>点击上方蓝字，关注街坊</figcaption></figure>'],
  ['an avatar', '<span class="avatar"><img src="/a.jpg"></span>'],
  ['who wrote it', '<div id="articleAuthor"><img src="/a.jpg"></div>'],
  ['where it is from', '<p><img class="index_sourceLogo_xT" src="/a.jpg"></p>'],
  ['what stands for a picture', '<img src="/spaceball.gif">'],
  ['a small square of another article', '<img src="/2018/10/portrait-100x100.jpg">'],
  ['a small picture of another article', '<img src="/2018/05/15268/120x90.jpg">'],
  ['who wrote it, asked for in small', '<img src="/106811220-chan.jpg?w=60&amp;h=60">'],
  ['what stands for a film', '<div class="InlineVideo-videoEmbed"><img src="/a.jpg"></div>'],
  ['what an office for advertisements serves', '<img src="https://ad.news.example/2012/04/tl_960x90.jpg">'],
  ['what PHPCMS keeps for advertisements', '<img src="/uploadfile/poster/2017/a.jpg">'],
  ['an address no picture has', '<img src="javascript:alert(1)">'],
])('does not show %s', (_, picture) => {
  expect(read(`<p>${picture}</p>`)?.images).toEqual([])
})

it.each([
  ['in figcaption', '<figure><img src="/a.jpg"><figcaption>市集入口。张三 摄</figcaption></figure>'],
  ['in a box named so', '<div><img src="/a.jpg"></div><div class="img-desc">市集入口。张三 摄</div>'],
  ['in an element named so beside it', '<div><img src="/a.jpg"> <span class="caption">市集入口。张三 摄</span></div>'],
  ['in a line that signs it', '<p><img src="/a.jpg"></p><p>市集入口。张三 摄</p>'],
  [
    'in a centred line after it',
    '<p style="text-align:center"><img src="/a.jpg"></p><p style="text-align:center">市集入口。张三 摄</p>',
  ],
])('ties a caption to its picture: %s', (_, markup) => {
  const article = read(markup)
  expect(article?.images).toEqual([{ url: 'https://news.example/a.jpg', caption: '市集入口。张三 摄' }])
  expect(article?.html).toContain('<figcaption>市集入口。张三 摄</figcaption>')
  expect(article?.text).toBe(LINES.join('\n'))
})

it('takes a line that names an agency below a picture for its caption', () => {
  const article = read('<p><img src="/a.jpg"></p><p>Ann Reed/Getty Images</p>')
  expect(article?.images[0]?.caption).toBe('Ann Reed/Getty Images')
  expect(article?.text).toBe(LINES.join('\n'))
})

it('prefers a caption to the credit in the box of its picture, of which nothing is left in the text', () => {
  const figure =
    '<figure><div><img src="/a.jpg"><span>The Harbour Press</span></div><figcaption>市集入口排起的长队一直到街角，街坊们自带板凳。</figcaption></figure>'
  const article = read(figure)
  expect(article?.images[0]?.caption).toBe('市集入口排起的长队一直到街角，街坊们自带板凳。')
  expect(article?.text).toBe(LINES.join('\n'))
})

it('keeps a line that tells from where is reported, below a picture', () => {
  expect(read('<p><img src="/a.jpg"></p><p>平湖晚报 10月14日报道</p>')?.text).toContain('10月14日报道')
})

it('keeps a long text beside a picture in a figure', () => {
  const long = LINES.join('').repeat(4)
  expect(read(`<figure><p><img src="/a.jpg"> ${long}</p></figure>`)?.text).toContain(long)
})

it('takes what a box of one picture says for its caption', () => {
  const article = read(
    '<div class="image-right"><img src="/a.jpg"> <br> <i>The market in 1952. (Public domain)</i></div>',
  )
  expect(article?.images[0]?.caption).toBe('The market in 1952. (Public domain)')
  expect(article?.text).toBe(LINES.join('\n'))
})

it('shows a picture once, in the first of its sizes, and as many as one address makes', () => {
  const urls = (markup: string) => read(markup)?.images.map(({ url }) => url.slice(20))
  expect(urls('<p><img src="/a.jpg?w=635"></p><p><img src="/a.jpg?w=300"></p>')).toEqual(['/a.jpg?w=635'])
  expect(urls('<p><img src="/photo?id=1"></p><p><img src="/photo?id=2"></p>')).toHaveLength(2)
})

it('adds who took a picture to its caption, however much longer that is', () => {
  const figure =
    '<figure><img src="/a.jpg"><figcaption>The bowl</figcaption><cite>Photo: Ann Reed/Harbour Courier</cite></figure>'
  const article = read(figure)
  expect(article?.images[0]?.caption).toBe('The bowl Photo: Ann Reed/Harbour Courier')
  expect(article?.html).toContain('<figcaption>The bowl <cite>Photo: Ann Reed/Harbour Courier</cite></figcaption>')
  expect(article?.text).toBe(LINES.join('\n'))
})

it('shows the pictures of a gallery', () => {
  const gallery =
    '<dl class="gallery-item"><dt class="gallery-icon"><a href="/t"><img src="/tickets-150x150.jpg" width="150"></a></dt></dl>'
  expect(read(gallery)?.images).toHaveLength(1)
})

it('shows a picture of a counter, and none of what counts', () => {
  expect(read('<p><img src="/siostry_counter.0.jpg"></p>')?.images).toHaveLength(1)
  expect(read('<p><img src="/counter.gif"></p>')?.images).toEqual([])
})

it('shows the picture of a figure that stands in a button or behind an empty box, and none beside another', () => {
  const figure = (inside: string) => read(`<figure>${inside}<figcaption>市集入口</figcaption></figure>`)?.images
  const kept = [{ url: 'https://news.example/a.jpg', caption: '市集入口' }]
  expect(figure('<button><img src="/a.jpg"> 放大</button>')).toEqual(kept)
  expect(figure('<div style="background-image: url(\'/a.jpg\')"></div>')).toEqual(kept)
  expect(figure('<img src="/a.jpg"><button><img src="/b.jpg"></button>')).toEqual(kept)
  expect(figure('<img src="/a.jpg"><div style="background: #fff url(/b.jpg)"></div>')).toEqual(kept)
  expect(read('<button><img src="/a.jpg"></button><div style="background: url(/a.jpg)"></div>')?.images).toEqual([])
})

it('shows a picture on which is written how many more there are, and not the number', () => {
  const article = read('<div><img src="/a.jpg"><span>+5</span></div>')
  expect(article?.images).toHaveLength(1)
  expect(article?.html).not.toContain('+5')
  expect(read('<div><img src="/a.jpg"><span>5 摊</span></div>')?.html).toContain('5 摊')
})

it('shows the caption of a picture that its page holds again for readers without scripts', () => {
  const twice = '<img src="data:," data-src="/a.jpg"><noscript><img src="/a.jpg"></noscript>'
  expect(read(`<figure><div>${twice}</div><figcaption>市集入口</figcaption></figure>`)?.images).toEqual([
    { url: 'https://news.example/a.jpg', caption: '市集入口' },
  ])
})

it('says in the caption who took it, where its box does in a line of its own', () => {
  const figure = (credit: string) =>
    read(`<figure><img src="/a.jpg"><figcaption><p>市集入口</p><small>${credit}</small></figcaption></figure>`)
      ?.images[0]
  expect(figure('旧书摊')?.caption).toBe('市集入口 旧书摊')
  expect(figure('市集')?.caption).toBe('市集入口')
  expect(figure('|')?.caption).toBe('市集入口')
})

it('leaves out of a caption which picture it is of, and where to buy it', () => {
  const offer = '<a href="/buy">Acquire Licensing Rights, opens new tab</a>'
  const article = read(`<figure><img src="/a.jpg"><figcaption>[1/2]市集入口 ${offer}</figcaption></figure>`)
  expect(article?.images[0]?.caption).toBe('市集入口')
  expect(article?.html).toContain('<figcaption>市集入口</figcaption>')
})

it('describes a picture by what its page says of it, and not by the name of its file', () => {
  const altOf = (alt: string) => read(`<p><img src="/a.jpg" alt="${alt}"></p>`)?.images[0]?.alt
  expect(altOf('市集入口')).toBe('市集入口')
  expect(altOf('W020210618328451.jpg')).toBeUndefined()
})

it('shows no caption of marks only', () => {
  expect(read('<figure><img src="/a.jpg"><figcaption>…</figcaption></figure>')?.images).toEqual([
    { url: 'https://news.example/a.jpg' },
  ])
})

it('says nothing of what folds a caption', () => {
  const figure =
    '<figure><img src="/a.jpg"><figcaption>市集入口<b class="hide-caption"><b>hide caption</b></b></figcaption></figure>'
  expect(read(figure)?.images).toEqual([{ url: 'https://news.example/a.jpg', caption: '市集入口' }])
})

it('gives a caption to the picture beside a button to see it large', () => {
  const zoom = '<a href="/a.jpg"><img src="/img/zoom.png"></a>'
  const box = `<div><div><img src="/a.jpg">${zoom}</div><div class="media-text">市集入口</div></div>`
  expect(read(box)?.images).toEqual([{ url: 'https://news.example/a.jpg', caption: '市集入口' }])
  expect(read('<p><img src="/zoom-call.jpg"></p>')?.images).toHaveLength(1)
})

it('gives all lines of a figure to its picture, though they stand above it', () => {
  const lines = '<figcaption><div class="caption">市集入口</div><p class="copyright">Foto: Tom Beck</p></figcaption>'
  expect(read(`<figure>${lines}<img src="/a.jpg"></figure>`)?.images[0]?.caption).toBe('市集入口 Foto: Tom Beck')
})

it('takes no heading, no count and no button for a caption', () => {
  const captionOf = (below: string) => read(`<div><p><img src="/a.jpg"></p>${below}</div>`)?.images[0]?.caption
  expect(captionOf('<p>市集入口</p>')).toBe('市集入口')
  expect(captionOf('<h2>市集入口</h2>')).toBeUndefined()
  expect(captionOf('<p>3</p>')).toBeUndefined()
  const centred = (line: string) =>
    read(`<p align="center"><img src="/a.jpg"></p><p align="center">${line}</p><p>市集还会办下去，街道办说。</p>`)
  expect(centred('市集入口')?.images[0]?.caption).toBe('市集入口')
  const button = centred('<a href="/shop">Check the price of these books</a>')
  expect(button?.images[0]?.caption).toBeUndefined()
  expect(button?.text).not.toContain('Check')
})

it('takes no paragraph for a caption where all are centred', () => {
  const line = LINES[0] as string
  const all = `<p align="center">${line.repeat(4)}</p><p align="center"><img src="/a.jpg"></p><p align="center">${line}</p>`
  const article = read(`<div>${all}</div>`)
  expect(article?.images[0]?.caption).toBeUndefined()
  expect(article?.text.split(line).length).toBeGreaterThan(5)
})

it('shows people who scan something', () => {
  const picture = '<figure><img src="/a.jpg"><figcaption>市民扫描二维码进入市集</figcaption></figure>'
  expect(read(picture)?.images).toHaveLength(1)
})

it('takes no paragraph for a caption', () => {
  const article = read(`<p><img src="/a.jpg"></p><p>${LINES[1]}${LINES[2]}</p>`)
  expect(article?.images).toEqual([{ url: 'https://news.example/a.jpg' }])
})

it('keeps a table of data, cell by cell, and takes one that lays out the page apart', () => {
  const data = '<table><tr><th>周末</th><th>摊位</th></tr><tr><td>五月</td><td>四十</td></tr></table>'
  const document = openPage(`<body><table><tr><td>${first}${data}${rest.join('')}</td></tr></table>`, URL)
  const page = readPage(document, URL)
  const article = page && extractWhole(page, URL)
  expect(article?.html.match(/<table>.*<\/table>/)?.[0]).toBe(
    '<table><tbody><tr><th>周末</th><th>摊位</th></tr><tr><td>五月</td><td>四十</td></tr></tbody></table>',
  )
  expect(article?.text).toBe([LINES[0], '周末\t摊位', '五月\t四十', LINES[1], LINES[2]].join('\n'))
})

it('takes a list of one item that holds the whole text apart', () => {
  const html = read(`<ul><li>${LINES.map(line => `<p>${line}</p>`).join('')}</li></ul>`)?.html
  expect(html).not.toContain('<li>')
  expect(html?.match(/<p>/g)).toHaveLength(LINES.length)
})

it('links to a film instead of showing it', () => {
  const html = read('<p><iframe src="https://www.youtube.com/embed/x1" title="开张那天"></iframe></p>')?.html
  expect(html).toContain('<p><a href="https://www.youtube.com/embed/x1">▶ 开张那天</a></p>')
  expect(html).not.toContain('iframe')
  const untitled = (title: string) =>
    read(`<p><iframe src="https://www.youtube.com/embed/x1" title="${title}"></iframe></p>`)?.html
  for (const title of ['YouTube video player', 'vimeo Video Player', ''])
    expect(untitled(title)).toContain('▶ www.youtube.com')
})

it('keeps lists, quotes and subheads for what they are', () => {
  const html = read(
    '<h3>怎么去</h3><ul><li>乘坐地铁十号线到平湖站，从二号口出来走三百米。</li><li>乘坐三六二路公交到文化站下车。</li></ul>' +
      '<blockquote>书找到愿意翻开它的人，才算有了家，摊主老周这样说。</blockquote>',
  )?.html
  expect(html).toContain('<h3>怎么去</h3><ul><li>乘坐地铁')
  expect(html).toContain('<blockquote><p>书找到')
})

it('leaves out the numbers beside the lines of a block of code, and keeps code of numbers', () => {
  const code = (beside: string) => `<pre><code>let a = 1\nlet b = 2</code>${beside}</pre>`
  const numbers = '<ul class="pre-numbering"><li>1</li><li>2</li></ul>'
  expect(read(code(numbers))?.html).toContain('<pre><code>let a = 1\nlet b = 2</code></pre>')
  expect(read('<pre><code>12</code></pre>')?.html).toContain('<pre><code>12</code></pre>')
})

it('leaves out a button to copy a block of code', () => {
  const html = read(
    '<pre><code class="js copyable">let longerThanIsAButton = 1<span class="copy-code-btn">复制代码</span></code></pre>',
  )?.html
  expect(html).toContain('<pre><code>let longerThanIsAButton = 1</code></pre>')
})

it('links to what is to be heard, but for the voice that reads the article itself', () => {
  expect(read('<audio src="https://media.example/talk.mp3" title="对谈"></audio>')?.html).toContain('▶ 对谈')
  expect(read('<audio src="https://tts.news.example/1.mp3"></audio>')?.html).not.toContain('▶')
})

it('goes on with the numbers of a list that a paragraph parts', () => {
  const items = ['连环画摊位二十个，每个月租一百二十元。', '修笔铺一间，开放到下午五点，节假日休息。']
  const list = (start: string) => `<ol${start}>${items.map(item => `<li>${item}</li>`).join('')}</ol>`
  const html = read(`${list('')}<p>${LINES[0]}又说了一遍。</p>${list(' start="3"')}`)?.html
  expect(html?.match(/<ol[^>]*>/g)).toEqual(['<ol>', '<ol start="3">'])
})

it('leaves out the way back from a note, and the brackets around it', () => {
  const back = '<a href="#ref1">↩︎</a>'
  expect(read(`<p>街道办去年的年报。 ${back}</p>`)?.html).toContain('<p>街道办去年的年报。</p>')
  expect(read(`<p>街道办去年的年报。 [${back}]</p>`)?.html).toContain('<p>街道办去年的年报。</p>')
  expect(read('<p>街道办<a href="/up">↩</a>去年的年报。</p>')?.html).toContain('↩')
})
