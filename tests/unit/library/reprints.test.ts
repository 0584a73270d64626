import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../utils/article/article.ts'
import {
  findReprints,
  type Library,
  linkReprints,
  listArticles,
  listSpans,
  removeArticles,
  reprintsOf,
  saveArticle,
} from '../../../utils/library/index.ts'
import { isSameText, shinglesOf, sketchOf } from '../../../utils/library/likeness.ts'
import { makeArticle, makeTag, newLibrary } from './factory.ts'

const PARAGRAPHS = [
  '昨日上午，平湖街道的居民早早来到社区公园，参加每年一度的邻里节，三十多个摊位沿着湖边一字排开。',
  '社区负责人说，今年的邻里节新增了旧物交换和义务维修两个区域，报名的志愿者比去年多了近一倍，不少是放暑假的学生。',
  '家住附近的李阿姨带来了自己种的番茄和辣椒，她说孩子们小时候在这里学会了骑自行车，现在轮到孙子了。',
  '下午三点，合唱队在凉亭里唱起老歌，围观的人越来越多，有人跟着打拍子，有人拿起手机给远方的家人看。',
]
const TEXT = PARAGRAPHS.join('\n')

async function save(library: Library, number: number, overrides: Partial<Article>) {
  const text = overrides.text ?? TEXT
  const html = text.replace(/[^\n]+/g, '<p>$&</p>')
  const article = makeArticle(number, { text, html, ...overrides })
  const saved = await saveArticle(library, { article, tags: [makeTag('440307')] })
  if (saved.status === 'failed') throw new Error(saved.reason)
  return saved.id
}

async function linkAll(library: Library): Promise<void> {
  while (await linkReprints(library));
}

describe('the same text', () => {
  const compare = (a: string, b: string) => isSameText(shinglesOf(a), shinglesOf(b))

  it('is it with another headline before it, an editor after it, other punctuation, in traditional characters', () => {
    expect(compare(TEXT, `邻里节\n${TEXT}\n责任编辑：王五`)).toBe(true)
    expect(compare(TEXT, TEXT.replace(/，/g, ', '))).toBe(true)
    expect(compare('龙岗区的居民'.repeat(30), '龍崗區的居民'.repeat(30))).toBe(true)
  })

  it('is it where a portal left a paragraph out', () => {
    expect(compare(TEXT, PARAGRAPHS.slice(0, 3).join('\n'))).toBe(true)
  })

  it('is not where only a paragraph was taken over, or a text is too short to tell', () => {
    expect(compare(TEXT, PARAGRAPHS[0] as string)).toBe(false)
    expect(compare('今天白天多云。', '今天白天多云。')).toBe(false)
    const english = 'The ferry runs again. Fares stay as they are until summer.'
    expect(compare(english, english)).toBe(false)
  })

  it('is it where the whole is a brief of one sentence', () => {
    expect(compare(PARAGRAPHS[0] as string, `（完）${PARAGRAPHS[0]}`)).toBe(true)
    expect(compare(PARAGRAPHS[0] as string, PARAGRAPHS[1] as string)).toBe(false)
  })

  it('has the same sketch, which is the least of the shingles whatever their order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 120, maxLength: 400 }), text => {
        const shingles = shinglesOf(text)
        expect(sketchOf(shingles)).toEqual(sketchOf(new Set([...shingles].reverse())))
        expect(shingles.size === 0 || isSameText(shingles, shinglesOf(`${text}。`))).toBe(true)
        // Taken apart at any place, a shingle is the one that the same letters give alone.
        for (const shingle of shinglesOf(`${text}平湖`)) expect(Number.isInteger(shingle) && shingle >= 0).toBe(true)
      }),
    )
  })

  it('numbers a shingle by its letters alone, wherever it stands', () => {
    const [head, tail] = ['一二三四五六七八九十百千'.repeat(20), '甲乙丙丁戊己庚辛壬癸子丑寅卯'.repeat(20)]
    const [apart, together] = [shinglesOf(tail), shinglesOf(head + tail)]
    expect([...apart].every(shingle => together.has(shingle))).toBe(true)
  })
})

describe('reprints', () => {
  it('are found before saving, the one whose portal is the source first, those in the trash not', async () => {
    const library = await newLibrary()
    const copy = await save(library, 1, { site: '奥一网', publishedAt: '2021-06-10T01:00:00+08:00' })
    const original = await save(library, 2, { site: '晶报网', text: `${TEXT}\n晶报记者 李海若` })
    await save(library, 3, { text: '别的新闻，'.repeat(60) })
    await linkAll(library)
    const page = { canonicalUrl: 'https://other.example/', text: TEXT, publishedAt: '2021-06-12T00:00:00+08:00' }
    expect((await findReprints(library, page)).map(({ id }) => id)).toEqual([original, copy])
    await removeArticles(library, [original])
    expect((await findReprints(library, page)).map(({ id }) => id)).toEqual([copy])
    expect(await findReprints(library, { ...page, publishedAt: '2022-06-12T00:00:00+08:00' })).toEqual([])
  })

  it('are linked, name each other, and stay so when they are changed', async () => {
    const library = await newLibrary()
    const [first, second] = [await save(library, 1, {}), await save(library, 2, { site: '晶报网' })]
    const third = await save(library, 3, { text: '别的新闻，'.repeat(60) })
    await linkAll(library)
    const others = async () => {
      const found = await reprintsOf(library, [first, second, third])
      return new Map(Array.from(found, ([id, rows]) => [id, rows.map(row => row.id)]))
    }
    expect(await others()).toEqual(
      new Map([
        [first, [second]],
        [second, [first]],
      ]),
    )
    await removeArticles(library, [first])
    expect((await others()).get(second)).toEqual([])
  })

  it('make one story of two where a later one is the same as both', async () => {
    const library = await newLibrary()
    const half = (from: number) => PARAGRAPHS.slice(from, from + 3).join('\n')
    const ids = [await save(library, 1, { text: half(0) }), await save(library, 2, { text: half(1) })]
    await linkAll(library)
    ids.push(await save(library, 3, {}))
    await linkAll(library)
    const { rows } = await listArticles(library, {}, { offset: 0, limit: 9 })
    expect(new Set(rows.map(({ story }) => story)).size).toBe(1)
    expect(rows[0]?.story).toBeDefined()
  })

  it('come together in a list grouped so, the original first, what has no others last', async () => {
    const library = await newLibrary()
    const copy = await save(library, 1, {})
    const other = await save(library, 2, { text: '别的新闻，'.repeat(60) })
    const original = await save(library, 3, { site: '晶报网' })
    await linkAll(library)
    const query = { group: 'story' } as const
    const { rows } = await listArticles(library, query, { offset: 0, limit: 9 })
    expect(rows.map(({ id }) => id)).toEqual([original, copy, other])
    expect((await listSpans(library, query)).map(({ count }) => count)).toEqual([2, 1])
  })
})
