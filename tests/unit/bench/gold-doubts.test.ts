import { describe, expect, it } from 'vitest'
import { doubtDay, doubtTitle } from '../../bench/gold-doubts.ts'
import { openPage } from '../extract/open-page.ts'

describe('a title of the gold', () => {
  const page = openPage(
    '<title>Ferry guide for visitors | Harbour Courier</title><meta property="og:title" content="Ferry guide for visitors">' +
      '<h1>How to take the ferry</h1><h2>A quiet week</h2><p>Two boats go at noon.</p>',
  )

  it.each([
    ['in capitals', 'HOW TO TAKE THE FERRY', 'How to take the ferry', 'marks'],
    ['with other marks', 'How to take the “ferry”?', 'How to take the ferry', 'marks'],
    ['with the name of the site', 'How to take the ferry | Harbour Courier', 'How to take the ferry', 'suffix'],
    ['that the page has nowhere', 'How to swim across', 'How to take the ferry', 'nowhere'],
    ['of the head, where the page shows another', 'Ferry guide for visitors', 'How to take the ferry', 'head'],
  ])('%s counts apart', (_, gold, found, doubt) => {
    expect(doubtTitle(gold, found, page)).toBe(doubt)
  })

  it.each([
    ['that the page shows, where another of its headings was found', 'How to take the ferry', 'A quiet week'],
    ['of the head, where no heading was found', 'Ferry guide for visitors', 'Two boats go at noon.'],
    ['where nothing was found', 'How to take the ferry', ''],
    ['of which the end is missing, and no name of a site', 'How to take the ferry', 'How to take'],
  ])('%s does not', (_, gold, found) => {
    expect(doubtTitle(gold, found, page)).toBe(undefined)
  })
})

describe('a day of the gold', () => {
  const change = '{"datePublished":"2024-03-01T08:00:00Z","dateModified":"2025-11-04T21:10:44Z"}'

  it.each([
    ['that the page has nowhere', '2024-03-01', '2025-03-01', '<p>2 March 2025</p>', 'nowhere'],
    ['that only the address has', '2024-03-01', '', '<a href="/2024/03/01/ferry">Ferry</a>', 'nowhere'],
    ['of a change, where that of publication was found', '2025-11-04', '2024-03-01', change, 'update'],
    ['in another zone', '2024-03-02', '2024-03-01', '<time datetime="2024-03-02T01:00:00Z">', 'zone'],
  ])('%s counts apart', (_, gold, found, html, doubt) => {
    expect(doubtDay(gold, found, html)).toBe(doubt)
  })

  it.each([
    ['that the page shows', '2024-03-01', '2025-11-04', '<p>March 1, 2024</p>'],
    ['in figures', '2024-03-01', '', '<p>01.03.2024</p>'],
    ['of publication, where that of a change was found', '2024-03-01', '2025-11-04', change],
    ['of a change, where nothing was found', '2025-11-04', '', change],
  ])('%s does not', (_, gold, found, html) => {
    expect(doubtDay(gold, found, html)).toBe(undefined)
  })
})
