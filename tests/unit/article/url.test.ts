import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalAddress, displayHost, isSafeLink } from '../../../utils/article/url.ts'

describe('canonicalAddress', () => {
  it.each([
    ['http://a.cn/1.html#top', undefined, 'http://a.cn/1.html'],
    ['http://a.cn/1.html?utm_source=x&id=7&spm=1.2', undefined, 'http://a.cn/1.html?id=7'],
    ['http://a.cn/1.html?b=2&a=1', undefined, 'http://a.cn/1.html?a=1&b=2'],
    ['http://a.cn/1.html?share=1', '/1.html', 'http://a.cn/1.html'],
    ['http://m.a.cn/1.html', 'http://www.a.cn/1.html', 'http://www.a.cn/1.html'],
    ['http://a.cn/1.html', 'http://a.cn/', 'http://a.cn/1.html'],
    ['http://a.cn/1.html', 'http://other.cn/1.html', 'http://a.cn/1.html'],
    ['about:blank', undefined, 'about:blank'],
  ])('%s, declared %s, is %s', (url, declared, canonical) => {
    expect(canonicalAddress(url, declared)).toBe(canonical)
  })

  it('gives the same again for what it gave', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), url => {
        const once = canonicalAddress(url)
        expect(canonicalAddress(once)).toBe(once)
      }),
    )
  })
})

describe('isSafeLink', () => {
  it.each(['https://a.cn', 'http://a.cn', 'mailto:a@b.cn', 'HTTPS://A.CN'])('follows %s', href => {
    expect(isSafeLink(href)).toBe(true)
  })
  it.each(['javascript:alert(1)', 'data:text/html,x', 'blob:http://a', 'file:///etc', ' javascript:1', '/rel'])(
    'does not follow %s',
    href => {
      expect(isSafeLink(href)).toBe(false)
    },
  )
})

describe('displayHost', () => {
  it('leaves out www and shows mixed scripts in punycode', () => {
    expect(displayHost('https://www.sznews.com/a')).toBe('sznews.com')
    expect(displayHost('https://аpple.com/')).toBe('xn--pple-43d.com')
    expect(displayHost('nothing')).toBe('')
  })
})
