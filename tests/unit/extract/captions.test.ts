import { expect, it } from 'vitest'
import { settleBlocks } from '../../../utils/extract/blocks.ts'
import { findCaptions } from '../../../utils/extract/captions.ts'
import { type PageTree, readPage } from '../../../utils/extract/page-tree.ts'
import { openPage } from './open-page.ts'

it('takes a centred link below a picture for a button to buy it, and not for the title of an item', () => {
  const captionsIn = (tag: string) => {
    const link = '<p style="text-align:center"><a href="/book">The Old Hall</a></p>'
    const body = `<${tag}><p><img src="/a.jpg"></p>${link}</${tag}>`
    const page = readPage(openPage(`<body>${body}`), 'https://news.example/1.html') as PageTree
    const captions = findCaptions(settleBlocks(page.body))
    return [...captions.values()].flat().map(({ text }) => text)
  }
  expect(captionsIn('div')).toEqual(['The Old Hall'])
  expect(captionsIn('li')).toEqual([])
})
