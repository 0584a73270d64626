import { describe, expect, it } from 'vitest'
import { LINES, read, TITLE } from './stories.ts'

const sourceOf = (lines: readonly string[]) =>
  read(`<article><h1>${TITLE}</h1>${lines.map(line => `<p>${line}</p>`).join('')}</article>`)?.source?.name
const [first = '', ...others] = LINES
const last = others.pop() ?? ''

describe('who wrote what a page in another language has from elsewhere', () => {
  it.each([
    [`${last} (dpa)`, 'dpa'],
    [`${last} (dpa/lnw)`, 'dpa'],
    [`${last} (AFP/Reuters)`, 'AFP/Reuters'],
  ])('is an agency at the end: %s', (line, name) => {
    expect(sourceOf([first, ...others, line])).toBe(name)
  })

  it('is an agency after the place it is from', () => {
    expect(sourceOf([`HARBOUR TOWN (Reuters) - ${first}`, ...others, last])).toBe('Reuters')
    expect(sourceOf([first, `${others[0]} He told (Reuters) so.`, last])).toBeUndefined()
  })

  it('is whom a line at the end names, without the day', () => {
    const line = 'Quelle: Hafenverband (HV), 02. Februar 2022, Berlin'
    expect(sourceOf([...LINES, line])).toBe('Hafenverband (HV)')
    expect(sourceOf([...LINES, 'Source: Harbour Council'])).toBe('Harbour Council')
  })

  it('is nobody who took a picture, nor what goes on in another line', () => {
    expect(sourceOf([...LINES, 'Quelle: Anna Lee (Text), Tom Beck (Bild)'])).toBeUndefined()
    expect(sourceOf([...LINES, 'Source: Harbour Council and'])).toBeUndefined()
    expect(sourceOf(LINES)).toBeUndefined()
  })
})
