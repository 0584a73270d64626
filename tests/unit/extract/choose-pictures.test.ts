import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'
import { ADDRESS, MORE, read, STORY, TITLE } from './stories.ts'

/** The addresses of the pictures of a story that has something between its paragraphs. */
const picturesAmong = (between: string) =>
  read(`<h1>${TITLE}</h1><div>${STORY}${between}${MORE}</div>`)?.images.map(({ url }) => url)

it('takes a picture far above the text with its caption, and none that leads to another article', () => {
  const notes = ['Share', 'Print', '1,100 words', 'Edited by Anna Lee', 'Save it', 'Send it'].map(
    line => `<p>${line}</p>`,
  )
  const lead = '<div class="lead"><img src="/lead.jpg"><div class="lead-caption">The market at night.</div></div>'
  const story = `<div class="text">${STORY}</div>`
  const imagesOf = (body: string) =>
    read(`<h1>${TITLE}</h1>${body}`)?.images.map(({ url, caption }) => [url.slice(-9), caption])
  expect(imagesOf(`${lead}<div class="tools">${notes.join('')}</div>${story}`)).toEqual([
    ['/lead.jpg', 'The market at night.'],
  ])
  const other =
    '<aside><h4>Related Story</h4><div><a href="/b"><img src="/othr.jpg"></a></div><p><a href="/b">Rain</a></p></aside>'
  expect(imagesOf(`<div class="text">${STORY}${other}${MORE}</div>`)).toEqual([])
})

it('leaves out the picture of another story, and of who wrote this one, and keeps what leads to a shop or to a larger one', () => {
  const image = '<img src="/a.jpg">'
  expect(picturesAmong(`<a href="/1.html"><div>${image}</div><span>The last ferry</span></a>`)).toEqual([])
  expect(
    picturesAmong(
      `<div><a href="//m.news.example/1.html">${image}</a></div><div><a href="https://m.news.example/1.html">The last ferry</a></div>`,
    ),
  ).toEqual([])
  const headed = '<h3><a href="/markets">Markets</a></h3><h3><a href="/1.html">The last ferry</a></h3>'
  expect(picturesAmong(`<div><a href="/1.html">${image}</a>${headed}</div>`)).toEqual([])
  const kept = ['https://news.example/a.jpg']
  const gallery = '<a href="/gallery/1">View gallery</a>'
  expect(picturesAmong(`<div><a href="/gallery/1">${image}</a></div><div>${gallery}</div>`)).toEqual(kept)
  expect(
    picturesAmong(`<div><a href="/a.jpg">${image}</a></div><div><a href="/1.html">The last ferry</a></div>`),
  ).toEqual(kept)
  expect(
    picturesAmong(
      `<div><a href="https://shop.test/1">${image}</a></div><div><a href="https://shop.test/1">$20 there</a></div>`,
    ),
  ).toEqual(kept)
  expect(picturesAmong(`<div><a href="#stalls">${image}</a></div><div><a href="#stalls">The stalls</a></div>`)).toEqual(
    kept,
  )
})

describe('the picture that the head names', () => {
  const menu = '<p><a href="/x">Markets of the harbour</a></p>'.repeat(8)
  const picturesOf = (above: string, within = '', named = '/2024/market.jpg') => {
    const head = `<title>${TITLE}</title><meta property="og:image" content="${named}">`
    const body = `<header>${above}</header>${menu}<h1>${TITLE}</h1><div>${STORY}${within}${MORE}</div>`
    return extractArticle(openPage(`<head>${head}</head><body>${body}`, ADDRESS), ADDRESS)?.images.map(
      image => image.url,
    )
  }

  it('is shown, however much stands between it and the text, in any of its sizes', () => {
    const kept = ['https://news.example/2024/market-1024x683.jpg?w=80']
    expect(picturesOf('<img src="/2024/market-1024x683.jpg?w=80"><p>Harbour</p>')).toEqual(kept)
    expect(picturesOf('<img src="/2024/market-1024x683.jpg?w=80">', '', '/2024/market-scaled.jpg')).toEqual(kept)
  })

  it('is shown from beside the text, though that has others', () => {
    const beside = (within: string) => {
      const head = `<title>${TITLE}</title><meta property="og:image" content="/2024/market.jpg">`
      const aside = '<aside><h6>Share</h6><div class="featured"><img src="/2024/market.jpg"></div></aside>'
      const body = `<h1>${TITLE}</h1><div>${STORY}${within}${MORE}</div>${aside}`
      return extractArticle(openPage(`<head>${head}</head><body>${body}`, ADDRESS), ADDRESS)?.images.map(image =>
        image.url.slice(-10),
      )
    }
    expect(beside('')).toEqual(['market.jpg'])
    expect(beside('<p><img src="/2024/stall1.jpg"></p>')).toEqual(['stall1.jpg', 'market.jpg'])
  })

  it('is shown from between the paragraphs, past much else, and not where it leads to another page', () => {
    const tools = ['Share', 'Print', 'Send it', 'Save it'].map(line => `<p><a href="/s">${line}</a></p>`)
    const share = `<div class="share-bar">${tools.join('')}</div>`
    const among = (picture: string) => picturesOf('', `${share}<div class="thumb">${picture}</div>${share}`)
    const image = '<img src="/2024/market-1024x683.jpg">'
    const credited = `${image} Photo: Anna Lee/Getty Images`
    expect(among(image)).toHaveLength(1)
    expect(among(credited)).toHaveLength(1)
    expect(among(`<a href="/2024/market.jpg">${image}</a>`)).toHaveLength(1)
    expect(among(`<a href="/2024/other.html">${image}</a>`)).toEqual([])
  })

  it('is shown once, and no other is', () => {
    expect(picturesOf('<img src="/2024/market.jpg">', '<p><img src="/2024/market-300x200.jpg"></p>')).toEqual([
      'https://news.example/2024/market-300x200.jpg',
    ])
    expect(picturesOf('<img src="/2024/ferry.jpg">')).toEqual([])
    expect(picturesOf('<img src="/1.jpg">', '', '/1.jpg')).toEqual([])
    expect(picturesOf('<div class="siteLogo"><img src="/2024/market.jpg"></div>')).toEqual([])
    expect(picturesOf('<img src="/2024/market~_v-16x9.jpg">', '', '/2024/market~_v-large.jpg')).toHaveLength(1)
    expect(picturesOf('<ul><li style="display:none"><img src="/2024/market.jpg"></li></ul>')).toHaveLength(1)
  })
})

describe('the picture beside the headline', () => {
  const trail = '<ol><li><a href="/">Home</a></li><li><a href="/harbour">Harbour</a></li><li>Markets</li></ol>'
  const picturesOf = (image: string, within = '', page = (inner: string) => `<div>${inner}</div>`) =>
    read(page(`<div class="stage">${image}</div>${trail}<div><h1>${TITLE}</h1><div>${within}${STORY}</div></div>`))
      ?.images.length

  it('is shown, though the head does not name it, where the text begins with none', () => {
    expect(picturesOf('<img src="/a.jpg" width="770">')).toBe(1)
    expect(picturesOf('<img src="/a.jpg"><noscript><img src="/a.jpg"></noscript>')).toBe(1)
    expect(picturesOf('<img src="/a.jpg">', '<p><img src="/b.jpg"></p>')).toBe(1)
  })

  it('is not where it is small or drawn, leads away, or is that of the whole page', () => {
    for (const image of [
      '<img src="/a.jpg?w=105&h=105">',
      '<img src="/a.jpg" width="200">',
      '<img src="/a.svg">',
      '<img src="/73x49/a.jpg">',
    ])
      expect(picturesOf(image)).toBe(0)
    expect(picturesOf('<a href="/b.html"><img src="/a.jpg"></a>')).toBe(0)
    expect(picturesOf('<img src="/a.jpg">', '', inner => inner)).toBe(0)
  })
})

describe('a picture between the paragraphs', () => {
  const kept = ['https://news.example/a.jpg']
  const image = '<img src="/a.jpg">'

  it('goes where it stands in a box with words that are not of the text', () => {
    const offer = '<p>Subscribe to our newsletter</p><p><a href="/join">Join us now</a></p>'
    expect(picturesAmong(`<div class="cta">${image}${offer}</div>`)).toEqual([])
    expect(picturesAmong(`<div class="cta"><div>${image}</div></div>${offer}`)).toEqual(kept)
  })

  it('stays where they say what it shows, or all in one sentence', () => {
    const offer = '<p><a href="/join">Subscribe to our newsletter now</a></p>'
    const caption = '<figcaption>Mr Chan and his umbrellas</figcaption>'
    expect(picturesAmong(`<div class="cta"><figure>${image}${caption}</figure>${offer}</div>`)).toEqual(kept)
    expect(
      picturesAmong(`<aside class="ad"><div>${image}</div><p>Mr Chan sells umbrellas at the harbour.</p></aside>`),
    ).toEqual(kept)
  })

  it('goes with a caption that is the headline of another story', () => {
    const card = (caption: string) => picturesAmong(`<figure>${image}<figcaption>${caption}</figcaption></figure>`)
    const other = '<a href="/b.html"><h5>The ferry to the islands runs again</h5></a>'
    expect(card(other)).toEqual([])
    expect(card(other.replace('/b.html', '/large.jpg'))).toEqual(kept)
    expect(card('<a href="/b.html">Mr Chan</a>')).toEqual(kept)
  })

  it('stays with others of a gallery, however many', () => {
    const gallery = Array.from({ length: 9 }, (_, i) => `<div><img src="/${i}.jpg"></div>`).join('')
    expect(picturesAmong(gallery)).toHaveLength(9)
  })

  it('goes where it leads to the front page, as banners do', () => {
    expect(picturesAmong(`<p><a href="/">${image}</a></p>`)).toEqual([])
    expect(picturesAmong(`<p><a href="/?page=2">${image}</a></p>`)).toEqual(kept)
  })
})

it('shows nothing of the site around its name and its menu as a lead', () => {
  const picturesOf = (box: string) => read(`${box}<article>${STORY}</article>`)?.images.length
  expect(picturesOf('<div class="masthead"><img src="/a.jpg"></div>')).toBe(0)
  expect(picturesOf('<nav><div><img src="/a.jpg"></div></nav>')).toBe(0)
  expect(picturesOf('<div id="sidebar"><div><img src="/a.jpg"></div></div>')).toBe(0)
  expect(picturesOf('<div class="lead"><img src="/a.jpg"></div>')).toBe(1)
})

it.each(['head-shot', 'ACredit author-image', 'styles__Author-sc-185vu23-0', 'author__image-container'])(
  'shows nobody whose picture is called %s',
  name => {
    const box = `<div class="${name}"><img src="/a.jpg"></div>`
    expect(read(`<h1>${TITLE}</h1>${box}<article>${STORY}</article>`)?.images).toEqual([])
  },
)

it('takes the address of a picture rather than its number, and that of the large one where a script puts both in', () => {
  const pictures =
    '<img src="/a/market.jpg" data-img="cty7170"><p><a href="/a/large.jpg"><img src="/a/blank.gif"></a></p>'
  expect(picturesAmong(pictures)).toEqual(['https://news.example/a/market.jpg', 'https://news.example/a/large.jpg'])
})

it('takes no address that a script has yet to fill in', () => {
  const picture = '<img data-src="/a/market.jpg?w={width}" src="/a/market.jpg?w=600">'
  expect(picturesAmong(picture)).toEqual(['https://news.example/a/market.jpg?w=600'])
})

it('takes no lines drawn between the parts of a text', () => {
  expect(picturesAmong('<p><img src="/a/divider-2.png"></p><p><img src="/a/market.jpg"></p>')).toHaveLength(1)
})

it('shows no offer above the text that leads away, with words of its own', () => {
  const seeds = '<p><a href="https://shop.test/seeds"><img src="/seeds.jpg"></a></p>'
  const above = (box: string) =>
    read(`<h1>${TITLE}</h1><article>${box}<div class="text">${STORY}</div></article>`)?.images.length
  expect(
    above(`<div class="offer"><p>Finally, the perfect garden seeds, from the most trusted name</p>${seeds}</div>`),
  ).toBe(0)
  expect(above(`<div class="offer">${seeds}</div>`)).toBe(1)
})

it('takes the large one of a picture whose small one is shown until that is there, from the box around it', () => {
  const small = '<img data-src="/a/73x49/x.jpg">'
  const large = ['https://news.example/a/870x582/x.jpg']
  expect(picturesAmong(`<picture><source srcset="/a/870x582/x.jpg">${small}</picture>`)).toEqual(large)
  expect(picturesAmong(`<a href="/a/870x582/x.jpg">${small}</a>`)).toEqual(large)
  expect(picturesAmong(`<div>${small}</div>`)).toEqual(['https://news.example/a/73x49/x.jpg'])
})
