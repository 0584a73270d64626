import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'

const SHARED = new URL('../../../../shared/pages/', import.meta.url)

interface Gold {
  url: string
  title: string
  source: string
  publishedAt: string
  section: string
  breadcrumb: string[]
  reporters: string[]
  correspondents: string[]
  captions: string[]
  paragraphs: string[]
  mustNotContain: string[]
}

describe.skipIf(!existsSync(new URL('longgang.html', SHARED)))('a page of 新岭南', () => {
  const html = () => readFileSync(new URL('longgang.html', SHARED), 'utf8')
  const gold = () => JSON.parse(readFileSync(new URL('longgang.gold.json', SHARED), 'utf8')) as Gold

  it('gives every paragraph and caption, in order, and nothing else', () => {
    const want = gold()
    const article = extractArticle(openPage(html(), want.url), want.url)
    expect(article?.text.split('\n')).toEqual(want.paragraphs)
    expect(article?.images.map(image => image.caption)).toEqual(want.captions)
    for (const word of want.mustNotContain) expect(article?.html).not.toContain(word)
  })

  it('gives what the page says about it', () => {
    const want = gold()
    const article = extractArticle(openPage(html(), want.url), want.url)
    expect(article).toMatchObject({
      title: want.title,
      source: { name: want.source },
      publishedAt: want.publishedAt,
      section: want.section,
      breadcrumb: want.breadcrumb,
      language: 'zh-Hans',
    })
    expect(article?.credits).toEqual([
      ...want.reporters.map(name => ({ role: 'reporter', name })),
      ...want.correspondents.map(name => ({ role: 'correspondent', name })),
    ])
  })

  it('leaves the page as it was', () => {
    const document = openPage(html(), gold().url)
    const before = document.documentElement.outerHTML
    extractArticle(document, gold().url)
    expect(document.documentElement.outerHTML).toBe(before)
  })
})
