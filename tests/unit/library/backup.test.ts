import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORMAT, FORMAT_VERSION, lineWriter } from '../../../utils/library/backup/format.ts'
import {
  type ArticleId,
  emptyTrash,
  exportBackup,
  exportChanges,
  importBackup,
  keepHighlight,
  type Library,
  latestStamp,
  listArticles,
  readArticle,
  removeArticles,
  removeHighlight,
  runPictureJob,
  saveArticle,
  setCorrection,
  setSiteNotes,
  updateArticles,
} from '../../../utils/library/index.ts'
import { makeArticle, makeHighlight, makeTag, makeTagged, newLibrary, PNG } from './factory.ts'
import { PATIENT } from './patience.ts'

const odd = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('__proto__', '\n', '平湖\u2028街道'),
)
const sample = fc.record({
  title: odd,
  paragraphs: fc.array(odd, { maxLength: 4 }),
  codes: fc.subarray(['440307', '110105', '810000']),
  labels: fc.array(odd, { maxLength: 2 }),
  pictures: fc.subarray(['a', 'b', 'c']),
  fate: fc.constantFrom('kept', 'read', 'trashed', 'deleted'),
})

async function filled(samples: (typeof sample extends fc.Arbitrary<infer T> ? T : never)[]): Promise<Library> {
  const clock = { time: 1_700_000_000_000 }
  const library = await newLibrary(clock)
  for (const [index, { title, paragraphs, codes, labels, pictures, fate }] of samples.entries()) {
    clock.time += 1
    const images = pictures.map(name => ({ url: `https://p.example/${name}`, caption: title }))
    const article = makeArticle(index, { title, images, text: paragraphs.join('\n') })
    const saved = await saveArticle(library, { article, tags: codes.map(code => makeTag(code)) })
    if (saved.status === 'failed') throw new Error(saved.reason)
    await runPictureJob(library, `pictures:${saved.id}`, async url =>
      url.endsWith('c') ? { failed: 'http-404' } : { bytes: PNG, type: '' },
    )
    if (labels.length > 0) await updateArticles(library, [saved.id], { labels })
    if (fate === 'read') await updateArticles(library, [saved.id], { state: 'read' })
    if (fate === 'trashed' || fate === 'deleted') await removeArticles(library, [saved.id])
    if (fate === 'deleted') await emptyTrash(library)
  }
  await setCorrection(library, 'https://news.example/0.html', { main: ['440307'] })
  await setSiteNotes(library, 'news.example', null)
  await keepHighlight(library, makeHighlight())
  await keepHighlight(library, makeHighlight({ id: 'highlight-2', colour: 'pink' }))
  await removeHighlight(library, 'highlight-2')
  return library
}

/** All that a library holds, but for its clock and name, and the order in which it was written. */
async function contents({ db }: Library): Promise<Record<string, object[]>> {
  const tables = db.tables.filter(({ name }) => name !== 'meta' && name !== 'catalogue')
  const read = tables.map(async table => [table.name, (await table.toArray()).map(withoutSlot)] as const)
  return Object.fromEntries(await Promise.all(read))
}

function withoutSlot(row: object): object {
  return { ...row, slot: 0 }
}

const exported = (library: Library) => bytesOf(exportBackup(library))

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer())
}

const restored = (library: Library, bytes: Uint8Array<ArrayBuffer>) => importBackup(library, new Blob([bytes]))

async function written(lines: readonly object[]): Promise<Uint8Array<ArrayBuffer>> {
  const write = lineWriter()
  let text = await write({ kind: FORMAT, version: 1 })
  for (const line of lines) text += await write(line)
  text += await write({ kind: 'end', lines: lines.length })
  return gzipped(text)
}

async function gzipped(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

describe('changes written down', () => {
  it('hold again on top of an older copy, and bring no article that is not there', async () => {
    const clock = { time: 1_700_000_000_000 }
    const library = await newLibrary(clock)
    const ids: ArticleId[] = []
    for (const number of [1, 2, 3]) {
      const saved = await saveArticle(library, makeTagged(number))
      if (saved.status === 'saved') ids.push(saved.id)
    }
    const before = await exported(library)
    clock.time += 1000
    await updateArticles(library, ids.slice(0, 1), { state: 'read', starred: 1, labels: ['家'] })
    await removeArticles(library, ids.slice(1, 2))
    await keepHighlight(library, makeHighlight())
    await setCorrection(library, 'https://news.example/1.html', { main: ['440307'] })
    await setSiteNotes(library, 'news.example', { votes: {} })
    const pages = ['https://news.example/1.html']
    const changes = { articles: ids, highlights: ['highlight-1'], pages, sites: ['news.example'] }
    const file = new Blob([await bytesOf(exportChanges(library, changes))])

    const empty = await newLibrary()
    expect(await importBackup(empty, file, { presentOnly: true })).toMatchObject({ status: 'done', added: 0 })
    expect(await empty.db.articles.count()).toBe(0)
    expect(await empty.db.highlights.count()).toBe(1)
    expect(await empty.db.meta.get('restored')).toBeUndefined()

    expect(await restored(empty, before)).toMatchObject({ status: 'done', added: 3 })
    expect(await importBackup(empty, file, { presentOnly: true })).toMatchObject({ status: 'done', changed: 2 })
    expect(await contents(empty)).toEqual(await contents(library))
    expect(await latestStamp(empty)).toBe(await latestStamp(library))
  })
})

describe('a backup', { timeout: PATIENT }, () => {
  it('restores exactly what was there, once and again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sample, { maxLength: 5 }), async samples => {
        const library = await filled(samples)
        const before = await contents(library)
        const file = await exported(library)
        const other = await newLibrary()
        expect(await restored(other, file)).toMatchObject({
          status: 'done',
          added: before.articles?.length,
          changed: 0,
        })
        expect(await contents(other)).toEqual(before)
        expect(await restored(other, file)).toMatchObject({ status: 'done', added: 0, changed: 0 })
        expect(await contents(other)).toEqual(before)
      }),
      { numRuns: 20 },
    )
  })

  it('is refused, and nothing touched, when any part of it is cut off', async () => {
    const file = await exported(await filled(fc.sample(sample, { seed: 1, numRuns: 2 })))
    const library = await newLibrary()
    for (let length = 0; length < file.length; length += 17) {
      const reason = length === 0 ? 'not-a-backup' : 'torn'
      expect(await restored(library, file.slice(0, length))).toMatchObject({ status: 'failed', reason })
    }
    expect(await library.db.articles.count()).toBe(0)
  })

  it('is refused, and nothing touched, when a bit that matters was turned', async () => {
    const source = await filled(fc.sample(sample, { seed: 2, numRuns: 2 }))
    const file = await exported(source)
    for (let at = 0; at < file.length; at += 23) {
      const altered = file.slice()
      altered[at] = (altered[at] as number) ^ (1 << (at % 8))
      const library = await newLibrary()
      const { status } = await restored(library, altered)
      // The gzip header's time and system, and the bits that fill up its last byte, say nothing: the rest must be whole.
      if (status === 'done') expect(await contents(library)).toEqual(await contents(source))
      else expect(await library.db.articles.count()).toBe(0)
    }
  })

  it('never overwrites what is newer, and takes what is', async () => {
    const clock = { time: 1_700_000_000_000 }
    const library = await newLibrary(clock)
    const saved = await saveArticle(library, makeTagged(1))
    const id = saved.status === 'failed' ? ('' as ArticleId) : saved.id
    await updateArticles(library, [id], { labels: ['旧'] })
    const old = await exported(library)
    clock.time += 1000
    await updateArticles(library, [id], { labels: ['新'] })
    const other = await newLibrary(clock)
    await restored(other, old)
    clock.time += 1000
    await updateArticles(other, [id], { state: 'read' })
    expect(await restored(library, await exported(other))).toMatchObject({ status: 'done', changed: 1 })
    expect((await readArticle(library, id))?.record).toMatchObject({ labels: ['新'], state: 'read' })
    expect(await restored(library, old)).toMatchObject({ status: 'done', unchanged: 1 })
  })

  it('is nothing new where it was made, whatever was done to its articles', async () => {
    const library = await newLibrary()
    const saved = await saveArticle(library, makeTagged(1))
    const id = saved.status === 'failed' ? ('' as ArticleId) : saved.id
    await updateArticles(library, [id], { starred: 1 })
    await updateArticles(library, [id], { state: 'read', labels: ['家'] })
    expect(await restored(library, await exported(library))).toMatchObject({ changed: 0, unchanged: 1 })
  })

  it('joins the same address saved on two devices', async () => {
    const [one, other] = [await newLibrary(), await newLibrary()]
    await saveArticle(one, makeTagged(1))
    await saveArticle(other, makeTagged(1))
    expect(await restored(one, await exported(other))).toMatchObject({ status: 'done', added: 0 })
    expect((await listArticles(one, {}, { offset: 0, limit: 9 })).total).toBe(1)
    expect(await one.db.bodies.count()).toBe(1)
  })

  it('does not bring back what was deleted for good since', async () => {
    const clock = { time: 1_700_000_000_000 }
    const library = await newLibrary(clock)
    await saveArticle(library, makeTagged(1))
    const file = await exported(library)
    clock.time += 1000
    await removeArticles(
      library,
      (await listArticles(library, {}, { offset: 0, limit: 1 })).rows.map(({ id }) => id),
    )
    await emptyTrash(library)
    expect(await restored(library, file)).toMatchObject({ status: 'done', unchanged: 1 })
    expect(await library.db.articles.count()).toBe(0)
  })

  it('gives back a body and pictures that the library lost', async () => {
    const library = await filled(fc.sample(sample, { seed: 3, numRuns: 3 }))
    const before = await contents(library)
    const file = await exported(library)
    await library.db.bodies.clear()
    await library.db.images.clear()
    await restored(library, file)
    expect(await contents(library)).toEqual(before)
  })

  it('can be stopped, and a stopped check touches nothing', async () => {
    const file = await exported(await filled(fc.sample(sample, { seed: 4, numRuns: 3 })))
    const library = await newLibrary()
    const stop = new AbortController()
    const onProgress = () => stop.abort()
    const result = await importBackup(library, new Blob([file]), { signal: stop.signal, onProgress })
    expect(result).toMatchObject({ status: 'failed', reason: 'stopped' })
    expect(await library.db.articles.count()).toBe(0)
  })
})

describe('a file that is none of ours', { timeout: PATIENT }, () => {
  const { html: _, text: _text, images: _images, ...facts } = makeArticle(1)
  const stamp = '0lqabcdef0000-abc'
  const record = {
    ...facts,
    ...{ id: 'abcdefghijkl', excerpt: '', minutes: 1, length: 1, tags: [], districts: [], state: 'read', starred: 0 },
    ...{ labels: [], savedAt: 1, updatedAt: stamp, pictures: { wanted: 0, stored: 0, failed: 0 } },
  }
  const image = { kind: 'image', articleId: record.id, url: 'https://a/', type: 'image/png', bytes: btoa('<svg/>') }
  const article = { kind: 'article', record, times: {} }
  const files: [string, () => Promise<Uint8Array<ArrayBuffer>>, string][] = [
    ['nothing', async () => new Uint8Array(), 'not-a-backup'],
    ['a picture', async () => PNG.slice(), 'not-a-backup'],
    ['another gzip', () => gzipped('hello\n'), 'not-a-backup'],
    [
      'a newer format',
      async () => gzipped(await lineWriter()({ kind: FORMAT, version: FORMAT_VERSION + 1 })),
      'newer-version',
    ],
    ['markup as a picture', () => written([article, image]), 'altered'],
    ['a picture of no article', () => written([image]), 'altered'],
    [
      'an impossible time',
      () => written([{ ...article, record: { ...record, updatedAt: 'zzzzzzzzzzzzz-z' } }]),
      'altered',
    ],
    ['a link that runs', () => written([{ ...article, record: { ...record, url: 'javascript:alert(1)' } }]), 'altered'],
    ['an unknown kind', () => written([{ kind: 'script' }]), 'altered'],
    ['a gzip bomb', () => gzipped('0'.repeat(5_000_000)), 'too-large'],
  ]
  it.each(files)('%s is refused', async (_name, make, reason) => {
    const library = await newLibrary()
    expect(await restored(library, await make())).toMatchObject({ status: 'failed', reason })
    expect(await library.db.articles.count()).toBe(0)
  })

  it('leaves the prototypes alone', async () => {
    const library = await newLibrary()
    const poison = JSON.parse(`{"__proto__":{"polluted":1},"main":{"__proto__":{"polluted":1},"a":1}}`)
    const poisoned = {
      ...article,
      record: JSON.parse(JSON.stringify(record).replace('{', '{"__proto__":{"polluted":1},')),
    }
    const correction = { kind: 'correction', canonicalUrl: 'https://a/', value: poison, updatedAt: stamp }
    expect(await restored(library, await written([poisoned, correction]))).toMatchObject({ status: 'done', added: 1 })
    expect(Object.keys((await library.db.articles.toArray())[0] ?? {})).not.toContain('__proto__')
    expect((await library.db.corrections.toArray())[0]?.value).toEqual({ main: { a: 1 } })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
