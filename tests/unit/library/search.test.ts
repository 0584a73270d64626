import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ArticleId,
  emptyTrash,
  type Library,
  listArticles,
  pendingSearch,
  removeArticles,
  saveArticle,
  updateSearch,
} from '../../../utils/library/index.ts'
import { BlockWriter, type Posting, readBlock } from '../../../utils/library/search/block.ts'
import { findText } from '../../../utils/library/search/find.ts'
import { mergeSegments } from '../../../utils/library/search/merge-segments.ts'
import { tokensOf, wantedBy } from '../../../utils/library/search/tokens.ts'
import { makeArticle, openWith } from './factory.ts'
import { PATIENT } from './patience.ts'

async function filled(
  texts: readonly (readonly [title: string, text: string])[],
  factory = new IDBFactory(),
): Promise<Library> {
  const { library, clock } = await openWith(factory)
  for (const [index, [title, text]] of texts.entries()) {
    clock.time += 1
    await saveArticle(library, { article: makeArticle(index, { title, text }), tags: [] })
  }
  return library
}

async function indexAll(library: Library): Promise<void> {
  while (await updateSearch(library, { atLeast: 1 }));
}

async function titles(library: Library, text: string): Promise<string[]> {
  return (await listArticles(library, { text }, { offset: 0, limit: 100 })).rows.map(({ title }) => title)
}

const ARTICLES = [
  ['平湖修路', '龙岗区平湖街道的路修好了，记者 Li Hairuo 报道。'],
  ['公园开放', '罗湖区的公园昨天开放，有 WiFi 覆盖。平安的湖。'],
  ['龙岗区新学校', '新学校在 2024 年建成。'],
  ['其他', '区龙岗，不是那个词。Library 里有书。'],
] as const

describe('searching', () => {
  const cases: [string, string[]][] = [
    ['平湖', ['平湖修路']],
    ['龙岗', ['龙岗区新学校', '其他', '平湖修路']],
    ['龙岗区', ['龙岗区新学校', '平湖修路']],
    ['龙岗 学校', ['龙岗区新学校']],
    ['路', ['平湖修路']],
    ['湖', ['平湖修路', '公园开放']],
    ['ＷＩＦＩ', ['公园开放']],
    ['lib', ['其他']],
    ['2024', ['龙岗区新学校']],
    ['晶报', ['其他', '龙岗区新学校', '公园开放', '平湖修路']],
    ['李海若', ['其他', '龙岗区新学校', '公园开放', '平湖修路']],
    ['龍崗區 學校', ['龙岗区新学校']],
    ['没有这个', []],
    ['平湖街道', ['平湖修路']],
    ['"平湖街道"', ['平湖修路']],
    ['"街道的路"', ['平湖修路']],
    ['"路的街道"', []],
    ['“龍崗區新學校”', ['龙岗区新学校']],
    ['"龙岗区" 学校', ['龙岗区新学校']],
    ['"有 WiFi 覆盖"', ['公园开放']],
    ['"有wifi覆盖"', ['公园开放']],
    ['"wi"', []],
    ['"有 wi"', []],
    ['"Li Hairuo"', ['平湖修路']],
    ['"Hairuo Li"', []],
    ['"岗区龙"', []],
    ['"晶报" "新学校在"', ['龙岗区新学校']],
    ['"晶报 新岭南"', []],
    ['"没有关上', []],
    ['龙岗 -学校', ['其他', '平湖修路']],
    ['-龙岗', ['公园开放']],
    ['－龍崗', ['公园开放']],
    ['-龙岗 -公园', []],
    ['晶报 -"龙岗区新学校" -wifi', ['其他', '平湖修路']],
    ['"龙岗区" -"平湖街道"', ['龙岗区新学校']],
    ['-没有这个', ['其他', '龙岗区新学校', '公园开放', '平湖修路']],
    ['《》', ['其他', '龙岗区新学校', '公园开放', '平湖修路']],
  ]
  it.each(cases)('%s, before and after indexing', async (text, expected) => {
    const library = await filled(ARTICLES)
    expect(await titles(library, text)).toEqual(expected)
    await indexAll(library)
    expect(await pendingSearch(library)).toBe(0)
    expect(await titles(library, text)).toEqual(expected)
  })

  it('finds nothing that was deleted, and the trash only in the trash', async () => {
    const library = await filled(ARTICLES)
    await indexAll(library)
    const [row] = (await listArticles(library, { text: '平湖' }, { offset: 0, limit: 1 })).rows
    await removeArticles(library, [row?.id as ArticleId])
    expect(await titles(library, '平湖')).toEqual([])
    expect((await listArticles(library, { text: '平湖', trash: true }, { offset: 0, limit: 1 })).total).toBe(1)
    await emptyTrash(library)
    expect((await listArticles(library, { text: '平湖', trash: true }, { offset: 0, limit: 1 })).total).toBe(0)
  })
})

it('a minus leaves out exactly what the word without it finds', { timeout: PATIENT }, async () => {
  const word = fc.constantFrom('平湖', '龙岗', '路', 'wifi', '"龙岗区"', '"的路修好"', '没有', '2024')
  const [waiting, indexed] = [await filled(ARTICLES), await filled(ARTICLES)]
  await indexAll(indexed)
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 2 }), word, async (words, left) => {
      for (const library of [waiting, indexed]) {
        const [all, found] = [await titles(library, words.join(' ')), await titles(library, left)]
        const rest = await titles(library, [...words, `-${left}`].join(' '))
        expect(rest).toEqual(all.filter(title => !found.includes(title)))
      }
    }),
    { numRuns: 30 },
  )
})

it('lists an article with a phrase in its title first', async () => {
  const library = await filled([
    ['平湖街道修路', '路修好了。'],
    ['街道与平湖', '平湖街道的路也修好了。平湖的街。湖街。'],
  ])
  expect(await titles(library, '"平湖街道"')).toEqual(['平湖街道修路', '街道与平湖'])
})

it('finds a phrase exactly where its characters and words follow each other in a line', {
  timeout: PATIENT,
}, async () => {
  const texts = fc.string({ unit: fc.constantFrom('龙', '崗', '路', ' ', '，', '\n', 'a', 'B'), maxLength: 16 })
  const phrase = fc.string({ unit: fc.constantFrom('龙', '岗', '路', ' ', '，', 'A', 'b'), maxLength: 6 })
  const unitsOf = (text: string) =>
    Array.from(
      text
        .replaceAll('崗', '岗')
        .toLowerCase()
        .matchAll(/(?<=([龙岗路]?))([龙岗路]|[ab]+)/g),
      ([, han, unit]) => ({
        unit,
        goesOn: han !== '' && unit !== undefined && /[龙岗路]/.test(unit),
      }),
    )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(texts, texts), { maxLength: 6 }), phrase, async (articles, quoted) => {
      const wanted = unitsOf(quoted)
      fc.pre(wanted.length > 0)
      const library = await filled(articles)
      await indexAll(library)
      const says = (text: string) =>
        text.split('\n').some(line => {
          const units = unitsOf(line)
          return units.some((_, start) =>
            wanted.every(({ unit, goesOn }, at) => {
              const found = units[start + at]
              return found?.unit === unit && (!goesOn || found?.goesOn)
            }),
          )
        })
      const expected = articles.filter(([title, text]) => says(title) || says(text))
      const { total } = await listArticles(library, { text: `"${quoted}"` }, { offset: 0, limit: 1 })
      expect(total).toBe(expected.length)
    }),
    { numRuns: 40 },
  )
})

describe('articles that wait to be indexed', () => {
  it('have their words in their bodies alone, and are found by their excerpt where a body is lost', async () => {
    const factory = new IDBFactory()
    const library = await filled([['平湖修路', `路修好了。${'沿街的店都开着。'.repeat(40)}公园也开放了。`]], factory)
    const [row] = await library.db.unindexed.toArray()
    expect(Object.keys(row ?? {}).sort()).toEqual(['articleId', 'slot'])
    expect(await titles(library, '公园')).toEqual(['平湖修路'])
    await library.db.bodies.clear()
    const { library: other } = await openWith(factory)
    expect(await titles(other, '公园')).toEqual([])
    expect(await titles(other, '沿街')).toEqual(['平湖修路'])
    await indexAll(other)
    expect(await titles(other, '公园')).toEqual([])
    expect(await titles(other, '沿街 修路')).toEqual(['平湖修路'])
  })

  it('are found in the middle of being saved, and once each by two pages that index at once', async () => {
    const factory = new IDBFactory()
    const library = await filled(ARTICLES, factory)
    const saves = Array.from({ length: 8 }, (_, index) =>
      saveArticle(library, {
        article: makeArticle(100 + index, { title: `新楼${index}`, text: '新楼在平湖。' }),
        tags: [],
      }),
    )
    const asked = Array.from({ length: 8 }, () => titles(library, '新楼'))
    await Promise.all([...saves, ...asked])
    expect(await titles(library, '新楼')).toHaveLength(8)
    const { library: other } = await openWith(factory)
    await Promise.all([library, other].map(each => updateSearch(each, { atLeast: 1 })))
    expect(await pendingSearch(library)).toBe(0)
    const segments = await library.db.segments.toArray()
    expect(segments.map(({ articles }) => articles)).toEqual([12])
    expect(await titles(library, '新楼')).toHaveLength(8)
  })
})

it('finds traditional text by simplified words and the other way round', async () => {
  const library = await filled([
    ['臺灣新聞', '發展'],
    ['台湾新闻', '发展'],
  ])
  for (const text of ['台湾', '臺灣', '发展', '發展']) expect(await titles(library, text)).toHaveLength(2)
})

const letters = fc.string({ unit: fc.constantFrom('龙', '岗', '区', '路', ' ', '，', 'a', 'b', '1'), maxLength: 12 })

it('finds the same from any number of segments, merged or not, as from no index', { timeout: PATIENT }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(letters, letters), { maxLength: 8 }), letters, async (texts, query) => {
      const library = await filled([])
      for (const [index, [title, text]] of texts.entries()) {
        await saveArticle(library, { article: makeArticle(index, { title, text }), tags: [] })
        if (index % 2) await updateSearch(library, { atLeast: 1 })
      }
      await updateSearch(library, { atLeast: 1 })
      const { db } = library
      const before = await findText(db, query, false)
      await mergeSegments(db, await db.segments.toArray())
      expect(await db.segments.count()).toBeLessThanOrEqual(1)
      expect(await findText(db, query, false)).toEqual(before)
      const wanted = wantedBy(query)
      if (wanted.length === 0) return void expect(before).toBeUndefined()
      const holding = texts.filter(([title, text]) => {
        const tokens = [...tokensOf({ title, text: `晶报 新岭南 李海若 ${text}` })]
        return wanted.every(({ token, prefix }) =>
          tokens.some(each => (prefix ? each.startsWith(token) : each === token)),
        )
      })
      expect(before?.slots.size).toBe(holding.length)
    }),
    { numRuns: 30 },
  )
})

it('a merge that was broken off leaves nothing that is seen, and the next clears it', async () => {
  const library = await filled(ARTICLES)
  const { db } = library
  await indexAll(library)
  await db.meta.put({ key: 'merging', value: 99 })
  await db.postings.put({ segment: 99, first: '龙岗', tokens: '龙岗', bytes: new Uint8Array([1, 77]) })
  expect(await titles(library, '龙岗')).toHaveLength(3)
  await mergeSegments(db, await db.segments.toArray())
  expect(await db.postings.where('[segment+first]').equals([99, '龙岗']).count()).toBe(0)
})

it('two merges of the same segments at once leave one, and no block of any other', async () => {
  const library = await filled(ARTICLES)
  const { db } = library
  for (const _ of ARTICLES) await updateSearch(library, { atLeast: 1 })
  await db.postings.put({ segment: 98, first: '龙岗', tokens: '龙岗', bytes: new Uint8Array([1, 77]) })
  const segments = await db.segments.toArray()
  await Promise.all([mergeSegments(db, segments), mergeSegments(db, segments)])
  const left = await db.segments.toCollection().primaryKeys()
  expect(left).toHaveLength(1)
  expect([...new Set((await db.postings.toArray()).map(({ segment }) => segment))]).toEqual(left)
  expect(await titles(library, '龙岗')).toHaveLength(3)
})

it('postings come back from their blocks', () => {
  const slots = fc.uniqueArray(fc.nat(5_000_000), { minLength: 1 }).map(list => list.sort((a, b) => a - b))
  const postings = fc.dictionary(
    fc.string({ minLength: 1 }).filter(text => !text.includes('\n')),
    slots,
  )
  fc.assert(
    fc.property(postings, dictionary => {
      const all: Posting[] = Object.entries(dictionary).sort(([a], [b]) => (a < b ? -1 : 1))
      const writer = new BlockWriter()
      for (const posting of all) writer.add(posting)
      writer.close()
      expect(writer.blocks.flatMap(block => readBlock(block))).toEqual(all)
      const wanted = all[0]?.[0]
      expect(writer.blocks.flatMap(block => readBlock(block, token => token === wanted))).toEqual(all.slice(0, 1))
    }),
  )
})

it('a block is a fraction of what its numbers and letters take one by one', () => {
  const letters = Array.from({ length: 400 }, (_, index) => String.fromCharCode(0x4e00 + index * 11))
  const every = (step: number) => Array.from({ length: Math.ceil(1000 / step) }, (_, index) => index * step)
  const all = letters.map((letter, index): Posting => [`的${letter}`, every(1 + (index % 40))])
  const writer = new BlockWriter()
  for (const posting of all) writer.add(posting)
  writer.close()
  const plain = all.reduce((sum, [token, slots]) => sum + 2 * token.length + slots.length, 0)
  const taken = writer.blocks.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
  expect(taken).toBeLessThan(0.6 * plain)
})

it('a damaged block ends', () => {
  const ones = { first: '', bytes: new Uint8Array(64).fill(255) }
  expect(readBlock(ones).length).toBeLessThan(512)
  expect(readBlock({ first: '', bytes: new Uint8Array(0) })).toBeInstanceOf(Array)
})

it('blocks as they were up to version 3 are found, and merged with the new', async () => {
  const library = await filled(ARTICLES)
  const { db } = library
  await indexAll(library)
  const titlesBefore = await titles(library, '龙岗')
  // Two slots and one, written as they were.
  const wide = { first: '旧词', tokens: '旧词\n旧闻', bytes: Uint8Array.from([2, 0, 1, 1, 1]) }
  const segment = await db.segments.add({ level: 0, articles: 2, firsts: ['旧词'] } as never)
  await db.postings.add({ segment, ...wide })
  expect(await titles(library, '旧词')).toHaveLength(2)
  expect(await titles(library, '旧闻')).toHaveLength(1)
  await mergeSegments(db, await db.segments.toArray())
  expect(await titles(library, '旧词')).toHaveLength(2)
  expect(await titles(library, '旧闻')).toHaveLength(1)
  expect(await titles(library, '龙岗')).toEqual(titlesBefore)
  expect((await db.postings.toArray()).filter(row => 'tokens' in row)).toEqual([])
})
