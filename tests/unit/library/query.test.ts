import { describe, expect, it } from 'vitest'
import {
  type ArticleId,
  type ArticleQuery,
  countDistricts,
  countFacets,
  type Facet,
  type Library,
  listArticles,
  listIds,
  listSpans,
  removeArticles,
  saveArticle,
  updateArticles,
} from '../../../utils/library/index.ts'
import { type HandClock, makeArticle, makeTag, newLibrary } from './factory.ts'

// Twelve articles, one a second: districts 440307, 440303 and 110105 by turns, every third read, every fourth starred.
async function filled(): Promise<{ library: Library; ids: ArticleId[] }> {
  const clock: HandClock = { time: 1_700_000_000_000 }
  const library = await newLibrary(clock)
  const ids: ArticleId[] = []
  for (let number = 0; number < 12; number++) {
    clock.time += 1000
    const code = ['440307', '440303', '110105'][number % 3] as string
    const article = makeArticle(number, {
      source: { name: number % 2 ? '晶报' : '南方日报' },
      publishedAt: `2024-01-${String(20 - number).padStart(2, '0')}T00:00:00+08:00`,
      text: '字'.repeat(100 + number),
    })
    const saved = await saveArticle(library, {
      article,
      tags: [makeTag(code, { subdistricts: [{ code: `${code}001`, name: '街道' }] })],
    })
    if (saved.status !== 'saved') throw new Error('not saved')
    ids.push(saved.id)
  }
  await updateArticles(
    library,
    ids.filter((_, number) => number % 3 === 0),
    { state: 'read' },
  )
  await updateArticles(
    library,
    ids.filter((_, number) => number % 4 === 0),
    { starred: 1, labels: ['家'] },
  )
  return { library, ids }
}

const numbers = async (library: Library, query: ArticleQuery, offset = 0, limit = 100) => {
  const { rows } = await listArticles(library, query, { offset, limit })
  return rows.map(({ canonicalUrl }) => Number(/(\d+)\.html/.exec(canonicalUrl)?.[1]))
}

describe('listArticles', () => {
  const cases: [ArticleQuery, number[]][] = [
    [{}, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]],
    [{ district: '440300' }, [10, 9, 7, 6, 4, 3, 1, 0]],
    [{ district: '440307' }, [9, 6, 3, 0]],
    [{ district: '110105001' }, [11, 8, 5, 2]],
    [{ district: '440300', state: 'read' }, [9, 6, 3, 0]],
    [{ state: 'to-read', source: '晶报' }, [11, 7, 5, 1]],
    [{ starred: 1 }, [8, 4, 0]],
    [{ starred: 0, state: 'read' }, [9, 6, 3]],
    [{ label: '家', district: '440303' }, [4]],
    [{ text: '第1' }, [11, 10, 1]],
    [{ text: '１条　新闻' }, [1]],
    [{ from: Date.parse('2024-01-18T00:00:00+08:00') }, [2, 1, 0]],
    [{ to: Date.parse('2024-01-10T00:00:00+08:00') }, [11]],
    [{ sort: 'published', district: '110000' }, [2, 5, 8, 11]],
    [{ sort: 'published' }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
    [{ sort: 'length', starred: 1 }, [0, 4, 8]],
    [{ sort: 'title', source: '晶报' }, [1, 3, 5, 7, 9, 11]],
    [{ hasPictures: true }, []],
    [{ hasPictures: false, district: '440307' }, [9, 6, 3, 0]],
    [{ trash: true }, []],
    [{ district: '999999' }, []],
  ]
  it.each(cases)('%j', async (query, expected) => {
    const { library } = await filled()
    expect(await numbers(library, query)).toEqual(expected)
    expect((await listArticles(library, query, { offset: 0, limit: 1 })).total).toBe(expected.length)
    expect(await numbers(library, query, 1, 2)).toEqual(expected.slice(1, 3))
    expect(await listIds(library, query)).toHaveLength(expected.length)
  })

  it('shows removed articles in the trash only', async () => {
    const { library, ids } = await filled()
    await removeArticles(library, [ids[0] as ArticleId, ids[4] as ArticleId])
    expect(await numbers(library, { trash: true })).toEqual([4, 0])
    expect(await numbers(library, { trash: true, district: '440307', state: 'read' })).toEqual([0])
    expect(await numbers(library, { starred: 1 })).toEqual([8])
  })
})

describe('countFacets', () => {
  const counts = async (library: Library, query: ArticleQuery, facet: Facet) =>
    Object.fromEntries((await countFacets(library, query))[facet])

  it('counts under the query, but for its own part', async () => {
    const { library, ids } = await filled()
    expect(await counts(library, { state: 'read', source: '晶报' }, 'source')).toEqual({ 晶报: 2, 南方日报: 2 })
    expect(await counts(library, { district: '440307' }, 'shelf')).toEqual({ all: 4, read: 4, starred: 1 })
    expect(await counts(library, { state: 'read', label: '家' }, 'shelf')).toEqual({
      all: 3,
      'to-read': 2,
      read: 1,
      starred: 3,
    })
    expect(await counts(library, {}, 'label')).toEqual({ 家: 3 })
    expect(await counts(library, { text: '第1' }, 'year')).toEqual({ 2024: 3 })
    expect(await counts(library, { to: 0 }, 'year')).toEqual({ 2024: 12 })
    expect(await counts(library, { text: '来源:晶报' }, 'pictures')).toEqual({ without: 6 })
    await removeArticles(library, ids.slice(0, 2))
    expect(await counts(library, { source: '晶报' }, 'shelf')).toMatchObject({ all: 5, trash: 1 })
  })

  // Each count must be what the list shows when that value is chosen.
  it('gives what choosing the value would show', async () => {
    const { library } = await filled()
    const queries: ArticleQuery[] = [
      { state: 'read' },
      { district: '440300', source: '晶报' },
      { label: '家', starred: 1 },
    ]
    for (const query of queries) {
      for (const source of ['晶报', '南方日报']) {
        const { total } = await listArticles(library, { ...query, source }, { offset: 0, limit: 1 })
        expect((await countFacets(library, query)).source.get(source) ?? 0).toBe(total)
      }
    }
  })
})

describe('groups', () => {
  it('of districts follow the national list, each in the order asked for', async () => {
    const { library } = await filled()
    expect(await numbers(library, { group: 'district' })).toEqual([11, 8, 5, 2, 10, 7, 4, 1, 9, 6, 3, 0])
    expect(await numbers(library, { sort: 'district' })).toEqual([11, 8, 5, 2, 10, 7, 4, 1, 9, 6, 3, 0])
    expect(await numbers(library, { group: 'district', sort: 'length' })).toEqual([
      2, 5, 8, 11, 1, 4, 7, 10, 0, 3, 6, 9,
    ])
    expect(await listSpans(library, { group: 'district', state: 'to-read' })).toEqual([
      { key: '110105', count: 4 },
      { key: '440303', count: 4 },
    ])
  })

  it('of days are those of the reader', async () => {
    const { library } = await filled()
    const start = (time: number) => String(new Date(new Date(time).setHours(0, 0, 0, 0)).getTime())
    expect(await listSpans(library, { group: 'day' })).toEqual([{ key: start(1_700_000_000_000), count: 12 }])
    const days = await listSpans(library, { group: 'day', sort: 'published', starred: 1 })
    expect(days).toEqual(
      ['20', '16', '12'].map(day => ({ key: start(Date.parse(`2024-01-${day}T00:00:00+08:00`)), count: 1 })),
    )
    expect(await numbers(library, { group: 'day', sort: 'length', starred: 1 })).toEqual([0, 4, 8])
    expect(await listSpans(library, {})).toEqual([])
  })
})

it('an article without a day of publication is of no year, comes last, and stands apart', async () => {
  const library = await newLibrary()
  const { publishedAt: _none, ...undated } = makeArticle(1)
  for (const article of [undated, makeArticle(2, { publishedAt: '2024-01-02T00:00:00+08:00' })]) {
    await saveArticle(library, { article, tags: [] })
  }
  expect(await numbers(library, { sort: 'published' })).toEqual([2, 1])
  expect(await numbers(library, { from: 0 })).toEqual([2])
  expect([...(await countFacets(library, {})).year]).toEqual([['2024', 1]])
  const days = await listSpans(library, { group: 'day', sort: 'published' })
  expect(days.map(({ key }) => key === '')).toEqual([false, true])
})

describe('countDistricts', () => {
  it('counts every place under the query, but for its own district', async () => {
    const { library, ids } = await filled()
    expect(Object.fromEntries(await countDistricts(library, { district: '440307' }))).toEqual({
      '110000': 4,
      '110100': 4,
      '110105': 4,
      '110105001': 4,
      '440000': 8,
      '440300': 8,
      '440303': 4,
      '440303001': 4,
      '440307': 4,
      '440307001': 4,
    })
    expect((await countDistricts(library, { state: 'read' })).get('440300')).toBe(4)
    expect((await countDistricts(library, { starred: 1 })).get('440300')).toBe(2)
    await removeArticles(library, [ids[0] as ArticleId])
    expect((await countDistricts(library, { trash: true })).get('440307')).toBe(1)
    expect((await countDistricts(library, {})).get('440307')).toBe(3)
  })
})
