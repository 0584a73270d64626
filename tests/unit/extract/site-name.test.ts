import { expect, it } from 'vitest'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from './open-page.ts'
import { ADDRESS, STORY, TITLE } from './stories.ts'

const read = (head: string, address = ADDRESS) =>
  extractArticle(
    openPage(`<head><title>${TITLE}</title>${head}</head><body><article><h1>${TITLE}</h1>${STORY}</article>`, address),
    address,
  )

it.each([
  ['News zu VR und KI | MIXED.de', 'https://mixed.de/a', 'MIXED.de'],
  ['Find a Provider - Sofia Health', 'https://www.sofiahealth.com/a', 'Sofia Health'],
  ['Harbour | Times', 'https://news.example/a', 'Harbour | Times'],
])('of the name %s at %s keeps %s', (declared, address, site) => {
  expect(read(`<meta property="og:site_name" content="${declared}">`, address)?.site).toBe(site)
})

it('refuses a name of a site that was never filled in', () => {
  expect(read('<meta property="og:site_name" content="{$plugin.site_name}">')?.site).toBeUndefined()
})

it('names the section as it is read, not as it is written', () => {
  const head = '<meta property="article:section" content="Food &amp;amp; Drink">'
  expect(read(head)?.section).toBe('Food & Drink')
  const sectionOf = (names: string) => read(`<meta property="article:section" content="${names}">`)?.section
  expect(sectionOf('Harbour,Islands')).toBe('Harbour')
  expect(sectionOf('Food, Drink')).toBe('Food, Drink')
})
