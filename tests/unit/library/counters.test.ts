import fc from 'fast-check'
import { expect, it } from 'vitest'
import { entryOf } from '../../../utils/library/entry.ts'
import {
  type ArticleId,
  type Library,
  listArticles,
  purgeTrash,
  rebuildIndexes,
  removeArticles,
  restoreArticles,
  retryPictures,
  runPictureJob,
  saveArticle,
  updateArticles,
  updateSearch,
} from '../../../utils/library/index.ts'
import { recordOf } from '../../../utils/library/rows.ts'
import { rangesOf, termsOf } from '../../../utils/library/terms.ts'
import { makeArticle, makeTag, newLibrary, PNG } from './factory.ts'
import { PATIENT } from './patience.ts'

const number = fc.integer({ min: 0, max: 7 })
const numbers = fc.array(number, { maxLength: 4 })
const codes = fc.subarray(['440307', '440303', '110105', '440300', '810000'])
const operation = fc.oneof(
  fc.record({ kind: fc.constant('save' as const), number, codes }),
  fc.record({ kind: fc.constant('remove' as const), numbers }),
  fc.record({ kind: fc.constant('restore' as const), numbers }),
  fc.record({ kind: fc.constant('pictures' as const), number, good: fc.boolean() }),
  fc.record({ kind: fc.constant('purge' as const) }),
  fc.record({ kind: fc.constant('retag' as const), numbers, codes }),
  fc.record({
    kind: fc.constant('update' as const),
    numbers,
    change: fc.record(
      {
        state: fc.constantFrom('to-read' as const, 'reading' as const, 'read' as const),
        starred: fc.constantFrom(0 as const, 1 as const),
        labels: fc.array(fc.constantFrom('家', '*', 'trash', '__proto__', 'd:440307')),
      },
      { requiredKeys: [] },
    ),
  }),
)
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never

it('counters and lists equal a recount after any operations', { timeout: PATIENT }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { maxLength: 25 }), async operations => {
      const library = await newLibrary()
      const ids = new Map<number, ArticleId>()
      for (const each of operations) await perform(library, ids, each)
      await expectRecount(library)
    }),
    { numRuns: 40 },
  )
})

it('rebuilding mends counters and catalogue, and keeps what search knows', async () => {
  const library = await newLibrary()
  const ids = new Map<number, ArticleId>()
  for (const number of [1, 2, 3]) await perform(library, ids, { kind: 'save', number, codes: ['440307'] })
  await perform(library, ids, { kind: 'remove', numbers: [2] })
  while (await updateSearch(library, { atLeast: 1 }));
  await library.db.counts.clear()
  await library.db.catalogue.clear()
  expect(await rebuildIndexes(library)).toEqual({ status: 'done', articles: 3 })
  await expectRecount(library)
  expect((await listArticles(library, { text: '第3条' }, { offset: 0, limit: 9 })).total).toBe(1)
  await perform(library, ids, { kind: 'save', number: 4, codes: [] })
  await expectRecount(library)
})

it('rebuilding tells how far it is, and when stopped leaves everything as it was', { timeout: PATIENT }, async () => {
  const library = await newLibrary()
  const ids = new Map<number, ArticleId>()
  for (let number = 0; number < 501; number++) await perform(library, ids, { kind: 'save', number, codes: [] })
  await library.db.counts.clear()
  const stopper = new AbortController()
  const seen: object[] = []
  const onProgress = (progress: object) => {
    seen.push(progress)
    stopper.abort()
  }
  const stopped = await rebuildIndexes(library, { signal: stopper.signal, onProgress })
  expect(stopped).toEqual({ status: 'failed', reason: 'stopped' })
  expect(seen).toEqual([{ done: 0, total: 501 }])
  expect(await library.db.counts.count()).toBe(0)
  expect((await listArticles(library, { sort: 'title' }, { offset: 0, limit: 1 })).total).toBe(501)
  expect(await rebuildIndexes(library, { onProgress: progress => seen.push(progress) })).toMatchObject({
    articles: 501,
  })
  expect(seen.slice(1)).toEqual([
    { done: 0, total: 501 },
    { done: 500, total: 501 },
  ])
  expect((await listArticles(library, {}, { offset: 0, limit: 1 })).total).toBe(501)
})

async function perform(library: Library, ids: Map<number, ArticleId>, operation: Operation): Promise<void> {
  const known = (wanted: number[]) => wanted.flatMap(each => ids.get(each) ?? [])
  switch (operation.kind) {
    case 'save': {
      const images = [{ url: 'https://p.example/1' }]
      const article = makeArticle(operation.number, { images })
      const result = await saveArticle(library, { article, tags: operation.codes.map(code => makeTag(code)) })
      if (result.status !== 'failed') ids.set(operation.number, result.id)
      return
    }
    case 'remove':
      return void (await removeArticles(library, known(operation.numbers)))
    case 'restore':
      return void (await restoreArticles(library, known(operation.numbers)))
    case 'retag': {
      const tags = operation.codes.map(code => makeTag(code))
      return void (await updateArticles(library, known(operation.numbers), { tags }))
    }
    case 'update':
      return void (await updateArticles(library, known(operation.numbers), operation.change))
    case 'purge':
      return void (await purgeTrash(library, Number.POSITIVE_INFINITY))
    case 'pictures':
      for (const id of known([operation.number])) {
        await runPictureJob(library, `pictures:${id}`, async () =>
          operation.good ? { bytes: PNG, type: '' } : { failed: 'http-404' },
        )
        await retryPictures(library, id)
      }
  }
}

async function expectRecount(library: Library): Promise<void> {
  const { db } = library
  const recount = new Map<string, number>()
  for (const row of await db.articles.toArray()) {
    expect(row.terms.map(([term]) => term)).toEqual(rangesOf(recordOf(row)))
    for (const term of termsOf(recordOf(row))) recount.set(term, (recount.get(term) ?? 0) + 1)
  }
  const counters = new Map((await db.counts.toArray()).map(({ term, count }) => [term, count]))
  expect(counters).toEqual(recount)
  const catalogue = await db.transaction('r', db.catalogue, db.meta, async () => library.catalogue.newestFirst(db))
  const rows = await db.articles.toArray()
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  const expected = rows.map(row => ({ ...entryOf(row), slot: row.slot })).sort(byId)
  const placed = [...catalogue].sort(byId)
  const values = placed.map((entry, i) =>
    Object.fromEntries(Object.keys(expected[i] ?? {}).map(key => [key, entry[key as keyof typeof entry]])),
  )
  expect(placed).toHaveLength(expected.length)
  expect(values).toEqual(expected)
  for (const query of [{}, { trash: true }, { district: '440300' }, { state: 'read' as const }]) {
    const { total, rows } = await listArticles(library, query, { offset: 0, limit: 100 })
    expect(rows).toHaveLength(total)
    // Sorted otherwise the same articles come from the catalogue.
    const sorted = await listArticles(library, { ...query, sort: 'length' }, { offset: 0, limit: 100 })
    expect(rows.map(({ id }) => id).sort()).toEqual(sorted.rows.map(({ id }) => id).sort())
  }
  const [articles, bodies] = [
    await db.articles.toCollection().primaryKeys(),
    await db.bodies.toCollection().primaryKeys(),
  ]
  expect(bodies).toEqual(articles)
}
