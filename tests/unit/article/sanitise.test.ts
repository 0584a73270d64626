import { existsSync, readFileSync } from 'node:fs'
// @ts-expect-error jsdom ships no types, and those of DefinitelyTyped are written for older releases
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { PICTURE_ADDRESS, sanitise } from '../../../utils/article/sanitise.ts'

const PAYLOADS = new URL('../../../../shared/corpus/hostile/payloads.jsonl', import.meta.url)
const MINUTE = 60_000
const { window } = new JSDOM('') as { window: Window & typeof globalThis }

function show(html: string): Element {
  const holder = window.document.createElement('div')
  holder.append(sanitise(html, window))
  return holder
}

describe('sanitise', () => {
  it('keeps what an article is made of', () => {
    const html = '<h2>甲</h2><p>乙<b>丙</b><br>丁</p><figure><figcaption>图</figcaption></figure>'
    expect(show(html).innerHTML).toBe(html)
  })

  it('lets no picture load by itself', () => {
    const image = show('<img src="https://a.cn/1.jpg" srcset="https://a.cn/2.jpg 2x" onerror="x()">').querySelector(
      'img',
    )
    expect(image?.getAttributeNames()).toEqual([PICTURE_ADDRESS])
    expect(image?.getAttribute(PICTURE_ADDRESS)).toBe('https://a.cn/1.jpg')
    expect(show('<img src="data:image/svg+xml,x">').querySelector('img')).toBeNull()
  })

  it('opens links without a referrer, and leaves those that run or embed as text', () => {
    const [good, bad] = show('<a href="http://a.cn">1</a><a href="javascript:x()">2</a>').querySelectorAll('a')
    expect(good?.rel).toBe('noopener noreferrer')
    expect(bad?.hasAttribute('href')).toBe(false)
    expect(bad?.textContent).toBe('2')
  })

  it.runIf(existsSync(PAYLOADS))(
    'leaves nothing in thousands of hostile pieces that runs or loads',
    () => {
      const payloads = readFileSync(PAYLOADS, 'utf8')
        .trim()
        .split('\n')
        .map(line => JSON.parse(line).html as string)
      expect(payloads.length).toBeGreaterThan(7000)
      const harmful = payloads.filter(html =>
        [...show(html).querySelectorAll('*')].some(
          ({ localName, attributes, namespaceURI }) =>
            namespaceURI !== 'http://www.w3.org/1999/xhtml' ||
            /^(script|style|link|meta|base|iframe|object|embed|form|input|svg|math|template|video|audio)$/.test(
              localName,
            ) ||
            [...attributes].some(
              ({ name, value }) =>
                /^on|^style$|^id$|^name$|^src|^srcset$|^background$/.test(name) ||
                (name === 'href' && !/^(https?|mailto):/i.test(value)),
            ),
        ),
      )
      expect(harmful).toEqual([])
    },
    MINUTE,
  )
})
