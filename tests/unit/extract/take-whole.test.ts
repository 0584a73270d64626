import { describe, expect, it } from 'vitest'
import { SAYS, taken } from './taken.ts'

describe('a paragraph that is little doubted', () => {
  const doubted = `-0.5 ${SAYS}`
  const page = (gap: string, text = doubted) => `<div><p>3 ${SAYS}</p>${gap}<p>${text}</p></div>`

  it('goes with one like it above, past what is no text', () => {
    expect(taken(page('<figure><img src="/a.jpg"><figcaption>-4 The market</figcaption></figure>'))).toContain(doubted)
  })

  it('goes with the one right above it, each in boxes of its own', () => {
    const row = (text: string) => `<div class="row"><div class="col"><p>${text}</p></div></div>`
    expect(taken(`<main>${row(`3 ${SAYS}`)}${row(doubted)}</main>`)).toContain(doubted)
    expect(taken(`<main>${row(`3 ${SAYS}`)}${row('-4 Else')}${row(doubted)}</main>`)).not.toContain(doubted)
  })

  it('does not from another box, nor in other looks, nor far from it', () => {
    expect(taken(`<div><p>3 ${SAYS}</p></div><div><h6>-4 Else</h6><p>${doubted}</p></div>`)).not.toContain(doubted)
    expect(taken(page('<h6>-4 Else</h6>').replace('<p>-0.5', '<p class="x">-0.5'))).not.toContain(doubted)
    expect(taken(page('<h6>-4 Else</h6>'.repeat(20)))).not.toContain(doubted)
  })

  it('does not where it asks for something, or is doubted more', () => {
    const asks = `-0.5 ${SAYS} Subscribe to hear of the next.`
    expect(taken(page('<h6>-4 Else</h6>', asks))).not.toContain(asks)
    const more = `-1.5 ${SAYS}`
    expect(taken(page('<h6>-4 Else</h6>', more))).not.toContain(more)
  })

  it('goes with those around it, in a list of its own', () => {
    const item = `-1.5 ${SAYS}`
    expect(taken(`<div><h3>1 What is back</h3><ul><li>${item}</li></ul><p>3 ${SAYS}</p></div>`)).toContain(item)
    const hidden = `<div><h3>1 What is back</h3><ul style="display:none"><li>${item}</li></ul><p>3 ${SAYS}</p></div>`
    expect(taken(hidden)).not.toContain(item)
  })
})

it('takes a heading in a box of its own for the paragraph below, though other articles stand before it', () => {
  const story = (heading: string) =>
    `<main><div class="a"><p>3 ${SAYS}</p></div><div class="b"><p>-4 Else</p></div>${heading}<div class="a"><p>3 ${SAYS}</p></div></main>`
  expect(taken(story('<div class="c"><h2>-0.2 What is back</h2></div>'))).toContain('-0.2 What is back')
  expect(taken(story('<div class="c"><img src="/a.jpg"><h2>-0.2 Else</h2></div>'))).not.toContain('-0.2 Else')
})

it('takes the number of a step, whatever it is marked up as', () => {
  const page = (label: string) => `<div><p>${SAYS}</p><div><span>${label}</span><p>${SAYS}</p></div></div>`
  expect(taken(page('<i>Step 3</i>'), [3, -0.5, 3])).toContain('Step 3')
  expect(taken(page('<i>Advertisement</i>'), [3, -0.5, 3])).not.toContain('Advertisement')
})

it('takes the last paragraph of a Chinese text that its page names apart', () => {
  const says = '据悉，这一系列的移栽机源于一项大学生创新创业训练计划，已经获得四项专利，明年春天将在全县推广。'
  const page = (score: number, text: string) =>
    `<div><p>3 ${says}</p><p class="vsbcontent_end">${score} ${text}</p></div>`
  expect(taken(page(-0.5, says))).toHaveLength(2)
  expect(taken(page(-1.5, says))).toHaveLength(1)
  const short = '活动结束后，大家在古银杏下合影留念，各自回家去了。'
  expect(taken(`<div><p>3 ${says}</p><p>-0.5 ${says}</p><p>-0.5 ${short}</p></div>`)).toHaveLength(3)
  expect(taken(page(-0.5, says.replace('据悉', '点击关注我们的公众号')))).toHaveLength(1)
})

it('takes prose right below other text of its box, and no line that asks, announces or shows how a page will look', () => {
  const page = (line: string) =>
    `<div><p class="x">3 ${SAYS}</p><div>-4 Else</div><p class="x">1 ${SAYS}</p><p>-0.8 ${line}</p></div>`
  const prose = 'Those who came by boat say that it was worth the wait of three years and the rain of two days.'
  expect(taken(page(prose))).toHaveLength(3)
  expect(taken(page(`Subscribe to hear of it. ${prose}`))).toHaveLength(2)
  const sample = page('').replace('-0.8 ', `Lorem ipsum dolor. ${prose}`)
  expect(taken(sample, [3, -4, 1, -0.8])).toHaveLength(2)
  expect(taken(page(prose.replace('days.', 'days:')))).toHaveLength(2)
})

it('takes code between text and a heading of the next part', () => {
  const page = (code: string) => `<div><p>3 ${SAYS}</p>${code}<h2>-0.5 Next</h2><p>3 ${SAYS}</p></div>`
  expect(taken(page('<pre>-1.2 let it = 1\nlet them = 2</pre>'))).toHaveLength(4)
  expect(taken(page('<div>-1.2 let it = 1</div>'))).toHaveLength(3)
})

it('takes messages from elsewhere below a paragraph, and none that only look so', () => {
  const message = (name: string) =>
    `<div><div><blockquote class="${name}"><p>-3 It is back!</p></blockquote></div></div>`
  const page = (name: string) => `<div><p>3 ${SAYS}</p>${message(name)}</div>`
  expect(taken(page('twitter-tweet'))).toHaveLength(2)
  expect(taken(page('teaser'))).toHaveLength(1)
  expect(taken(page('twitter-tweet').replace('-3', '-5'))).toHaveLength(1)
  expect(taken(message('twitter-tweet'))).toHaveLength(0)
})

it('takes verses between two paragraphs, past a label that only screen readers say', () => {
  const page = (between: string) =>
    `<div><p>3 ${SAYS}</p><p>-1 Text within this block</p>${between}<p>3 ${SAYS}</p></div>`
  expect(taken(page('<div><pre>-0.5 The boat goes over\n  and the boat comes back.</pre></div>'))).toHaveLength(3)
  expect(taken(page('<div><div>-0.5 The boat goes over and comes back.</div></div>'))).toHaveLength(2)
})

it('takes the line below a Chinese text that says which paper it tells of', () => {
  const page = (line: string) => `<div><p>3 ${SAYS}</p><p>${line}</p></div>`
  expect(taken(page('-1.5 相关论文信息：<a href="/d">https://doi.org/10.3897/a.1</a>'))).toHaveLength(2)
  expect(taken(page('-1.5 相关信息：<a href="/d">https://news.example/10.3897/a.1</a>'))).toHaveLength(1)
  expect(taken(`<div><p>3 ${SAYS}</p></div><div><p>-1.5 论文 doi:10.3897/a.1</p></div>`)).toHaveLength(1)
})

it('takes a strong line above a paragraph, and none that leads elsewhere', () => {
  const page = (line: string) => `<div><p>3 ${SAYS}</p><div><p>${line}</p></div><p>3 ${SAYS}</p></div>`
  expect(taken(page('<b>-1.5 What is back</b>'))).toHaveLength(3)
  expect(taken(page('<b><a href="/a">-1.5 Dredging begins</a></b>'))).toHaveLength(2)
})

describe('a table of data', () => {
  const rows = [1, 2, 3].map(i => `<tr><td>-2 Fish</td><td>-2 ${i}</td></tr>`).join('')
  const page = (gap: string) =>
    `<div><p>3 ${SAYS}</p>${gap}<section><table>${rows}</table></section><p>3 ${SAYS}</p></div>`

  it('goes with the paragraphs around it, whole, past an advertisement', () => {
    expect(taken(page(''))).toHaveLength(8)
    expect(taken(page('<h6>-4 Advertisement</h6>'))).toHaveLength(8)
  })

  it('does not where much else stands before it', () => {
    expect(taken(page('<h6>-4 Advertisement</h6>'.repeat(4)))).toHaveLength(2)
  })

  it('goes with them past a picture and what is said of it', () => {
    const figure = '<figure><img src="/a.jpg"><figcaption>-2 The market</figcaption></figure>'
    const cells = rows.replaceAll('-2', '-3.5')
    const priced = (below: string) => taken(`<div><p>3 ${SAYS}</p><table>${cells}</table>${below}</div>`)
    expect(priced(`${figure}<p>3 ${SAYS}</p>`)).toHaveLength(8)
    expect(priced(figure)).toHaveLength(1)
  })

  it('goes with them and with its heading, past a line that says where the figures are from', () => {
    const figure = `<figure><h4>-1.5 Fish</h4><table>${rows}</table><p class="source">-2 Source: the market</p></figure>`
    const lines = taken(`<div><p>3 ${SAYS}</p>${figure}<p>3 ${SAYS}</p></div>`)
    expect(lines).toHaveLength(9)
    expect(lines).not.toContain('-2 Source: the market')
  })
})

describe('a list that is doubted', () => {
  const items = (scores: readonly number[]) => scores.map(score => `<li>${score} Fish balls</li>`).join('')
  const page = (list: string, gap = '') => `<div><p>3 ${SAYS}</p>${gap}<ul>${list}</ul></div>`

  it('goes on below a paragraph of the same box', () => {
    expect(taken(page(items([-1, -1.5, -0.5])))).toHaveLength(4)
  })

  it('goes on below a paragraph as lines with numbers, and no day does', () => {
    const lines = (texts: readonly string[]) =>
      taken(`<div><p>${SAYS}</p>${texts.map(text => `<p>${text}</p>`).join('')}</div>`, [3, ...texts.map(() => -1)])
    expect(lines(['1. Fish balls', '2. Egg waffles'])).toHaveLength(3)
    expect(lines(['26. Januar 2022', 'Fish balls'])).toHaveLength(1)
  })

  it('goes with its best item, where that one is as sure as the others are doubted', () => {
    expect(taken(`<section><div>-3 Else</div><ul>${items([0.3, -0.1, -0.1])}</ul></section>`)).toHaveLength(3)
    expect(taken(`<section><div>-3 Else</div><ul>${items([0.1, -0.1, -0.1])}</ul></section>`)).toHaveLength(1)
  })

  it('goes with its heading below a paragraph, where none is much doubted, though it leads elsewhere', () => {
    const further = (heading: number, item: number) =>
      `<div><p>3 ${SAYS}</p><h2>${heading} References</h2><ul><li><a href="/a">${item} A history of the market</a></li></ul></div>`
    expect(taken(further(-0.5, -0.5))).toHaveLength(3)
    expect(taken(further(-1.5, -0.5))).toHaveLength(1)
    expect(taken(further(-0.5, -1.5))).toHaveLength(1)
    expect(taken(`<h1>-4 Else</h1>${further(-0.5, -0.5).replace('<p>', '<p>-4 ')}`)).toHaveLength(0)
  })

  it('goes on below a paragraph, though a line above names other stories, and not right below such a line', () => {
    const line = '<p><a href="/a">延伸阅读：旧街场最后的藤器师傅</a></p>'
    const list = `<ul>${items([-1, -1])}</ul>`
    expect(taken(`<div>${line}<p>3 ${SAYS}</p>${list}</div>`, [-3, 3, -1, -1])).toHaveLength(3)
    expect(taken(`<div><p>3 ${SAYS}</p>${line}${list}</div>`, [3, 0.1, -1, -1])).toHaveLength(2)
  })

  it('does not where an item is doubted more, or leads elsewhere, or something else stands above', () => {
    expect(taken(page(items([-1, -3])))).toHaveLength(1)
    expect(taken(page('<li>-1 Fish</li><li><a href="/a">-1 Egg waffles</a></li>'))).toHaveLength(1)
    expect(taken(page(items([-1, -1]), '<h6>-4 Else</h6>'))).toHaveLength(1)
    expect(taken(`<div><p>3 ${SAYS}</p><section><ul>${items([-1, -1])}</ul></section></div>`)).toHaveLength(1)
  })
})

describe('lines between two paragraphs', () => {
  const page = (between: string) => `<div><p>3 ${SAYS}</p>${between}<p>3 ${SAYS}</p></div>`
  const verses = (score: number) =>
    `<div>${[1, 2, 3, 4].map(i => `${score} 橹声摇到第${i}座桥。`).join('<br><br>')}</div>`

  it('are verses in a box of theirs, or none of them is much doubted', () => {
    expect(taken(page(verses(-2.5)))).toHaveLength(6)
    expect(taken(page(verses(-3.5)))).toHaveLength(2)
    const apart = (score: number) => verses(score).replaceAll('<br><br>', '</div><div>')
    expect(taken(page(apart(-0.5)))).toHaveLength(6)
    expect(taken(page(apart(-1.5)))).toHaveLength(2)
  })

  it('are a subhead past a picture, whose caption stays one', () => {
    const picture =
      '<figure><img src="/a.jpg"><figcaption>-1 The market at night, seen from the roof of the school on the other side of Harbour Street.</figcaption></figure>'
    expect(taken(page(`${picture}<div><b>-1 一张红纸</b></div>`))).toEqual([`3 ${SAYS}`, '-1 一张红纸', `3 ${SAYS}`])
  })
})

it('takes a line little doubted between two of its box, unless it asks for something', () => {
  const between = (line: string) => taken(`<div><p>3 ${SAYS}</p><p>${line}</p><p>3 ${SAYS}</p></div>`)
  expect(between('-0.4 So he sang')).toContain('-0.4 So he sang')
  expect(between('-0.6 So he sang')).not.toContain('-0.6 So he sang')
  expect(between('-0.4 Subscribe to us')).not.toContain('-0.4 Subscribe to us')
  const link = '<a href="/1">-0.4 So he sang</a>'
  expect(between(link)).not.toContain('-0.4 So he sang')
})

describe('a list', () => {
  const story = (above: string, list: string, below = `<p>3 ${SAYS}</p>`) =>
    taken(`<div><p>3 ${SAYS}</p>${above}${list}${below}</div>`)
  const list = '<ul><li>-2 Tea</li><li>-2.5 Paper</li></ul>'

  it('goes with the colon or the heading that announces it, between lines of the text', () => {
    const tea = '-2 Tea'
    expect(story('<p>1 They sell:</p>', list)).toContain(tea)
    expect(story('<h3>1 What they sell</h3>', list)).toContain(tea)
    expect(story('<p>1 They sell.</p>', list)).not.toContain(tea)
    expect(story('<p>1 They sell:</p>', list, '<div><p>-4 Else</p></div>')).not.toContain(tea)
    expect(story('<p>1 They sell:</p>', list.replaceAll('-2', '-4'))).not.toContain('-4 Tea')
  })

  it('of links goes with a colon, and with no heading', () => {
    const links = '<ul><li><a href="/1">-2 Tea</a></li><li><a href="/2">-2 Paper</a> here</li></ul>'
    expect(story('<p>1 They sell:</p>', links)).toContain('-2 Tea')
    expect(story('<h3>1 What they sell</h3>', links)).not.toContain('-2 Tea')
  })

  it('is one with the lists in it, each item a paragraph', () => {
    const nested =
      '<ol><li><p>-2 Tea</p><ol><li>-2 Green</li></ol></li><li><p>-2 Paper</p></li><li><p>-1 Ink</p></li></ol>'
    expect(story('<p>1 They sell:</p>', nested)).toEqual(
      expect.arrayContaining(['-2 Tea', '-2 Green', '-2 Paper', '-1 Ink']),
    )
  })
})

it('takes a table whole of which some cells are taken', () => {
  const row = (...cells: string[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`
  const rows = row('-3 Day', '-3 Work') + row('-3 1', '0.5 Walk') + row('-3 2', '0.2 Run') + row('-3 3', '0.2 Rest')
  expect(taken(`<div><h3>-4 Else</h3></div><table>${rows}</table>`)).toContain('-3 Day')
  const fewer = rows.replace('0.2 Run', '-3 Run').replace('0.5 Walk', '-3 Walk')
  expect(taken(`<div><h3>-4 Else</h3></div><table>${fewer}</table>`)).not.toContain('-3 Day')
})

it('takes notes below the text, called so or numbered under a heading that says what they are', () => {
  const notes = '<section class="footnotes"><ol><li><p>-3 Harbour Council</p></li></ol></section>'
  expect(taken(`<div><p>3 ${SAYS}</p>${notes}</div>`)).toContain('-3 Harbour Council')
  expect(taken(`<div><h2>-4 Else</h2>${notes}</div>`)).not.toContain('-3 Harbour Council')
  const sources = '<h2>Sources</h2><p>[1] Harbour Council</p><p>Harbour Courier</p>'
  expect(taken(`<div><p>${SAYS}</p>${sources}</div>`, [3, -1, -2, -2])).toEqual([
    SAYS,
    'Sources',
    '[1] Harbour Council',
  ])
})

it('takes a question right above its answer, each in a box of its own, and none that leads elsewhere or has no answer', () => {
  const question = (text: string) => `<div class="question"><div>${text}</div></div>`
  const page = (asked: string, answer = `3 ${SAYS}`) =>
    taken(`<div><p>3 ${SAYS}</p><ul><li>-5 Share it</li></ul>${question(asked)}<div><p>${answer}</p></div></div>`)
  expect(page('-2 How long is it open?')).toContain('-2 How long is it open?')
  expect(page('-2 How long it is open')).not.toContain('-2 How long it is open')
  expect(page('-3.5 How long is it open?')).not.toContain('-3.5 How long is it open?')
  expect(page('<a href="/1">-2 How long is it open?</a>')).not.toContain('-2 How long is it open?')
  expect(page('-2 How long is it open?', `-4 ${SAYS}`)).not.toContain('-2 How long is it open?')
})

it('takes a heading between paragraphs that looks like others it takes, though it leads elsewhere', () => {
  const page = (name: string) =>
    taken(
      `<div><h3 class="name">3 Fish balls</h3><p>3 ${SAYS}</p><h3 class="${name}"><a href="/2">-6 Tea</a></h3><p>3 ${SAYS}</p></div>`,
    )
  expect(page('name')).toContain('-6 Tea')
  expect(page('other')).not.toContain('-6 Tea')
})

it('takes such a question where it is a link that unfolds the answer', () => {
  const page = (href: string) =>
    taken(
      `<div><p>3 ${SAYS}</p><a href="${href}"><div>-2 How long is it open?</div></a><div><p>3 ${SAYS}</p></div></div>`,
    )
  expect(page('#answer-1')).toContain('-2 How long is it open?')
  expect(page('/2')).not.toContain('-2 How long is it open?')
})
