import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'

const LINES = [
  'The night market on Harbour Street opened again on Friday after three years of waiting and of repairs.',
  'Forty stalls were back in their old places, and the queue for fish balls went round the corner twice.',
  'The street office says that it will stay open every weekend until the end of October, rain or shine.',
  'Mr Chan, who sells umbrellas, said that he would rather have the rain, but that he would not complain.',
]
const paragraphs = LINES.map(line => `<p>${line}</p>`).join('')
const URL = 'https://news.example/2024/10/night-market.html'

it('takes a picture far above the text with its caption, and none that leads to another article', () => {
  const notes = ['Share', 'Print', '1,100 words', 'Edited by Anna Lee', 'Save it', 'Send it'].map(
    line => `<p>${line}</p>`,
  )
  const lead = '<div class="lead"><img src="/lead.jpg"><div class="lead-caption">The market at night.</div></div>'
  const story = `<div class="text">${paragraphs}</div>`
  const imagesOf = (body: string) =>
    extractArticle(
      openPage(`<title>Night market is back</title><body><h1>Night market is back</h1>${body}`, URL),
      URL,
    )?.images.map(({ url, caption }) => [url.slice(-9), caption])
  expect(imagesOf(`${lead}<div class="tools">${notes.join('')}</div>${story}`)).toEqual([
    ['/lead.jpg', 'The market at night.'],
  ])
  const other =
    '<aside><h4>Related Story</h4><div><a href="/b"><img src="/othr.jpg"></a></div><p><a href="/b">Rain</a></p></aside>'
  expect(
    imagesOf(`<div class="text">${paragraphs}${other}${paragraphs.replaceAll('<p>', '<p>Again: ')}</div>`),
  ).toEqual([])
})

it('leaves out the picture of another story, and of who wrote this one, and keeps what leads to a shop or to a larger one', () => {
  const picturesOf = (card: string) =>
    extractArticle(
      openPage(
        `<title>Night market is back</title><body><h1>Night market is back</h1><div>${paragraphs}${card}${paragraphs.replaceAll('<p>', '<p>Again: ')}</div>`,
        URL,
      ),
      URL,
    )?.images.map(image => image.url)
  const image = '<img src="/a.jpg">'
  expect(picturesOf(`<a href="/1.html"><div>${image}</div><span>The last ferry</span></a>`)).toEqual([])
  expect(
    picturesOf(
      `<div><a href="//m.news.example/1.html">${image}</a></div><div><a href="https://m.news.example/1.html">The last ferry</a></div>`,
    ),
  ).toEqual([])
  const headed = '<h3><a href="/markets">Markets</a></h3><h3><a href="/1.html">The last ferry</a></h3>'
  expect(picturesOf(`<div><a href="/1.html">${image}</a>${headed}</div>`)).toEqual([])
  const kept = ['https://news.example/a.jpg']
  const gallery = '<a href="/gallery/1">View gallery</a>'
  expect(picturesOf(`<div><a href="/gallery/1">${image}</a></div><div>${gallery}</div>`)).toEqual(kept)
  expect(picturesOf(`<div><a href="/a.jpg">${image}</a></div><div><a href="/1.html">The last ferry</a></div>`)).toEqual(
    kept,
  )
  expect(
    picturesOf(
      `<div><a href="https://shop.test/1">${image}</a></div><div><a href="https://shop.test/1">$20 there</a></div>`,
    ),
  ).toEqual(kept)
  expect(picturesOf(`<div><a href="#stalls">${image}</a></div><div><a href="#stalls">The stalls</a></div>`)).toEqual(
    kept,
  )
})

describe('the picture that the head names', () => {
  const menu = '<p><a href="/x">Markets of the harbour</a></p>'.repeat(8)
  const picturesOf = (above: string, within = '', named = '/2024/market.jpg') => {
    const head = `<title>Night market is back</title><meta property="og:image" content="${named}">`
    const body = `<header>${above}</header>${menu}<h1>Night market is back</h1><div>${paragraphs}${within}${paragraphs.replaceAll('<p>', '<p>Again: ')}</div>`
    return extractArticle(openPage(`<head>${head}</head><body>${body}`, URL), URL)?.images.map(image => image.url)
  }

  it('is shown, however much stands between it and the text, in any of its sizes', () => {
    const kept = ['https://news.example/2024/market-1024x683.jpg?w=80']
    expect(picturesOf('<img src="/2024/market-1024x683.jpg?w=80"><p>Harbour</p>')).toEqual(kept)
    expect(picturesOf('<img src="/2024/market-1024x683.jpg?w=80">', '', '/2024/market-scaled.jpg')).toEqual(kept)
  })

  it('is shown from beside the text, where that has none', () => {
    const beside = (within: string) => {
      const head = '<title>Night market is back</title><meta property="og:image" content="/2024/market.jpg">'
      const aside = '<aside><h6>Share</h6><div class="featured"><img src="/2024/market.jpg"></div></aside>'
      const body = `<h1>Night market is back</h1><div>${paragraphs}${within}${paragraphs.replaceAll('<p>', '<p>Again: ')}</div>${aside}`
      return extractArticle(openPage(`<head>${head}</head><body>${body}`, URL), URL)?.images.map(image =>
        image.url.slice(-10),
      )
    }
    expect(beside('')).toEqual(['market.jpg'])
    expect(beside('<p><img src="/2024/stall1.jpg"></p>')).toEqual(['stall1.jpg'])
  })

  it('is shown once, and no other is', () => {
    expect(picturesOf('<img src="/2024/market.jpg">', '<p><img src="/2024/market-300x200.jpg"></p>')).toEqual([
      'https://news.example/2024/market-300x200.jpg',
    ])
    expect(picturesOf('<img src="/2024/ferry.jpg">')).toEqual([])
    expect(picturesOf('<img src="/1.jpg">', '', '/1.jpg')).toEqual([])
    expect(picturesOf('<ul><li style="display:none"><img src="/2024/market.jpg"></li></ul>')).toHaveLength(1)
  })
})

describe('a picture between the paragraphs', () => {
  const picturesOf = (between: string) =>
    extractArticle(
      openPage(
        `<title>Night market is back</title><body><h1>Night market is back</h1><div>${paragraphs}${between}${paragraphs.replaceAll('<p>', '<p>Again: ')}</div>`,
        URL,
      ),
      URL,
    )?.images.map(image => image.url.slice(-5))
  const image = '<img src="/a.jpg">'

  it('goes where it stands in a box with words that are not of the text', () => {
    const offer = '<p>Subscribe to our newsletter</p><p><a href="/join">Join us now</a></p>'
    expect(picturesOf(`<div class="cta">${image}${offer}</div>`)).toEqual([])
    expect(picturesOf(`<div class="cta"><div>${image}</div></div>${offer}`)).toEqual(['a.jpg'])
  })

  it('stays where they say what it shows, or all in one sentence', () => {
    const offer = '<p><a href="/join">Subscribe to our newsletter now</a></p>'
    const caption = '<figcaption>Mr Chan and his umbrellas</figcaption>'
    expect(picturesOf(`<div class="cta"><figure>${image}${caption}</figure>${offer}</div>`)).toEqual(['a.jpg'])
    expect(
      picturesOf(`<aside class="ad"><div>${image}</div><p>Mr Chan sells umbrellas at the harbour.</p></aside>`),
    ).toEqual(['a.jpg'])
  })

  it('stays with others of a gallery, however many', () => {
    const gallery = Array.from({ length: 9 }, (_, i) => `<div><img src="/${i}.jpg"></div>`).join('')
    expect(picturesOf(gallery)).toHaveLength(9)
  })

  it('goes where it leads to the front page, as banners do', () => {
    expect(picturesOf(`<p><a href="/">${image}</a></p>`)).toEqual([])
    expect(picturesOf(`<p><a href="/?page=2">${image}</a></p>`)).toEqual(['a.jpg'])
  })
})

it('shows nothing of the site around its name and its menu as a lead', () => {
  const picturesOf = (box: string) =>
    extractArticle(
      openPage(`<title>Night market is back</title><body>${box}<article>${paragraphs}</article>`, URL),
      URL,
    )?.images.length
  expect(picturesOf('<div class="masthead"><img src="/a.jpg"></div>')).toBe(0)
  expect(picturesOf('<nav><div><img src="/a.jpg"></div></nav>')).toBe(0)
  expect(picturesOf('<div class="lead"><img src="/a.jpg"></div>')).toBe(1)
})

it.each(['head-shot', 'ACredit author-image', 'styles__Author-sc-185vu23-0', 'author__image-container'])(
  'shows nobody whose picture is called %s',
  name => {
    const box = `<div class="${name}"><img src="/a.jpg"></div>`
    const page = `<title>Night market is back</title><body><h1>Night market is back</h1>${box}<article>${paragraphs}</article>`
    expect(extractArticle(openPage(page, URL), URL)?.images).toEqual([])
  },
)
