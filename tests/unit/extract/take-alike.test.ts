import { describe, expect, it } from 'vitest'
import { SAYS, taken } from './taken.ts'

describe('what a text cites', () => {
  const list = '<ol><li>-4.5 <a href="/a">Harbour Council</a></li><li>-3 Lee, A. Ferries of the river</li></ol>'
  const page = (head: string, gap = '') => `<div><p>${SAYS}</p>${gap}${head}${list}</div>`
  const scores = (count: number) => [3, ...Array.from({ length: count }, () => -4)]

  it('goes with the text above it, whole, and its heading too', () => {
    expect(taken(page('<p>Sources:</p>'), scores(3))).toHaveLength(4)
    expect(taken(page('<p>参考文献</p>'), scores(3))).toHaveLength(4)
    expect(taken(page('<p>References</p>', '<p>Browse open offers</p>'), scores(4))).toHaveLength(4)
  })

  it('is no list of something else, nor of another box, nor far below the text', () => {
    expect(taken(page('<p>Related ferries</p>'), scores(3))).toHaveLength(1)
    expect(taken(page('<section><p>Sources:</p></section>'), scores(3))).toHaveLength(1)
    expect(taken(page('<p>Sources:</p>', '<p>Browse open offers</p>'.repeat(4)), scores(7))).toHaveLength(1)
  })
})

describe('a heading between paragraphs', () => {
  const page = (gap: string) =>
    `<main><section><h2>3 What</h2><p class="a">3 It is:</p></section><p>3 ${SAYS}</p><section>${gap}</section><p>3 ${SAYS}</p></main>`

  it('is one of any level', () => {
    expect(taken(page('<h1>-0.2 What is back</h1>'))).toContain('-0.2 What is back')
  })

  it('takes the line below it along, where that looks like one of the text', () => {
    const lines = (line: string) => taken(page(`<h2>-0.4 Who</h2>${line}`)).length
    expect(lines('<p class="a">-0.7 They are:</p>')).toBe(6)
    expect(lines('<p class="b">-0.7 They are:</p>')).toBe(4)
    expect(lines('<p class="a">-1.7 They are:</p>')).toBe(4)
    expect(lines('<p class="a">-0.7 <a href="/a">They are:</a></p>')).toBe(4)
  })
})

describe('headings of which most are taken', () => {
  const part = (heading: string) =>
    `<div class="card"><h3>${heading}</h3></div><img src="/a.jpg"><div>-4 Else</div><div>-4 Else</div><div class="says"><p>3 ${SAYS}</p></div>`
  const headings = (score: number, heading = '3. Fish balls') =>
    taken(`<main>${part('2 1. Soup')}${part('1 2. Noodles')}${part(`${score} ${heading}`)}${part('1 4. Tea')}</main>`)

  it('are all taken', () => {
    expect(headings(-1.5)).toContain('-1.5 3. Fish balls')
  })

  it('need fewer taken where they are no headings, but called so', () => {
    const card = (name: string, heading: string) =>
      `<section><div class="${name}">${heading}</div><img src="/a.jpg"><div>-4 Else</div><div>-4 Else</div><div class="says"><p>3 ${SAYS}</p></div></section>`
    const cards = (name: string) =>
      taken(`<main>${['1 Soup', '-0.5 Noodles', '-1.2 Fish balls'].map(head => card(name, head)).join('')}</main>`)
    expect(cards('card-header')).toContain('-1.2 Fish balls')
    expect(cards('card-badge')).not.toContain('-1.2 Fish balls')
  })

  it('are not where one is much doubted, leads elsewhere or asks for something', () => {
    expect(headings(-2.5)).not.toContain('-2.5 3. Fish balls')
    expect(headings(-1.5, '<a href="/a">Fish balls</a>')).not.toContain('-1.5 Fish balls')
    expect(headings(-1.5, 'Subscribe')).not.toContain('-1.5 Subscribe')
  })
})
