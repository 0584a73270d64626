import fc from 'fast-check'
import { expect, it } from 'vitest'
import { settleBlocks } from '../../../utils/extract/blocks.ts'
import { receiveLine, sendLine } from '../../../utils/extract/lines.ts'
import { readPage } from '../../../utils/extract/page-tree.ts'
import { elementsOf, lineage } from '../../../utils/extract/tree.ts'
import { openPage } from './open-page.ts'

const piece = fc.oneof(
  fc.constantFrom('来源：', '巷口晚报 ', '2025-03-15', '\u3000', '\n'),
  fc.constantFrom(
    '<a href="/x" rel="author">陈小满</a>',
    '<span class="source">巷口<b>在线</b></span>',
    '<br>',
    '<img src="/a.jpg">',
    '<b hidden>暗处</b>',
  ),
)

it('a line that was sent says, leads and is called as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.array(piece, { maxLength: 8 }), { maxLength: 5 }), lines => {
      const body = lines.map((line, i) => `<div class="box-${i}"><p id="line-${i}">${line.join('')}</p></div>`)
      const blocks = settleBlocks(readPage(openPage(`<body>${body.join('')}`), 'https://news.example/')?.body as never)
      for (const block of blocks) {
        const line = receiveLine(JSON.parse(JSON.stringify(sendLine(block, 3))))
        expect(line).toMatchObject({ text: block.text, linked: block.linked, hidden: block.hidden, place: 3 })
        const boxes = (element: typeof block.element) => lineage(element).slice(1)
        const called = boxes(line.element).map(({ tag, attributes: { more, unseen, ...own } }) => [tag, own])
        expect(called).toEqual(
          boxes(block.element)
            .slice(0, 2)
            .map(({ tag, attributes }) => [tag, attributes]),
        )
        const calls = (root: typeof block.element) =>
          [...elementsOf(root)].map(({ tag, hidden, attributes: { unseen, ...own } }) => [tag, hidden, own])
        expect(calls(line.element)).toEqual(calls(block.element))
      }
    }),
  )
})

it('tells whether the boxes around a line say more than it, a label apart', () => {
  const read = (more: string) => {
    const page = readPage(
      openPage(`<body><main><div><b>摘要：</b><p>一顿热饭十二块</p>${more}</div></main>`),
      'https://news.example/',
    )
    const block = settleBlocks(page?.body as never).find(({ text }) => text.startsWith('一顿'))
    return lineage(receiveLine(sendLine(block as never)).element).map(box => 'more' in box.attributes)
  }
  expect(read('')).toEqual([false, false, false])
  expect(read('<p>街坊都说这价钱十年没变过，来晚了就没有座位</p>')).toEqual([false, true, true])
})
