// Live queries look for a global indexedDB before they run.
import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import {
  countDistricts,
  findByAddress,
  listArticles,
  openLibrary,
  removeArticles,
  saveArticle,
  updateArticles,
  watch,
} from '../../../utils/library/index.ts'
import { makeArticle, makeTagged } from './factory.ts'
import { PATIENT } from './patience.ts'

async function openedLibrary() {
  const opened = await openLibrary()
  if (opened.status !== 'open') throw new Error(opened.detail)
  return opened.library
}

it('watch tells of changes until stopped', { timeout: PATIENT }, async () => {
  const library = await openedLibrary()
  const seen: boolean[] = []
  const stop = watch(() => findByAddress(library, 'https://news.example/1.html')).subscribe(found =>
    seen.push(found !== undefined),
  )
  await expect.poll(() => seen, { timeout: PATIENT }).toEqual([false])
  await saveArticle(library, makeTagged(1))
  await expect.poll(() => seen, { timeout: PATIENT }).toEqual([false, true])
  stop()
})

it('a watched search tells of what is saved before it is indexed', { timeout: PATIENT }, async () => {
  const library = await openedLibrary()
  const seen: string[] = []
  const lists = () => listArticles(library, { text: '银杏' }, { offset: 0, limit: 9 })
  const stop = watch(lists).subscribe(({ rows }) => seen.push(rows.map(({ title }) => title).join()))
  await expect.poll(() => seen.at(-1), { timeout: PATIENT }).toBe('')
  for (const [number, title] of ['一', '二'].entries()) {
    await saveArticle(library, { article: makeArticle(60 + number, { title, text: '银杏叶黄了。' }), tags: [] })
    await expect.poll(() => seen.at(-1), { timeout: PATIENT }).toBe(['一', '二,一'][number])
  }
  stop()
})

it('goes on with the next database when the browser closed the one that was read', { timeout: PATIENT }, async () => {
  let current = await openedLibrary()
  const seen: boolean[] = []
  let reads = 0
  const read = () => {
    reads++
    return findByAddress(current, 'https://news.example/80.html')
  }
  const stop = watch(read).subscribe(found => seen.push(found !== undefined))
  await expect.poll(() => seen, { timeout: PATIENT }).toEqual([false])
  const closed = current
  const other = await openedLibrary()
  closed.db.close()
  await saveArticle(other, makeTagged(80))
  await expect.poll(() => reads, { timeout: PATIENT }).toBe(2)
  current = other
  await expect.poll(() => seen.at(-1), { timeout: PATIENT }).toBe(true)
  stop()
})

it('a watched search for a phrase tells of what is saved, removed and changed', { timeout: PATIENT }, async () => {
  const library = await openedLibrary()
  const seen: string[] = []
  const lists = () => listArticles(library, { text: '"平湖街道的路"' }, { offset: 0, limit: 9 })
  const stop = watch(lists).subscribe(({ rows }) => seen.push(rows.map(({ title, state }) => title + state).join()))
  await expect.poll(() => seen.at(-1), { timeout: PATIENT }).toBe('')
  const article = makeArticle(50, { title: '修路', text: '平湖街道的路修好了。' })
  const saved = await saveArticle(library, { article, tags: [] })
  if (saved.status === 'failed') throw new Error(saved.reason)
  await expect.poll(() => seen.at(-1), { timeout: PATIENT }).toBe('修路to-read')
  await updateArticles(library, [saved.id], { state: 'read' })
  await expect.poll(() => seen.at(-1), { timeout: PATIENT }).toBe('修路read')
  await removeArticles(library, [saved.id])
  await expect.poll(() => seen.at(-1), { timeout: PATIENT }).toBe('')
  stop()
})

it('while one change follows the other reads rest in between, and the last change is told of', {
  timeout: PATIENT,
}, async () => {
  const library = await openedLibrary()
  const saved = await saveArticle(library, makeTagged(70))
  if (saved.status === 'failed') throw new Error(saved.reason)
  const CHANGES = 20
  let reads = 0
  const seen: number[] = []
  // A read that takes its time, as those of large libraries do.
  const slowly = async () => {
    reads++
    for (const end = performance.now() + 50; performance.now() < end; );
    await countDistricts(library, {})
    return listArticles(library, {}, { offset: 0, limit: 99 })
  }
  const stop = watch(slowly).subscribe(({ rows }) =>
    seen.push(rows.find(({ id }) => id === saved.id)?.labels.length ?? -1),
  )
  await expect.poll(() => seen, { timeout: PATIENT }).toEqual([0])
  for (let count = 1; count <= CHANGES; count++) {
    await updateArticles(library, [saved.id], { labels: Array.from({ length: count }, (_, i) => `l${i}`) })
  }
  await expect.poll(() => seen.at(-1), { timeout: PATIENT }).toBe(CHANGES)
  expect(reads).toBeLessThan(CHANGES / 2)
  stop()
})
