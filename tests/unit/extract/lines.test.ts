import fc from 'fast-check'
import { expect, it } from 'vitest'
import { settleBlocks } from '../../../utils/extract/blocks.ts'
import { receiveLine, sendLine } from '../../../utils/extract/lines.ts'
import { readPage } from '../../../utils/extract/page-tree.ts'
import { elementsOf } from '../../../utils/extract/tree.ts'
import { openPage } from './open-page.ts'

const piece = fc.oneof(
  fc.constantFrom('来源：', '巷口晚报 ', '2025-03-15', '\u3000', '\n'),
  fc.constantFrom(
    '<a href="/x" rel="author">陈小满</a>',
    '<span class="source">巷口<b>在线</b></span>',
    '<br>',
    '<img src="/a.jpg">',
  ),
)

it('a line that was sent says, leads and is called as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.array(piece, { maxLength: 8 }), { maxLength: 5 }), lines => {
      const body = lines.map((line, i) => `<div class="box-${i}"><p id="line-${i}">${line.join('')}</p></div>`)
      const blocks = settleBlocks(readPage(openPage(`<body>${body.join('')}`), 'https://news.example/')?.body as never)
      for (const block of blocks) {
        const line = receiveLine(JSON.parse(JSON.stringify(sendLine(block))))
        expect(line.text).toBe(block.text)
        expect(line.linked).toBe(block.linked)
        expect(line.element.parent?.attributes).toEqual(block.element.parent?.attributes)
        const calls = (root: typeof block.element) =>
          [...elementsOf(root)].map(({ tag, attributes }) => [tag, attributes])
        expect(calls(line.element)).toEqual(calls(block.element))
      }
    }),
  )
})
