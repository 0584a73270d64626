import { expect, it } from 'vitest'
import { withoutHidden, withoutStrays } from '../../../utils/extract/beside.ts'
import { settleBlocks } from '../../../utils/extract/blocks.ts'
import { type BlockFacts, gatherFacts } from '../../../utils/extract/facts.ts'
import { type PageTree, readPage } from '../../../utils/extract/page-tree.ts'
import { openPage } from './open-page.ts'
import { LINES, STORY } from './stories.ts'

const ADDRESS = 'https://news.example/1.html'
const factsOf = (body: string): BlockFacts[] =>
  gatherFacts(settleBlocks((readPage(openPage(`<body>${body}`), ADDRESS) as PageTree).body))
const textsOf = (facts: readonly BlockFacts[]) => facts.map(({ block }) => block.text)
const again = (text: string, times: number) => text.repeat(times)

it('leaves out what is hidden in other boxes, as what a video says', () => {
  const said = LINES.map((line, i) => `00:0${i} ${line}`).join(' ')
  const facts = factsOf(
    `<div class="text">${again(STORY, 2)}</div><section><div style="display:none">${again(`<i>${said}</i>`, 2)}</div></section>`,
  )
  expect(textsOf(withoutHidden(facts))).toEqual([...LINES, ...LINES])
})

it('keeps what is hidden of the same text, until a button shows it', () => {
  const facts = factsOf(
    `<div class="text">${again(STORY, 2)}<section style="display:none">${again(STORY, 2)}</section></div>`,
  )
  expect(withoutHidden(facts)).toHaveLength(16)
})

it('leaves out what is hidden in the same box and says what the first line does', () => {
  const sum = `<div style="display:none"><p>${LINES[0]} ${again(`${LINES[1]} `, 3)}</p></div>`
  const story = `<div><p>Our reporters: ${LINES[0]} ${again(`${LINES[1]} `, 3)}Rain is expected.</p>${STORY}</div>`
  const facts = factsOf(`<div class="content">${sum}${story}</div>`)
  expect(textsOf(withoutHidden(facts))).toEqual(textsOf(facts).slice(1))
})

it('keeps a hidden subhead that the line below it begins with', () => {
  const rest = `<section style="display:none"><h3>Forty stalls</h3>${again(STORY, 2)}</section>`
  const facts = factsOf(
    `<div class="text">${again(STORY, 2)}${rest.replace('</h3>', `</h3><p>Forty stalls ${LINES[2]}</p>`)}</div>`,
  )
  expect(textsOf(withoutHidden(facts))).toContain('Forty stalls')
})

it('keeps all of a page that shows too little for an article', () => {
  const facts = factsOf(`<p>Loading.</p><div style="display:none">${STORY}</div>`)
  expect(withoutHidden(facts)).toHaveLength(5)
})

it.each([
  ['Verifying your credentials...', 0, true],
  ['Verifying your credentials...', 2, false],
  ['Forty stalls are back in their old places.', 0, false],
  ['What one hears of the market on the other side of the harbour', 0, false],
])('of a line above, in other boxes, %s with a score of %d: is it a stray? %s', (line, score, isStray) => {
  const facts = factsOf(`<section><h2>${line}</h2></section><div><div class="text">${STORY}</div></div>`)
  const chosen = withoutStrays(facts, [score, 5, 5, 5, 5])
  expect(textsOf(chosen)).toEqual(isStray ? LINES : [line, ...LINES])
})

it('leaves out a line below, in other boxes, and none that looks like another', () => {
  const foot = '<section><p>Your browser is old.</p></section>'
  const story = `<div><div class="text">${STORY}</div></div>`
  const scores = [5, 5, 5, 5, 0.5]
  expect(textsOf(withoutStrays(factsOf(story + foot), scores))).toEqual(LINES)
  const alike = factsOf(`<div>${STORY}</div><div><p>See you there.</p></div>`)
  expect(withoutStrays(alike, scores)).toHaveLength(5)
})

it('leaves out no more than five at each edge', () => {
  const strays = Array.from(
    { length: 9 },
    (_, i) => `<section><article class="s${i}"><p>Soup ${i}</p></article></section>`,
  )
  const facts = factsOf(`${strays.join('')}<main><div class="text">${STORY}</div></main>`)
  expect(facts.length - withoutStrays(facts, [...strays.map(() => 0), 5, 5, 5, 5]).length).toBe(5)
})

it('keeps what is all strays', () => {
  expect(withoutStrays(factsOf('<div><p>Soup for all</p></div>'), [0])).toHaveLength(1)
})
