import { describe, expect, it } from 'vitest'
import { listArticles, saveArticle } from '../../../utils/library/index.ts'
import { parseSearch } from '../../../utils/library/search/operators.ts'
import { makeArticle, newLibrary } from './factory.ts'

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
    ['标签:家 网站:新岭南', { label: '家', site: '新岭南', text: '' }],
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

it('a list understands what is typed', async () => {
  const library = await newLibrary()
  await saveArticle(library, { article: makeArticle(1), tags: [] })
  await saveArticle(library, { article: makeArticle(2, { source: { name: '南方日报' } }), tags: [] })
  const { total, rows } = await listArticles(library, { text: '来源:晶报 新闻' }, { offset: 0, limit: 9 })
  expect([total, rows[0]?.source?.name]).toEqual([1, '晶报'])
})
