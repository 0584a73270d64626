import { expect, it } from 'vitest'
import { settleBlocks } from '../../../utils/extract/blocks.ts'
import { findCaptions } from '../../../utils/extract/captions.ts'
import { type PageTree, readPage } from '../../../utils/extract/page-tree.ts'
import { openPage } from './open-page.ts'
import { inStory, read } from './stories.ts'

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

it('takes no heading for a caption whose id is what it says', () => {
  const figure = '<figure><img src="/a.jpg"><figcaption>Mr Chan at his stall</figcaption></figure>'
  const article = read(inStory(`<h3 id="legends-of-the-market">Legends of the market by night</h3>${figure}`))
  expect(article?.text).toContain('Legends of the market by night')
  expect(article?.images[0]?.caption).toBe('Mr Chan at his stall')
})

it('shows a list of pictures only, each with its caption or none, as pictures', () => {
  const item = (at: number, caption = '') =>
    `<li><figure><img src="/${at}.jpg">${caption && `<figcaption>${caption}</figcaption>`}</figure></li>`
  const gallery = read(inStory(`<ul>${item(1, 'Mr Chan at his stall')}${item(2)}${item(3, 'The queue')}</ul>`))
  expect(gallery?.html).not.toContain('<li>')
  expect(gallery?.images.map(({ caption }) => caption)).toEqual(['Mr Chan at his stall', undefined, 'The queue'])
  const prices = ['Old books cost two dollars apiece at this stall.', 'Lamps cost ten dollars, as they did before.']
  const shelf = `<ul>${item(1)}${prices.map(price => `<li>${price}</li>`).join('')}</ul>`
  expect(read(inStory(shelf))?.html).toContain('<li>')
})
