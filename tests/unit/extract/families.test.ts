import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { creditsIn } from '../../../utils/extract/credits.ts'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'

const FIXTURES = new URL('../../fixtures/portal/', import.meta.url)
const extract = (name: string) => {
  const url = `https://news.example/2025/${name}.html`
  return extractArticle(openPage(readFileSync(new URL(`${name}.html`, FIXTURES), 'utf8'), url), url)
}

describe('families of pages', () => {
  it.each([
    ['portal', '岭南晚报', '停了三年的老墟市夜市', '2025-03-15T08:20:00+08:00'],
    ['table', '淮海早报', '本报徐州讯', '2019-04-08T07:05:00+08:00'],
    ['modern', undefined, '上午还在喝茶下棋', '2024-11-02T09:30:00+08:00'],
    ['wechat', '羊城巷陌', '石牌的巷子窄', '2023-09-17T18:04:00+08:00'],
  ])('%s: source, first paragraph and date', (name, source, start, publishedAt) => {
    const article = extract(name)
    expect(article?.source?.name).toBe(source)
    expect(article?.text.startsWith(start)).toBe(true)
    expect(article?.publishedAt).toBe(publishedAt)
  })

  it('takes the author that 微信 shows without a label', () => {
    expect(extract('wechat')?.credits).toEqual([{ role: 'author', name: '苏巧' }])
  })

  it('finds no article on a front page of headlines', () => {
    expect(extract('front')).toBeNull()
  })
})

describe('credits in a line', () => {
  it.each([
    [
      '晶报记者 李海若 通讯员 陈俊超 彭玫妃/文、图',
      ['reporter 李海若', 'correspondent 陈俊超', 'correspondent 彭玫妃'],
    ],
    ['本报讯 (记者 张三丰)', ['reporter 张三丰']],
    ['责任编辑：梁一鸣', ['editor 梁一鸣']],
    ['陈小满 摄', ['photographer 陈小满']],
    ['免责声明:版权归原作者所有', []],
    ['记者从区里获悉,新校区下月启用。', []],
    ['编辑写的话', []],
    ['新来的编辑改过的稿子', []],
  ])('%s', (line, expected) => {
    expect(creditsIn(line).map(({ role, name }) => `${role} ${name}`)).toEqual(expected)
  })
})
