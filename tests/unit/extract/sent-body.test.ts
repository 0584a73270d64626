import { expect, it } from 'vitest'
import { type Block, settleBlocks } from '../../../utils/extract/blocks.ts'
import { bodyTree } from '../../../utils/extract/body-tree.ts'
import { type PageTree, readPage } from '../../../utils/extract/page-tree.ts'
import { renderBody } from '../../../utils/extract/render.ts'
import { receiveBody, sendBody } from '../../../utils/extract/sent-body.ts'
import { openPage } from './open-page.ts'

const BASE = 'https://news.example/2024/10/1.html'

/** What is sent of a page of which all blocks but those that say "Else" are taken, and those that say "Shows" are captions. */
function sent(body: string) {
  const page = readPage(openPage(`<body>${body}`), BASE) as PageTree
  const blocks = settleBlocks(page.body)
  const isCaption = ({ text }: Block) => text.startsWith('Shows')
  const picture = blocks.flatMap(({ images }) => images)[0]
  const captions = new Map(picture ? [[picture, blocks.filter(isCaption)]] : [])
  const chosen = blocks.filter(({ text }) => !text.startsWith('Else'))
  return JSON.stringify(sendBody(bodyTree(page.body, chosen, captions)))
}
const arrived = (body: string) => renderBody(receiveBody(JSON.parse(sent(body))), BASE)

it('brings what is taken, and the boxes around it, and nothing else', () => {
  const page = '<div class="story"><p>Fish <b>balls</b></p><p>Else</p><ul><li>Tea</li><li>Else</li></ul></div>'
  expect(arrived(page).html).toBe('<p>Fish <b>balls</b></p><ul><li>Tea</li></ul>')
  expect(sent(page)).not.toContain('Else')
  expect(sent(page)).toContain('story')
})

it('brings pictures with what is said of them, which is no text', () => {
  const page = '<div><p><img src="/a.jpg"></p><p>Shows the <b>stalls</b></p><p>Shows more</p></div><p>Fish balls</p>'
  const { html, text, images } = arrived(page)
  expect(html).toBe(
    '<figure><img src="https://news.example/a.jpg"><figcaption>Shows the <b>stalls</b> Shows more</figcaption></figure><p>Fish balls</p>',
  )
  expect(text).toBe('Fish balls')
  expect(images.map(({ caption }) => caption)).toEqual(['Shows the stalls Shows more'])
})

it('leaves out words that are not shown', () => {
  expect(arrived('<p>Fish <span style="display:none">copied from us</span>balls</p>').text).toBe('Fish balls')
})

it('keeps a table of data of which a row is left out, and takes one that lays out the page for a box', () => {
  const rows = [1, 2].map(i => `<tr><td>Stall ${i}</td><td>${i}</td></tr>`).join('')
  const data = `<table>${rows}<tr><td>Else</td><td>Else</td></tr></table>`
  expect(arrived(data).html).toContain('<tr><td>Stall 2</td><td>2</td></tr></tbody></table>')
  expect(arrived(`<table><tr><td><p>Fish balls</p></td></tr></table>`).html).toBe('<p>Fish balls</p>')
})

it('brings what stands deeper than browsers pass values on', () => {
  expect(arrived(`${'<div><i>'.repeat(70)}Fish balls`).text).toBe('Fish balls')
})

it('sends no captions of pictures that it does not send', () => {
  const page = readPage(openPage('<p>Fish balls</p><p><img src="/a.jpg"></p><p>Shows a ferry</p>'), BASE) as PageTree
  const [text, picture, caption] = settleBlocks(page.body) as [Block, Block, Block]
  const captions = new Map(picture.images.map(image => [image, [caption]]))
  expect(JSON.stringify(sendBody(bodyTree(page.body, [text], captions)))).not.toContain('ferry')
  expect(JSON.stringify(sendBody(bodyTree(page.body, [text, picture], captions)))).toContain('ferry')
})
