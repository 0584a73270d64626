import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fuzz } from './fuzzed.ts'
import { mutate, random } from './mutate.ts'

const PAGES = globSync('tests/fixtures/portal/*.html').toSorted()

describe('a page that is broken in ways nobody thought of', { timeout: 60_000 }, () => {
  it.each(PAGES)('gives an article that is sanitised, or none: %s', path => {
    const html = readFileSync(path, 'utf8')
    for (let seed = 0; seed < 5; seed++) expect(fuzz(html, seed), `seed ${seed}`).toMatchObject({ faults: [] })
  })

  it('is broken in the same way by the same seed', () => {
    const html = readFileSync(PAGES[0] ?? '', 'utf8')
    expect(mutate(html, random(7))).toBe(mutate(html, random(7)))
    expect(mutate(html, random(7))).not.toBe(mutate(html, random(8)))
  })
})
