import { describe, expect, it } from 'vitest'
import { settleBlocks } from '../../../utils/extract/blocks.ts'
import { contentsOf } from '../../../utils/extract/contents.ts'
import { type PageTree, readPage } from '../../../utils/extract/page-tree.ts'
import { openPage } from './open-page.ts'
import { ADDRESS, LINES, read, STORY, TITLE, textOf } from './stories.ts'

const story = (inner: string) => `<article><h1>${TITLE}</h1>${inner}</article>`

it('joins an initial that is set large to the rest of its word', () => {
  const text = textOf(story(`${STORY}<p>T</p><p>urkey and ${LINES[0]}</p>${STORY}`))
  expect(text).toContain('\nTurkey and ')
})

it('has no readings of characters in its words', () => {
  const article = read(story(`<p>${LINES[0]} <ruby>子<rp>(</rp><rt>こ</rt><rp>)</rp></ruby>ども</p>${STORY}`))
  expect(article?.text).toContain('子ども')
})

it('has no second copy of what Webflow shows on a condition only', () => {
  const text = textOf(story(`${STORY}<p class="w-condition-invisible">Forty stalls were back, and more.</p>${STORY}`))
  expect(text).toContain(LINES[3])
  expect(text).not.toContain('and more')
})

it.each([
  'Nota relacionada: El último ferry',
  '[CTA_MODULE]',
  'Share This:',
  'In this article',
  'This story was originally published on May 3, 2012.',
  '{{hire="/banners/hire"}}',
  'https://news.example/a.jpg 1707 2560 Anna Lee',
])('takes no line like %s', line => {
  const text = textOf(story(`${STORY}<p>${line}</p>${STORY}`))
  expect(text).toContain(LINES[0])
  expect(text).not.toContain(line)
})

it('takes no line of when and where a blog put it, however long', () => {
  const places = Array.from({ length: 30 }, (_, i) => `Market ${i}`).join(', ')
  const lines = [
    'Der Beitrag wurde am Mittwoch, den 27. November 2019 veröffentlicht',
    'This entry was posted on May 3, 2012',
    'By signing up, you agree to receive what is said of the markets',
  ]
  for (const line of lines) expect(textOf(story(`${STORY}<p>${line} in ${places}.</p>${STORY}`))).not.toContain(places)
})

it('ends with no line of who wrote, and with a sentence of them', () => {
  const last = (line: string) =>
    textOf(story(`${STORY}<p>${line}</p>`))
      ?.split('\n')
      .at(-1)
  expect(last('Autoren Anna Lee und Jan Chan')).toBe(LINES.at(-1))
  expect(last('Von Anna Lee')).toBe(LINES.at(-1))
  expect(last('Autoren gibt es hier am Hafen viele, und sie schreiben gern.')).toContain('schreiben gern')
})

it('has no links to a heading itself in it, nor buttons, nor how long it takes to read', () => {
  const heading = '<h2>Forty stalls <a href="#forty">#</a></h2>'
  const rest = '<p>Reading time: 8 minutes</p><p><a href="/book">Book now</a></p>'
  const text = textOf(story(`${STORY}${heading}${STORY}${rest}${STORY}`))
  expect(text).toContain('\nForty stalls\n')
  expect(text).not.toMatch(/Reading time|Book now/)
  expect(textOf(story(`${STORY}<h2><a href="#book">Book now</a></h2>${STORY}`))).toContain('\nBook now\n')
})

it('begins with no line of several who wrote, whose names and station it gives', () => {
  const pictures = [1, 2, 3, 4, 5].map(i => `<p><img src="/${i}.jpg"></p>`).join('')
  const text = textOf(story(`${pictures}<p>Von Anna Lee, Jan Chan und Tom Beck, NDR</p>${STORY}`))
  expect(text).toBe(LINES.join('\n'))
})

it('ends with no line that announces other pages, of which the list was left out', () => {
  const last = (line: string) =>
    textOf(story(`${STORY}<p>${line}</p>`))
      ?.split('\n')
      .at(-1)
  expect(last('Others who ask about the ferry found the following pages helpful:')).toBe(LINES.at(-1))
  expect(last('There is no more to say about the ferry of this town than the captain says:')).toContain('captain')
})

describe('a list of the parts of a text', () => {
  const parts = ['How it began', 'What is back', 'Who is still missing']
  const text = parts.map((part, i) => `<h2>${i + 1}. ${part}</h2><p>${LINES[i]}</p>`).join('')
  const list = parts.map((part, i) => `<li><a href="#p${i}">${part}</a></li>`).join('')
  const foundIn = (above: string, items = list) => {
    const page = readPage(openPage(`<body>${above}<ul>${items}</ul>${text}`), ADDRESS, true) as PageTree
    const lines = settleBlocks(page.body)
    return [...contentsOf(lines)].map(line => line.text)
  }

  it('is left out, as it leads nowhere where it is read, with what stands above it', () => {
    expect(foundIn('<p>Contents</p>')).toEqual([...parts, 'Contents'])
    expect(foundIn(`<p>${LINES[0]}</p>`)).toEqual(parts)
  })

  it('is kept where a sentence announces it, or where it leads to other pages', () => {
    expect(foundIn('<p>There are three things to say of it, and we say them in this order:</p>')).toEqual([])
    expect(foundIn('<p>Contents</p>', list.replace('What is back', 'Ferries'))).toEqual([])
  })
})
