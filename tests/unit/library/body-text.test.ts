import fc from 'fast-check'
import { expect, it } from 'vitest'
import { followPlan, planText } from '../../../utils/library/body-text.ts'

const piece = fc.constantFrom(
  '<p>',
  '</p>',
  '<br>',
  '<b>',
  '</b>',
  '<a href="https://a.example/?x=1&amp;y">',
  '</a>',
  '\n',
  '路',
  '修好了',
  '&amp;',
  '&',
  '&quot;',
  '"',
  '<',
  '>',
  '\u00a0',
  '\t',
  '1',
)
const pieces = fc.array(piece, { maxLength: 40 }).map(parts => parts.join(''))

it('the text comes back, whether it stands in the HTML or not', () => {
  fc.assert(
    fc.property(pieces, pieces, (html, text) => {
      expect(followPlan(planText(text, html), html)).toBe(text)
    }),
  )
})

it.each([
  ['paragraphs', '<p>一。</p>\n<p>二。</p><h2>三</h2>', '一。\n二。\n三', [3]],
  [
    'marked words, links and what is escaped',
    '<p>A <b>b</b> &amp; <a href="https://a.example/">"c"</a>&lt;</p>',
    'A b & "c"<',
    [1],
  ],
  ['lines of a paragraph', '<p>一<br>二</p><pre>三\n四</pre>', '一\n二\n三\n四', [4]],
  [
    'a caption is passed over',
    '<p>一。</p><figure><img src="a"><figcaption>图</figcaption></figure><p>二。</p>',
    '一。\n二。',
    [1, -1, 1],
  ],
  [
    'cells of a row have words of their own',
    '<table><tr><td>一</td><td>二</td></tr></table><p>三</p>',
    '一\t二\n三',
    ['一\t二', -2, 1],
  ],
  ['no text', '<figure><img src="a"></figure>', '', ['']],
])('%s', (_, html, text, plan) => {
  expect(planText(text, html)).toEqual(plan)
  expect(followPlan(plan, html)).toBe(text)
})

it('a plan that is none for the HTML is told', () => {
  for (const plan of [[2], [-2], [1, 1], [0.5], [null], [[3, 1]]])
    expect(followPlan(plan, '<p>一。</p>')).toBeUndefined()
})

it('many lines are no more than many lines', () => {
  const lines = Array.from({ length: 200_000 }, (_, line) => String(line))
  const html = lines.map(line => `<p>${line}</p>`).join('')
  const plan = planText(lines.join('\n'), html)
  expect(plan).toEqual([200_000])
  expect(followPlan(plan, html)).toBe(lines.join('\n'))
})
