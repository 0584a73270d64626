import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'

const URL = 'https://harbour.example/2024/03/ferry.html'
const LINES = [
  'The ferry to the outer islands runs again after the storm that closed the pier for eleven days in March.',
  'Divers had to lift two sunken boats out of the harbour before the first crossing could leave on Tuesday.',
  'The district council paid for the repairs and says that fares will stay as they are until next summer.',
]
const text = LINES.map(line => `<p>${line}</p>`).join('')

function authors(byline: string, head = '', below = ''): (string | undefined)[] | undefined {
  const title = 'Ferry runs again after the storm'
  const body = `<article><h1>${title}</h1>${byline}${text}</article>${below}`
  const article = extractArticle(openPage(`<head><title>${title}</title>${head}</head><body>${body}</body>`, URL), URL)
  return article?.credits.filter(({ role }) => role === 'author').map(({ name }) => name)
}

describe('who wrote a page that is not in Chinese', () => {
  it.each([
    ['<p>By Anna Lee</p>', ['Anna Lee']],
    ['<p>By Anna Lee, Ph.D., and Tom Beck, RD</p>', ['Anna Lee', 'Tom Beck']],
    ['<p class="author">By Anna Lee, DVM. Reviewed by Tom Beck, DVM</p>', ['Anna Lee']],
    ['<p>By Tom Beck, Jr., and Anna Lee</p>', ['Tom Beck Jr.', 'Anna Lee']],
    ['<p>BY ANNA O’LEE AND TOM BECK</p>', ['Anna O’Lee', 'Tom Beck']],
    [
      '<div class="byline">By <a rel="author" href="/a">Anna Lee</a>, Harbour Editor | 12 March 2024</div>',
      ['Anna Lee'],
    ],
    ['<p class="author">Anna Lee March 12, 2024</p>', ['Anna Lee']],
    [
      '<p><span class="author-name">Anna Lee</span><span class="author-name">Tom Beck</span></p>',
      ['Anna Lee', 'Tom Beck'],
    ],
    ['<div class="auteur">Par Jean-Luc Né et Zoé Blanc</div>', ['Jean-Luc Né', 'Zoé Blanc']],
    ['<p>Von Jürgen Groß</p>', ['Jürgen Groß']],
    ['<div class="byline">Anna Lee, HARBOUR Sports 3:15 p.m. EDT March 12, 2024</div>', ['Anna Lee']],
    ['<p>By Anna Lee, Associated Press</p>', ['Anna Lee']],
    ['<p>By Anna Lee Tuesday, Aug. 17, 2010</p>', ['Anna Lee']],
    ['<p>By Associated Press</p>', ['Associated Press']],
    [
      '<p class="vcard">Written by<span class="fn"> Ludwig van Hoven</span> on Tuesday 12 March 2024</p>',
      ['Ludwig van Hoven'],
    ],
    ['<p class="publish-author">Mar. 12, 2024 · Anna Lee for the pier</p>', ['Anna Lee']],
    ['<p class="byline__author">VON ANNA LEE am 12. März 2024</p>', ['Anna Lee']],
    ['<p>Datum: 12.03.2024 Autor: Anna Lee Quelle: Hafenbote</p>', ['Anna Lee']],
    ['<p>Author: Anna Lee</p>', ['Anna Lee']],
    ['<p class="meta">Written by: <b class="author">Anna Lee Anna Lee</b></p>', ['Anna Lee']],
    ['<p>12. März 2024 von <a href="/author/anna/">Anna</a></p>', ['Anna']],
  ])('is read from %s', (byline, names) => {
    expect(authors(byline)).toEqual(names)
  })

  it.each([
    '<p>By the time the pier was open again, the boats had gone.</p>',
    '<p class="author">Full Bio</p>',
    '<p class="byline">Harbour News Team</p>',
    '<p>By 12 March 2024</p>',
    '<ul class="breadcrumbs"><li><a href="/kind">By Kind</a></li></ul>',
  ])('is not in %s', line => {
    expect(authors(line)).toEqual([])
  })

  it('is what the page’s data say, then what it shows, then what its head says', () => {
    const meta = '<meta name="author" content="Meta Name">'
    const data = '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Data Name"}}</script>'
    expect(authors('<p>By Anna Lee</p>', meta + data)).toEqual(['Data Name'])
    expect(authors('<p>By Anna Lee</p>', meta)).toEqual(['Anna Lee'])
    expect(authors('', meta)).toEqual(['Meta Name'])
  })

  it('is what the page shows, where that names those of its data and others', () => {
    const data = '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Anna Lee"}}</script>'
    expect(authors('<p>By Anna Lee and Tom Beck</p>', data)).toEqual(['Anna Lee', 'Tom Beck'])
    expect(authors('<p>By Tom Beck</p>', data)).toEqual(['Anna Lee'])
  })

  it('is a name to log in by only where there is no other, and no office', () => {
    const called = (name: string) =>
      `<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"${name}"}}</script>`
    expect(authors('<p>By Anna Lee</p>', called('alee2'))).toEqual(['Anna Lee'])
    expect(authors('', called('alee2'))).toEqual(['alee2'])
    expect(authors('', called('Ministerium für Häfen, Fähren und Brücken'))).toEqual([])
    expect(authors('', called('site_admin'))).toEqual([])
    expect(authors('', called('Redacci&amp;oacute;n'))).toEqual([])
    expect(authors('', called('Andr&amp;eacute; O&amp;#039;Lee'))).toEqual(["André O'Lee"])
  })

  it('is all whom a journal names, as names are written', () => {
    const meta = ['Lee, Anna', 'Tom Beck'].map(name => `<meta name="citation_author" content="${name}">`).join('')
    expect(authors('', `${meta}<meta name="author" content="Harbour Journal">`)).toEqual(['Anna Lee', 'Tom Beck'])
  })

  it('is written as names are, though the page’s data shout', () => {
    const data = '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"ANNA LEE"}}</script>'
    expect(authors('', data)).toEqual(['Anna Lee'])
  })

  it('is not who took a picture, as that is signed below it', () => {
    const figure =
      '<figure><img src="/a.jpg"><figcaption>The pier <span class="foto-firma">Tom Beck</span></figcaption></figure>'
    expect(authors(`${figure}<div class="firma">Anna Lee</div>`)).toEqual(['Anna Lee'])
  })

  it('is who signs below the text, where nobody is named above it, and nobody who remarks on it', () => {
    const signed = (line: string, head = '') => authors('', head, line)
    expect(signed('<div class="end"><p>Text: Anna Lee</p></div>')).toEqual(['Anna Lee'])
    expect(signed('<div>Datum: 12.3.2024 Autor: Anna Lee Quelle: Hafenbote</div>')).toEqual(['Anna Lee'])
    expect(signed('<div>Autor: <span itemprop="author">Anna Lee</span></div>')).toEqual(['Anna Lee'])
    expect(signed('<div class="comment"><span itemprop="author">Anna Lee</span></div>')).toEqual([])
    expect(signed('<p>Anna Lee</p>')).toEqual([])
    expect(signed('<p>Text: Anna Lee</p>', '<meta name="author" content="Meta Name">')).toEqual(['Meta Name'])
  })

  it('is in a long line with other things, where its page says so', () => {
    const line = `<p><span class="author">Anna Lee</span>${' <a href="/x">Follow the harbour</a>'.repeat(9)}</p>`
    expect(authors(line)).toEqual(['Anna Lee'])
  })

  it('is not the company that owns a paper, nor where that is', () => {
    expect(authors('', '<meta name="author" content="Harbour Courier GmbH, Munich, Germany">')).toEqual([])
    expect(authors('', '<meta name="author" content="PŘÍSTAV, a.s.">')).toEqual([])
  })

  it('is not what somebody is, nor for whom', () => {
    const named = (content: string) => authors('', `<meta name="author" content="${content}">`)
    expect(named('Anna Lee, Master Horticulturalist &amp; Garden Educator')).toEqual(['Anna Lee'])
    expect(named('Anna Lee, Sr. Director of Operations, Harbour Lines')).toEqual(['Anna Lee'])
    expect(named('Anna Lee - Courier Editorial Team')).toEqual(['Anna Lee'])
    expect(named('Anna Lee, Tom Head')).toEqual(['Anna Lee', 'Tom Head'])
  })

  it('is whose name heads what tells of them below the text, and who is alone in a box named so above it', () => {
    const below = (name: string) =>
      authors('', '', `<div class="${name}"><h3>Anna Lee</h3><p>She writes of boats.</p></div>`)
    expect(below('author-bio footer')).toEqual(['Anna Lee'])
    expect(below('teaser')).toEqual([])
    const above = (name: string, more = '') =>
      authors(`<div class="${name}"><div><p><a href="/anna">Anna Lee</a></p></div>${more}</div>`)
    expect(above('author')).toEqual(['Anna Lee'])
    expect(above('author', '<p>and others who wrote for us this week</p>')).toEqual([])
  })

  it('is the name that the page shows rather than one to log in with', () => {
    expect(authors('<p>By Anna Lee</p>', '<meta name="author" content="AnnaL">')).toEqual(['Anna Lee'])
    expect(authors('', '<meta name="author" content="AnnaL">')).toEqual(['AnnaL'])
  })

  it('is who stands after the day, in a box apart', () => {
    const line = (day: string) =>
      `<div><span>${day}</span><a href="/anna"><img src="/a.png"><div>Anna Lee</div></a></div>`
    expect(authors(line('2025-12-17 ·'))).toEqual(['Anna Lee'])
    expect(authors(line('Harbour ·'))).toEqual([])
  })

  it('is whom the head labels for Twitter, and not what else it labels', () => {
    const head = (label: string) =>
      `<meta name="twitter:label1" content="${label}"><meta name="twitter:data1" content="Anna Lee">`
    expect(authors('', head('Verfasst von'))).toEqual(['Anna Lee'])
    expect(authors('', head('Geschätzte Lesezeit'))).toEqual([])
  })

  it('is not the name of a column, where the head names somebody of those shown', () => {
    const shown = '<p class="byline">Modern Harbour</p><p class="byline">By Anna Lee</p>'
    expect(authors(shown, '<meta name="author" content="Anna Lee">')).toEqual(['Anna Lee'])
  })

  it.each([
    'AP',
    'harbour.fr',
    'HARBOUR.GOV',
    'River Times',
    'Harbour Post',
    'No Author',
    'anónimo',
    'Anonymous',
    'Staff Reports',
    'admin',
  ])('is not %s, which is no person', name => {
    const site = '<meta property="og:site_name" content="Harbour Post">'
    expect(authors('<p>By Anna Lee</p>', `${site}<meta name="author" content="${name}">`)).toEqual(['Anna Lee'])
    expect(authors('', `${site}<meta name="author" content="${name}">`)).toEqual([])
  })
})
