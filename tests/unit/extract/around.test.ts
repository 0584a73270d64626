/** What stands around a text and is of its site: its name, its menus, its notices. */
import { expect, it } from 'vitest'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'
import { ADDRESS, MORE, STORY, TITLE } from './stories.ts'

const read = (head: string, above = '', below = '') =>
  extractArticle(
    openPage(`<head>${head}</head><body>${above}<h1>${TITLE}</h1><div>${STORY}</div>${below}</body>`, ADDRESS),
    ADDRESS,
  )

it.each([
  ['og:site_name', `<meta property="og:site_name" content="Harbour Courier"><title>${TITLE}</title>`],
  ['the data, if the head has an address', '<meta property="og:site_name" content="https://www.courier.example">'],
  ['the title, after which page it is of the story', `<title>${TITLE} - Harbour Courier</title>`],
])('takes the name of the site from %s', (_, head) => {
  const data = `<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Harbour Courier"}}</script>`
  expect(read(head + (head.includes('https') ? `<title>${TITLE}</title>${data}` : ''))?.site).toBe('Harbour Courier')
})

it.each([`${TITLE} | Page 2`, `${TITLE} - by Anna Lee`])('takes no name of a site from %s', title => {
  expect(read(`<title>${title}</title>`)?.site).toBeUndefined()
})

it('takes the end of an address, which some data say, for no step of the trail', () => {
  const step = (name: string, at: number) => ({ '@type': 'ListItem', position: at + 1, name })
  const data = {
    '@type': 'BreadcrumbList',
    itemListElement: ['Markets', 'Do-it-yourself', 'Night-Market'].map(step),
  }
  const head = `<title>${TITLE}</title><script type="application/ld+json">${JSON.stringify(data)}</script>`
  expect(read(head, '')).toMatchObject({ breadcrumb: ['Markets', 'Do-it-yourself'], section: 'Do-it-yourself' })
})

it('takes no title that was cut, and no place of one, for a step of the trail', () => {
  const trail = (last: string) =>
    `<div class="breadcrumb"><a href="/">Home</a> / <a href="/m">Markets</a> / <a href="/n">News</a> / ${last}</div>`
  const sectionOf = (last: string) => read(`<title>${TITLE}</title>`, trail(last))?.section
  expect(sectionOf(`${TITLE.slice(0, 9)}...`)).toBe('News')
  expect(sectionOf('Current Page')).toBe('News')
  expect(sectionOf('Ferries')).toBe('Ferries')
})

it('takes no menu for the trail of an article', () => {
  const links = '<ul><li><a href="/a">Contact</a></li><li><a href="/b">Join now</a></li></ul>'
  expect(read(`<title>${TITLE}</title>`, `<div class="nav-bar"><div>${links}</div></div>`)?.breadcrumb).toEqual([])
  expect(read(`<title>${TITLE}</title>`, `<div class="crumbs"><div>${links}</div></div>`)?.breadcrumb).toEqual([
    'Contact',
    'Join now',
  ])
})

it('prefers a headline to the heading that ends a trail, though that says nearly what the head does', () => {
  const page = (name: string) => `<head><title>${TITLE} with forty stalls | Markets</title></head><body>
    <nav class="${name}"><h1 class="${name}-link">${TITLE} with more than forty stalls</h1></nav>
    <h2>${TITLE} with forty stalls</h2><div>${STORY}</div></body>`
  const titleOf = (name: string) => extractArticle(openPage(page(name), ADDRESS), ADDRESS)?.title
  expect(titleOf('Breadcrumb')).toBe(`${TITLE} with forty stalls`)
  expect(titleOf('Top')).toBe(`${TITLE} with more than forty stalls`)
})

it('leaves out what asks whether a site may follow its readers', () => {
  const asks = STORY.replaceAll('<p>', '<p>We would like to know where you read that and why. ')
  const page = read(`<title>${TITLE}</title>`, '', `<div class="cmplz-cookiebanner"><div>${asks}</div></div>`)
  expect(page?.text).not.toContain('We would like')
})

it.each(['ContentHeaderDek-bCXPyE', 'styles_articleDek__Y1jmL', 'a-lead'])(
  'takes a line named %s for its deck',
  name => {
    const deck = `<p class="${name}">Forty stalls are back in town</p>`
    const page = `<head><title>${TITLE}</title></head><body><header><h1>${TITLE}</h1>${deck}</header><div>${STORY}</div></body>`
    expect(extractArticle(openPage(page, ADDRESS), ADDRESS)?.subtitle).toBe('Forty stalls are back in town')
  },
)

it('takes no table of contents for a deck, nor what a menu says', () => {
  const subtitleOf = (box: string) =>
    extractArticle(
      openPage(`<head><title>${TITLE}</title></head><body><h1>${TITLE}</h1>${box}<div>${STORY}</div></body>`, ADDRESS),
      ADDRESS,
    )?.subtitle
  expect(subtitleOf('<h3 class="subtitle">Table of contents</h3>')).toBeUndefined()
  expect(subtitleOf('<div class="mega-menu"><p class="sub-title">Keep up with our news</p></div>')).toBeUndefined()
  expect(subtitleOf('<p class="sub-title">Keep up with our news</p>')).toBe('Keep up with our news')
})

it('shows a formula in a line of its own, and no rule', () => {
  const imagesOf = (height: number) =>
    extractArticle(
      openPage(
        `<head><title>${TITLE}</title></head><body><h1>${TITLE}</h1><div>${STORY}<p><img src="/f.jpg" width="600" height="${height}"></p>${MORE}</div></body>`,
        ADDRESS,
      ),
      ADDRESS,
    )?.images.length
  expect(imagesOf(29)).toBe(1)
  expect(imagesOf(10)).toBe(0)
})
