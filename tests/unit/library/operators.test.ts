import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ArticleQuery,
  countDistricts,
  countFacets,
  listArticles,
  listIds,
  removeArticles,
  saveArticle,
  updateArticles,
} from '../../../utils/library/index.ts'
import { READING_STATES } from '../../../utils/library/record.ts'
import {
  asStateWord,
  notUnderstood,
  PLACE_OPERATOR,
  parseSearch,
  SEARCH_OPERATORS,
} from '../../../utils/library/search/operators.ts'
import { makeArticle, makeTagged, newLibrary } from './factory.ts'

const day = (year: number, month = 1, date = 1) => new Date(year, month - 1, date).getTime()

describe('parseSearch', () => {
  const cases: [string, object][] = [
    ['平湖 修路', { text: '平湖 修路' }],
    ['来源:晶报 平湖', { source: '晶报', text: '平湖' }],
    ['来源：晶报', { source: '晶报', text: '' }],
    ['source:"South China Post" road', { source: 'South China Post', text: 'road' }],
    ['after:2024 before:2024-06-11', { from: day(2024), to: day(2024, 6, 11), text: '' }],
    ['after:yesterday', { text: 'after:yesterday' }],
    ['is:starred is:read', { starred: 1, state: 'read', text: '' }],
    ['标签:家 网站:新岭南', { label: '家', siteOrHost: '新岭南', text: '' }],
    ['is:unread', { unread: true, text: '' }],
    ['is:"To read" 平湖', { state: 'to-read', text: '平湖' }],
    ['是:未读 是:星标', { unread: true, starred: 1, text: '' }],
    ['晚于:2024 早於:2025-02', { from: day(2024), to: day(2025, 2), text: '' }],
    ['after:2024-02-30 before:2024-13', { text: 'after:2024-02-30 before:2024-13' }],
    ['龙岗 -夜市 －集市', { not: [{ text: '夜市' }, { text: '集市' }], text: '龙岗' }],
    ['-“夜市 小吃” -来源：晶报', { not: [{ text: '"夜市 小吃"' }, { source: '晶报' }], text: '' }],
    ['-is:unread -after:2024', { not: [{ unread: true }, { from: day(2024) }], text: '' }],
    ['-区:龙岗 -来源: -区: 平湖', { not: [{ text: '区:龙岗' }], text: '平湖' }],
    ['- -- --龙岗 龙岗-平湖 -《', { text: '- -- --龙岗 龙岗-平湖 -《' }],
    ['时间:12:30 "平湖 街道"', { text: '时间:12:30 "平湖 街道"' }],
    ['来源:“晶报” 「平湖 街道」 "修路', { source: '晶报', text: '"平湖 街道" "修路' }],
    ['__proto__:x constructor:y', { text: '__proto__:x constructor:y' }],
    ['来源: 平湖', { text: '平湖' }],
    ['平湖 after:', { text: '平湖' }],
    ['区：', { text: '' }],
    ['is:"', { text: '' }],
    ['时间: 平湖', { text: '时间: 平湖' }],
    ['', { text: '' }],
  ]
  it.each(cases)('%s', (typed, query) => {
    expect(parseSearch(typed)).toEqual(query)
  })
})

describe('the words of the shelves', () => {
  const LANGUAGES = ['en', 'zh_CN', 'zh_TW'] as const
  const NAMES = [
    ['stateUnread', { unread: true }],
    ['shelfToRead', { state: 'to-read' }],
    ['shelfReading', { state: 'reading' }],
    ['shelfRead', { state: 'read' }],
    ['shelfStarred', { starred: 1 }],
  ] as const
  it.each(LANGUAGES.flatMap(language => NAMES.map(([name, asked]) => ({ language, name, asked }))))(
    '$name in $language',
    ({ language, name, asked }) => {
      const file = readFileSync(`public/_locales/${language}/messages.json`, 'utf8')
      const words = (JSON.parse(file) as Record<string, { message: string }>)[name]?.message ?? ''
      expect(parseSearch(`is:"${words}"`)).toEqual({ ...asked, text: '' })
      expect(parseSearch(`是:${asStateWord(words)}`)).toEqual({ ...asked, text: '' })
    },
  )
})

it('the README tells of every operator', () => {
  const readme = readFileSync('README.md', 'utf8')
  const names = [...PLACE_OPERATOR, ...SEARCH_OPERATORS.flat()].filter(name => !/[來區網標籤於後]/u.test(name))
  expect(names.filter(name => !readme.includes(`\`${name}:`))).toEqual([])
})

describe('notUnderstood', () => {
  it.each([
    ['after:昨天 平湖', ['after:昨天']],
    ['in:trash foo:bar is:lost', ['in:trash', 'foo:bar', 'is:lost']],
    ['-foo:bar -来源:晶报 -平湖', ['-foo:bar']],
    ['来源：晶报 after:2024 平湖', []],
    ['来源: after:', []],
    ['12:30 https://news.163.com/ "foo:bar" A1:B2', []],
    ['', []],
  ])('%s', (typed, strange) => {
    expect(notUnderstood(typed)).toEqual(strange)
  })

  it('is among the words, whatever is typed', () => {
    const part = fc.constantFrom(
      'is',
      'after',
      '来源',
      '区',
      'foo',
      ':',
      '：',
      '"',
      '“',
      ' ',
      '-',
      '2024',
      '平湖',
      'unread',
    )
    const typed = fc.oneof(
      fc.string(),
      fc.array(part, { maxLength: 12 }).map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(typed, text => {
        const { text: words, not = [] } = parseSearch(text)
        const all = [words, ...not.map(part => `-${part.text}`)].join(' ')
        for (const strange of notUnderstood(text)) expect(all).toContain(strange)
      }),
    )
  })
})

it('unread is what is to be read and what is being read', async () => {
  const library = await newLibrary()
  for (const state of ['to-read', 'reading', 'read'] as const) {
    const saved = await saveArticle(library, { article: makeArticle(READING_STATES.indexOf(state)), tags: [] })
    if (saved.status === 'failed') throw new Error('not saved')
    await updateArticles(library, [saved.id], { state })
  }
  const states = async (text: string) =>
    (await listArticles(library, { text }, { offset: 0, limit: 9 })).rows.map(({ state }) => state).sort()
  expect(await states('is:unread')).toEqual(['reading', 'to-read'])
  expect(await states('是:已读')).toEqual(['read'])
})

it('an operator with a minus leaves out what it finds, in the trash too', async () => {
  const library = await newLibrary()
  const others = { source: { name: '南方日报' }, canonicalUrl: 'https://news.163.com/2.html' }
  const saved = [
    await saveArticle(library, makeTagged(1, ['440307'])),
    await saveArticle(library, { article: makeArticle(2, others), tags: [] }),
    await saveArticle(library, makeTagged(3, ['440305', '440307'])),
    await saveArticle(library, makeTagged(4, ['440305'])),
  ]
  const ids = saved.flatMap(each => (each.status === 'failed' ? [] : each.id))
  await updateArticles(library, ids.slice(0, 1), { starred: 1, labels: ['家'] })
  await removeArticles(library, ids.slice(3))
  const found = async (query: ArticleQuery) => {
    const { total, rows } = await listArticles(library, query, { offset: 0, limit: 9 })
    const { shelf } = await countFacets(library, query)
    expect([shelf.get(query.trash ? 'trash' : 'all') ?? 0, await listIds(library, query)]).toEqual([
      total,
      rows.map(({ id }) => id),
    ])
    return rows.map(({ id }) => ids.indexOf(id) + 1).sort()
  }
  expect(await found({ text: '-来源:晶报' })).toEqual([2])
  expect(await found({ text: '-来源:南方日报 -is:starred' })).toEqual([3])
  expect(await found({ text: '-标签:家' })).toEqual([2, 3])
  expect(await found({ text: '-site:163' })).toEqual([1, 3])
  expect(await found({ text: '-site:163 site:news' })).toEqual([1, 3])
  expect(await found({ text: '-is:unread' })).toEqual([])
  expect(await found({ text: '-来源:晶报', trash: true })).toEqual([])
  expect(await found({ text: '-来源:南方日报', trash: true })).toEqual([4])
  expect((await countFacets(library, { text: '-来源:晶报' })).shelf.get('trash')).toBeUndefined()
  expect(await found({ without: ['440307'] })).toEqual([2])
  expect(await found({ without: ['440305'], district: '440300' })).toEqual([1])
  expect(await found({ without: ['440000'] })).toEqual([2])
  expect([...(await countDistricts(library, { without: ['440305'] })).keys()].sort()).toEqual([
    '440000',
    '440300',
    '440307',
  ])
})

describe('a site', () => {
  const sites: [string, string][] = [
    ['https://news.163.com/a.html', '网易'],
    ['https://news.163.com/b.html', '网易'],
    ['http://www.sznews.com:8080/c.html', '深圳新闻网'],
    ['https://163news.example/d.html', '163'],
    ['https://www.163.com/e.html', '网易首页'],
  ]
  it.each([
    ['site:news.163.com', ['a', 'b']],
    ['site:163', ['a', 'b', 'd', 'e']],
    ['site:163.com', ['a', 'b', 'e']],
    ['网站:WWW', ['c', 'e']],
    ['网站:网易', ['a', 'b']],
    ['site:163 网站:没有', []],
    ['site:63', []],
    ['site:.', []],
  ])('%s', async (text, pages) => {
    const library = await newLibrary()
    for (const [index, [url, site]] of sites.entries()) {
      await saveArticle(library, { article: makeArticle(index, { url, canonicalUrl: url, site }), tags: [] })
    }
    const { total, rows } = await listArticles(library, { text }, { offset: 0, limit: 9 })
    expect(rows.map(({ url }) => /(\w)\.html/.exec(url)?.[1]).sort()).toEqual(pages)
    expect(total).toBe(pages.length)
    const { shelf } = await countFacets(library, { text })
    expect(shelf.get('all') ?? 0).toBe(pages.length)
  })
})

it('a list understands what is typed', async () => {
  const library = await newLibrary()
  await saveArticle(library, { article: makeArticle(1), tags: [] })
  await saveArticle(library, { article: makeArticle(2, { source: { name: '南方日报' } }), tags: [] })
  const { total, rows } = await listArticles(library, { text: '来源:晶报 新闻' }, { offset: 0, limit: 9 })
  expect([total, rows[0]?.source?.name]).toEqual([1, '晶报'])
})
