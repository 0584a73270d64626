import { describe, expect, it } from 'vitest'
import { LINES, MORE, STORY, textOf } from './stories.ts'
import { SAYS, taken } from './taken.ts'

describe('questions and answers below a text', () => {
  const item = (question: string) => `<div class="item"><h3>${question}</h3><div><p>-2 ${SAYS}</p></div></div>`
  const questions = ['When does it open?', 'Where are the stalls?', 'Who makes the soup?'].map(text => `-2 ${text}`)
  const page = (name: string, asked: readonly string[] = questions) =>
    `<main><div class="text">${`<p>3 ${SAYS}</p>`.repeat(5)}</div><div class="promo">-5 Else</div>` +
    `<h2>-3 Questions</h2><div class="${name}">${asked.map(item).join('')}</div><div class="promo">-5 Else</div></main>`

  it('go with it, whole, with the heading above them', () => {
    expect(taken(page('blog-faq_list'))).toHaveLength(5 + 1 + 6)
    expect(taken(page('accordion'))).toHaveLength(5 + 1 + 6)
  })

  it('do not where the box is called otherwise, or says more than the text, or has few', () => {
    expect(taken(page('blog-list'))).toHaveLength(5)
    expect(taken(page('faq', [...questions, ...questions]))).toHaveLength(5)
    expect(taken(page('faq', questions.slice(1)))).toHaveLength(5)
  })

  it('do not where they are short, hidden or much doubted', () => {
    expect(taken(page('faq').replaceAll(`-2 ${SAYS}`, '-2 At eight.'))).toHaveLength(5)
    expect(taken(page('faq').replaceAll('<div class="item">', '<div hidden>'))).toHaveLength(5)
    expect(taken(page('faq').replaceAll('-2 ', '-2.5 '))).toHaveLength(5)
  })
})

it('reads questions and answers below a box that asks its readers to subscribe', () => {
  const asked = ['When does the market open?', 'Where are all of the stalls?', 'Who makes the fish soup?']
  const answer = `${LINES[0]} ${LINES[2]} But also:`
  const item = (text: string) =>
    `<div class="item"><h3>${text}</h3><div class="says"><p>${answer} ${text}</p></div></div>`
  const page = (name: string) =>
    textOf(
      `<h1>Night market is back</h1><main><article><div>${STORY + MORE}</div></article><section class="news"><h4>Subscribe to our letter</h4></section>` +
        `<section><h2>Questions</h2><div class="${name}">${asked.map(item).join('')}</div></section></main>`,
    )
  expect(page('faq')).toContain('Who makes the fish soup?')
  expect(page('list')).not.toContain('Who makes the fish soup?')
})
