import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packBody, unpackBody } from '../../../utils/library/body.ts'
import { PATIENT } from './patience.ts'

const html = fc
  .array(fc.constantFrom('<p>', '</p>', '\n', '路', '修好了', '&amp;', '&', '"', '__proto__', '😀'))
  .map(parts => parts.join(''))
const image = fc.record({ url: fc.string(), caption: fc.string(), width: fc.nat() }, { requiredKeys: ['url'] })

it('a body comes back as it was, wherever its text stands in the HTML', { timeout: PATIENT }, async () => {
  await fc.assert(
    fc.asyncProperty(html, html, fc.array(image), async (markup, text, images) => {
      const body = { html: markup, text, images: images.map(each => ({ ...each })) }
      expect(await unpackBody(await packBody(body))).toEqual(body)
    }),
  )
})

it('a turned bit is noticed, or changes nothing', { timeout: PATIENT }, async () => {
  const body = { html: '<p>路修好了。居民说好。</p>', text: '路修好了。居民说好。', images: [] }
  const packed = await packBody(body)
  for (let at = 0; at < packed.length; at++) {
    const damaged = packed.slice()
    damaged[at] = (damaged[at] as number) ^ 4
    // The header's time, flags and system, and the bits that fill up the last byte, say nothing about the body.
    expect((await unpackBody(damaged)) ?? body).toEqual(body)
  }
})

it('a body cut short is noticed', { timeout: PATIENT }, async () => {
  const packed = await packBody({ html: '<p>路修好了。</p>', text: '路修好了。', images: [] })
  for (let length = 0; length < packed.length; length++) {
    expect(await unpackBody(packed.slice(0, length))).toBeUndefined()
  }
})
