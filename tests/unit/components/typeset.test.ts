import fc from 'fast-check'
// @ts-expect-error jsdom ships no types, and those of DefinitelyTyped are written for older releases
import { JSDOM } from 'jsdom'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadConverter } from '../../../components/chinese-script.ts'
import { typeset } from '../../../components/typeset.ts'

const { window } = new JSDOM('') as { window: Window & typeof globalThis }
beforeAll(() => {
  globalThis.NodeFilter = window.NodeFilter
})

function fragmentOf(html: string): DocumentFragment {
  return window.document.createRange().createContextualFragment(html)
}

function squeezed(html: string, language = 'zh-Hans'): string {
  const holder = window.document.createElement('div')
  const fragment = fragmentOf(html)
  typeset(fragment, { convert: undefined, squeeze: true, uprightDigits: true }, language)
  holder.append(fragment)
  return holder.innerHTML
}

const end = (mark: string) => `<span class="squeeze-end">${mark}</span>`

describe('typeset', () => {
  it('squeezes the first of two marks that meet, and the second of two that open', () => {
    expect(squeezed('<p>他说：“走吧。”大家走了。</p>')).toBe(`<p>他说${end('：')}“走吧${end('。')}”大家走了。</p>`)
    expect(squeezed('<p>（《夜市》）</p>')).toBe(`<p>（<span class="squeeze-start">《</span>夜市${end('》')}）</p>`)
    expect(squeezed('<p>一、二，三。</p>')).toBe('<p>一、二，三。</p>')
  })

  it('leaves the stops of traditional type in the middle of their squares', () => {
    expect(squeezed('<p>走吧。」他說（《夜市》）</p>', 'zh-Hant')).toContain('走吧。」他說')
    expect(squeezed('<p>《夜市》）</p>', 'zh-Hant')).toBe(`<p>《夜市${end('》')}）</p>`)
  })

  it('sets two digits upright, and no part of a longer number, a time or a code', () => {
    expect(squeezed('<p>夜里10点，2025年，10:30，B12，30%</p>')).toBe(
      '<p>夜里<span class="upright">10</span>点，2025年，10:30，B12，30%</p>',
    )
  })

  it('leaves code alone', () => {
    expect(squeezed('<pre>（《12》）</pre>')).toBe('<pre>（《12》）</pre>')
  })

  it('never changes a letter of the text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'国说「」（）《》，。：”“12 a<b>'), maxLength: 60 })
    fc.assert(
      fc.property(text, text, (one, two) => {
        const fragment = window.document.createDocumentFragment()
        const [p, b] = [window.document.createElement('p'), window.document.createElement('b')]
        p.append(one, b, two)
        b.append(two)
        fragment.append(p)
        typeset(fragment, { convert: undefined, squeeze: true, uprightDigits: true }, 'zh-Hans')
        expect(fragment.textContent).toBe(one + two + two)
      }),
    )
  })

  it('shows words in the other script, the alternative texts of pictures too', async () => {
    const fragment = fragmentOf('<p>头发和发展</p><img alt="理发店">')
    typeset(fragment, { convert: await loadConverter('traditional'), squeeze: false, uprightDigits: false }, 'zh-Hant')
    expect(fragment.textContent).toBe('頭髮和發展')
    expect(fragment.querySelector('img')?.alt).toBe('理髮店')
    expect((await loadConverter('simplified'))('頭髮和發展')).toBe('头发和发展')
  })
})
