import { describe, expect, it } from 'vitest'
import { findDate } from '../../../utils/extract/dates.ts'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'

const TEXT =
  '<p>The ferry runs again every twenty minutes, and the people on both banks of the river say that they had missed its horn.</p>'
const dateOf = (head: string, before: string, after = '', url = 'https://ferry.example/news/1') =>
  extractArticle(
    openPage(
      `<html lang="en"><head><title>The ferry is back on the river</title>${head}</head><body><h1>The ferry is back on the river</h1>${before}${TEXT.repeat(8)}${after}</body></html>`,
    ),
    url,
  )?.publishedAt

describe('the day of publication', () => {
  it('is not that of a change beside it that nobody sees', () => {
    const hidden = (how: string) => `<span ${how}>2021-01-07T17:27:31+02:00</span><span>June 19, 2018</span>`
    expect(dateOf('', `<div>${hidden('class="updated rich-snippet-hidden"')}</div>`)).toBe('2018-06-19')
    expect(dateOf('', `<div>${hidden('class="updated" style="display:none"')}</div>`)).toBe('2018-06-19')
  })

  it('is what the head of a Chinese page gives, where its text only tells of days, and else what is shown', () => {
    const text = '<p>2009年5月14日，老街的最后一班渡船开走了，两岸的人从此绕道大桥，一绕就是十年。</p>'
    const read = (head: string, below: string) =>
      extractArticle(
        openPage(
          `<title>老街渡船</title>${head}<body><h1>老街渡船重新开航</h1>${below}${text.repeat(2)}${text.replace('2009年5月14日', '今年春天').repeat(4)}`,
        ),
        'https://news.example/1.html',
      )?.publishedAt
    const meta = '<meta name="apub:time" content="2019-9-7 21:30:50">'
    expect(read(meta, '')).toBe('2019-09-07T21:30:50+08:00')
    expect(read(meta, '<p class="time">2019-09-06 08:00</p>')).toBe('2019-09-06T08:00:00+08:00')
    expect(read('', '')).toBe('2009-05-14')
  })

  it('is the readers’ day where the page shows it and its head has the moment in UTC', () => {
    const meta = '<meta property="article:published_time" content="2025-03-05T03:37:00+00:00">'
    expect(dateOf(meta, '<p class="date">March 4, 2025</p>')).toBe('2025-03-04')
    expect(dateOf(meta, '', '', 'https://ferry.example/2025/03/04/ferry.html')).toBe('2025-03-04')
    expect(dateOf(meta, '<p class="date">March 9, 2025</p>')).toBe('2025-03-05T03:37:00+00:00')
  })

  it('is the earlier of two days that the head calls alike, as the other may be of the last time the page was put out', () => {
    const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`
    const head = meta('published-time', '2026-03-09T08:45:32Z') + meta('published-date', '2021-02-16')
    expect(dateOf(head, '')).toBe('2021-02-16')
  })

  it('is what the head calls published_at', () => {
    expect(dateOf('<meta name="published_at" content="2024-03-02T08:00:00Z">', '')).toContain('2024-03-02')
  })

  it('is not the day of related news, nor that of an event', () => {
    const related = ['May 10', 'May 14'].map(
      day => `<p><a href="/x">Council asks for another ferry on the river</a></p><div>Fri, ${day} 2024</div>`,
    )
    const list = `<div class="related"><h3>Related news</h3>${related.join('')}</div>`
    expect(dateOf('', `${list}<p>RIVERTON | Wed May 15, 2024 3:27pm EDT</p>`)).toBe('2024-05-15')
    const meta = '<meta name="date" content="2024-05-15">'
    expect(dateOf(meta, '<ul><li>The ferry had not run since May 8, 2018</li></ul>')).toBe('2024-05-15')
  })

  it('is not taken from a head that has those of other news among its own', () => {
    const others = [1, 2, 3, 4].map(day => `<meta itemprop="datePublished" content="2019-03-0${day}">`).join('')
    expect(dateOf(others, '<p>Published May 15, 2024</p>')).toBe('2024-05-15')
  })

  it('is read from what comes after the text, where a label says so', () => {
    const after = '<ul><li>a</li><li>b</li></ul><div><h3>Publish date</h3><p>15 November 2018</p></div>'
    expect(dateOf('', '', after)).toBe('2018-11-15')
    expect(dateOf('', '', '<p>Last change: 31 October 2023. Published on: 1 November 2023</p>')).toBe('2023-11-01')
  })

  it('is what a label says, wherever it stands and the day comes, rather than the day of something else', () => {
    const between = `<ul>${'<li>a</li>'.repeat(10)}</ul>`
    const german =
      '<p>Der neue alte Steg über den Fluss wurde am 19. Mai 2010 um 23:03 Uhr gepostet und unter Stege und Fähren abgelegt.</p>'
    expect(dateOf('', '', between + german)).toBe('2010-05-19')
    const next = `${between}<p>The next party is on 6 November 2023</p>${between}`
    expect(dateOf('', '', `${next}<p>Last change: 31 October 2023. Published on: 1 November 2023</p>`)).toBe(
      '2023-11-01',
    )
    expect(dateOf('<meta name="date" content="11/01/2023">', '', '<p>Published on: 1 November 2023</p>')).toBe(
      '2023-11-01',
    )
  })

  it('is the day that readers see, where an element gives it in UTC', () => {
    const time = '<div><time datetime="2023-10-18T16:00:00.000Z">19 Oct, 2023 05:00 AM</time></div>'
    expect(dateOf('', time)).toBe('2023-10-19')
  })

  it('is the one that the title ends with, where there is no other', () => {
    const head = '<html lang="en"><title>The ferry runs again - 07.12.2017 - Harbour Courier</title>'
    const page = openPage(`${head}<body><h1>The ferry runs again</h1>${TEXT.repeat(8)}`)
    expect(extractArticle(page, 'https://ferry.example/news/1')?.publishedAt).toBe('2017-12-07')
  })

  it('is rather one that stands by itself than one in a link to something else', () => {
    const others = '<div class="side"><h2><a href="/b">The old ferry (5 April 2012)</a></h2></div>'
    expect(dateOf('', '', `${others}<ul class="info"><li>Day 13 September 2012</li></ul>`)).toBe('2012-09-13')
  })

  it('is the one shown, rather than one of which its head does not say what it is', () => {
    const meta = (name: string) => `<meta name="${name}" content="2020-02-12">`
    const shown = '<p class="date">5 February 2020 - by Ann Reed (who speaks for the people of the ferry)</p>'
    expect(dateOf(meta('date'), shown)).toBe('2020-02-05')
    expect(dateOf(meta('pubdate'), shown)).toBe('2020-02-12')
  })

  it('is not known where the page says only when it was changed', () => {
    expect(dateOf('<meta property="article:modified_time" content="2024-05-06T08:00:00Z">', '')).toBeUndefined()
  })

  it('is the one that the first paragraph begins with', () => {
    expect(
      dateOf(
        '',
        '<p>27.1.2022 – The first ferry left at six in the morning with four people and two dogs on board.</p>',
      ),
    ).toBe('2022-01-27')
    const first = `<p>(21 November 2022) ${'Tickets for the ferry cost more than they did last year. '.repeat(5)}</p>`
    const second = '<p>Since 1 October 2022 all that cross the river pay four francs, and on Sundays two.</p>'
    expect(dateOf('', first + second)).toBe('2022-11-21')
  })

  it('is not the day of an update, in any language', () => {
    const changed = '<p><time itemprop="dateModified" datetime="2024-05-06">6 mai</time></p>'
    const published = '<p><time itemprop="datePublished" datetime="2024-05-05">5 mai</time></p>'
    expect(dateOf('', changed + published)).toBe('2024-05-05')
    expect(dateOf('', `<p class="date">Mis à jour le 6 mai 2024</p><p class="date">Le 5 mai 2024</p>`)).toBe(
      '2024-05-05',
    )
  })

  it('is read from an address with a section between its year and its month', () => {
    expect(dateOf('', '', '', 'https://ferry.example/2010/POLITICS/08/13/ferry/')).toBe('2010-08-13')
  })

  it('is not lost when the hour follows the year without a space', () => {
    expect(dateOf('', '<div><b>4 de mayo de 2022</b><i>07:59 hs</i></div>')).toBe('2022-05-04')
  })

  it('is the day below the headline where its head has a later one, of a later edition', () => {
    const meta = '<meta property="article:published_time" content="2025-11-05T08:00:00+01:00">'
    expect(dateOf(meta, '<p>January 31, 2024</p>')).toBe('2024-01-31')
    // What was brought up to date on that day was there on it.
    expect(dateOf(meta, '<p>Updated: January 31, 2024</p>')).toBe('2024-01-31')
    // What the story comes to, in a list, is no such line.
    expect(dateOf(meta, '<ul><li>The ferry has run since Oct. 8, 2008</li></ul>')).toBe('2025-11-05T08:00:00+01:00')
  })

  it('is not that of a list above the headline, nor of one below the text, where the article has its own', () => {
    const list = '<ul><li>12/17/2025</li><li>12/16/2025</li></ul>'
    const page = (own: string) =>
      extractArticle(
        openPage(
          `<html lang="en"><title>The ferry is back</title><body>${list}<h1>The ferry is back</h1>${own}${TEXT.repeat(8)}${list}</body></html>`,
        ),
        'https://ferry.example/news/1',
      )?.publishedAt
    expect(page('<p>March 1, 2017 by Ann Reed</p>')).toBe('2017-03-01')
  })

  it('is not that of a headline below the text that says that something is published', () => {
    const text = '<p>河上的渡船星期一又开了，船长说水位刚好，每个工作日的早上都有一班，雨天也不停。</p>'.repeat(4)
    const list = '<ul><li><a href="/2.html">一季度外贸数据发布</a><span>2022年03月21日 17:40</span></li></ul>'
    const page = `<h1>渡船又开了</h1><div>${text}</div><p>2022年03月20日 18:05</p>${list}`
    const published = extractArticle(openPage(`<html lang="zh"><body>${page}`), 'https://ferry.example/1')?.publishedAt
    expect(published).toBe('2022-03-20T18:05:00+08:00')
  })

  it.each([
    ['15 августа 2016, 13:43', '2016-08-15'],
    ['9 мая 2021 г.', '2021-05-09'],
    ['9/12/2020, 7:45:36 PM', '2020-09-12'],
    ['26 | 01 | 2022', '2022-01-26'],
    ['17-08-11', '2011-08-17'],
    ['Apr 042013', '2013-04-04'],
    ['On the RiverDECEMBER 22, 2022Updated: JANUARY 02, 2026', '2022-12-22'],
    ['31 February 2022', undefined],
    ['Wed, 04 May 2022 02:41:00 GMT', '2022-05-04T02:41:00Z'],
  ])('%s is %s', (text, date) => {
    expect(findDate(text)).toBe(date)
  })

  it.each([
    ['17-08-11 09:32 来源：巷口晚报', '2017-08-11T09:32:00+08:00'],
    ['发布时间：21-03-1412:23', '2021-03-14T12:23:00+08:00'],
    ['11-08-2017', '2017-08-11'],
  ])('%s is %s on a Chinese page, where the year comes first', (text, date) => {
    expect(findDate(text, { offset: '+08:00' })).toBe(date)
  })
})
