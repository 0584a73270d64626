import { describe, expect, it } from 'vitest'
import {
  correctionsOf,
  forgetSite,
  keepCorrections,
  priorsOf,
  taughtSites,
} from '../../../entrypoints/wiring/corrections.ts'
import type { Correction } from '../../../utils/districts/index.ts'
import { newLibrary } from '../library/factory.ts'

const page = { canonicalUrl: 'https://news.example/1.html', host: 'news.example' }
const moved: Correction = { ...page, kind: 'replace', code: '460106', by: '440309' }

describe('what corrections teach about a site', () => {
  it('is listed by host, and only where there is something', async () => {
    const library = await newLibrary()
    expect(await taughtSites(library)).toEqual([])
    const other = { canonicalUrl: 'https://z.example/1.html', host: 'z.example' }
    await keepCorrections(library, other, [{ ...moved, ...other }])
    await keepCorrections(library, page, [moved])
    expect(await taughtSites(library)).toEqual([
      { host: 'news.example', votes: { '460106': -1, '440309': 1 } },
      { host: 'z.example', votes: { '460106': -1, '440309': 1 } },
    ])
  })

  it('is gone when a correction is taken back', async () => {
    const library = await newLibrary()
    await keepCorrections(library, page, [moved])
    await keepCorrections(library, page, [])
    expect(await taughtSites(library)).toEqual([])
  })

  it('can be forgotten, while what was said of the article stays', async () => {
    const library = await newLibrary()
    await keepCorrections(library, page, [moved])
    await forgetSite(library, page.host)
    expect(await taughtSites(library)).toEqual([])
    expect((await priorsOf(library, page.host)).votes).toEqual({})
    expect(await correctionsOf(library, page.canonicalUrl)).toEqual([moved])
  })
})
