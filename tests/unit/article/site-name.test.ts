import { expect, test } from 'vitest'
import { knownSiteName, siteAsRead } from '../../../utils/article/site-name.ts'

test.each([
  ['https://new.qq.com/rain/a/1', '腾讯网'],
  ['https://mp.weixin.qq.com/s/abc', '微信公众号'],
  ['https://baijiahao.baidu.com/s?id=1', '百家号'],
  ['https://www.163.com/dy/article/1.html', '网易'],
  ['http://finance.people.com.cn/n1/1.html', '人民网'],
  // Another's host that only ends alike, a portal of its own below a larger one, and none at all.
  ['https://notqq.com/1', undefined],
  ['https://www.baidu.com/1', undefined],
  ['http://fgw.huzhou.gov.cn/1.html', undefined],
  ['https://constructor/1', undefined],
  ['not an address', undefined],
])('%s is of %s', (url, name) => {
  expect(knownSiteName(url)).toBe(name)
})

test('the name that a page gives itself comes first, the host last', () => {
  expect(siteAsRead({ site: '腾讯新闻', url: 'https://new.qq.com/1' })).toBe('腾讯新闻')
  expect(siteAsRead({ url: 'https://new.qq.com/1' })).toBe('腾讯网')
  expect(siteAsRead({ url: 'https://www.lnw.example/1' })).toBe('lnw.example')
})
