import { expect, it } from 'vitest'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'
import { ADDRESS, LINES, TITLE } from './stories.ts'

const paragraphs = LINES.map(line => `<p>${line}</p>`)
const read = (body: string, head = '', address = ADDRESS) =>
  extractArticle(openPage(`<head><title>${TITLE}</title>${head}</head><body>${body}`, address), address)
const story = (inner: string) => `<article><h1>${TITLE}</h1>${inner}</article>`

it('joins an initial that is set large to the rest of its word', () => {
  const text = read(story(`${paragraphs.join('')}<p>T</p><p>urkey and ${LINES[0]}</p>${paragraphs.join('')}`))?.text
  expect(text).toContain('\nTurkey and ')
})

it('has no readings of characters in its words', () => {
  const article = read(
    story(`<p>${LINES[0]} <ruby>子<rp>(</rp><rt>こ</rt><rp>)</rp></ruby>ども</p>${paragraphs.join('')}`),
  )
  expect(article?.text).toContain('子ども')
})

it('takes the address of a picture rather than its number, and that of the large one where a script puts both in', () => {
  const pictures =
    '<img src="/a/market.jpg" data-img="cty7170"><p><a href="/a/large.jpg"><img src="/a/blank.gif"></a></p>'
  const images = read(story(paragraphs[0] + pictures + paragraphs.join('')))?.images.map(
    ({ url }) => new URL(url).pathname,
  )
  expect(images).toEqual(['/a/market.jpg', '/a/large.jpg'])
})

it('shows as a deck what the description says too and the text does not begin with', () => {
  const deck = 'What the neighbours of an old market hall think of it, ten years after'
  const head = `<meta name="description" content="${deck}">`
  const article = read(
    `<header><h1>${TITLE}</h1><div>${deck}</div></header><article>${paragraphs.join('')}</article>`,
    head,
  )
  expect(article?.subtitle ?? article?.text.split('\n')[0]).toBe(deck)
})

it('knows an author whom the head labels for Twitter, and not what else it labels', () => {
  const head = (label: string) =>
    `<meta name="twitter:label1" content="${label}"><meta name="twitter:data1" content="Anna Lee">`
  const names = (label: string) => read(story(paragraphs.join('')), head(label))?.credits.map(({ name }) => name)
  expect(names('Verfasst von')).toEqual(['Anna Lee'])
  expect(names('Geschätzte Lesezeit')).toEqual([])
})

it.each([
  ['News zu VR und KI | MIXED.de', 'https://mixed.de/a', 'MIXED.de'],
  ['Find a Provider - Sofia Health', 'https://www.sofiahealth.com/a', 'Sofia Health'],
  ['Harbour | Times', 'https://news.example/a', 'Harbour | Times'],
])('of the name %s at %s keeps %s', (declared, address, site) => {
  const head = `<meta property="og:site_name" content="${declared}">`
  expect(read(story(paragraphs.join('')), head, address)?.site).toBe(site)
})

it('refuses a name of a site that was never filled in', () => {
  const head = '<meta property="og:site_name" content="{$plugin.site_name}">'
  expect(read(story(paragraphs.join('')), head)?.site).toBeUndefined()
})

it.each(['Nota relacionada: El último ferry', '[CTA_MODULE]', 'https://news.example/a.jpg 1707 2560 Anna Lee'])(
  'takes no line like %s',
  line => {
    const text = read(story(`${paragraphs.join('')}<p>${line}</p>${paragraphs.join('')}`))?.text
    expect(text).toContain(LINES[0])
    expect(text).not.toContain(line)
  },
)

it('ends with no line of who wrote, and with a sentence of them', () => {
  const last = (line: string) =>
    read(story(`${paragraphs.join('')}<p>${line}</p>`))
      ?.text.split('\n')
      .at(-1)
  expect(last('Autoren Anna Lee und Jan Chan')).toBe(LINES.at(-1))
  expect(last('Autoren gibt es hier am Hafen viele, und sie schreiben gern.')).toContain('schreiben gern')
})
