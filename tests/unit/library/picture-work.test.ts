// Live queries look for a global indexedDB before they run.
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import {
  type ArticleId,
  type FetchPicture,
  type Library,
  nextJobAt,
  type PictureWork,
  pendingJobs,
  pictureWork,
  readArticle,
  retryPictures,
  runPictureJob,
  saveArticle,
  stopPictures,
  watch,
} from '../../../utils/library/index.ts'
import { makeArticle, newLibrary, openWith, PNG } from './factory.ts'
import { PATIENT } from './patience.ts'

async function save(library: Library, number: number, pictures: number) {
  const images = Array.from({ length: pictures }, (_, index) => ({ url: `https://p.example/${number}/${index}` }))
  const saved = await saveArticle(library, { article: makeArticle(number, { images }), tags: [] })
  if (saved.status !== 'saved') throw new Error('not saved')
  return { id: saved.id, job: `pictures:${saved.id}` }
}

const picture = async () => ({ bytes: PNG, type: 'image/png' })

/** Gives the first pictures and hangs on the others until it is told to end; tells when it hangs. */
function hangingAfter(given: number) {
  const asked: string[] = []
  const ended: string[] = []
  let hangs = () => {}
  const hanging = new Promise<void>(resolve => {
    hangs = resolve
  })
  const fetchPicture: FetchPicture = (url, { signal }) => {
    if (asked.push(url) <= given) return picture()
    return new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        ended.push(url)
        reject(signal.reason)
      })
      hangs()
    })
  }
  return { asked, ended, hanging, fetchPicture }
}

describe('pictureWork', () => {
  it('tells how far each article is, and of one that is known also when it is done', { timeout: PATIENT }, async () => {
    const library = await newLibrary()
    const [one, other] = [await save(library, 1, 3), await save(library, 2, 2)]
    await save(library, 3, 0)
    const [first, second] = [
      { articleId: one.id, wanted: 3, stored: 0, left: 3 },
      { articleId: other.id, wanted: 2, stored: 0, left: 2 },
    ]
    const sorted = async (known?: ArticleId[]) =>
      (await pictureWork(library, known)).sort((a, b) => b.wanted - a.wanted)
    expect(await sorted()).toEqual([first, second])
    await runPictureJob(library, one.job, async url => (url.endsWith('2') ? { failed: 'http-404' } : picture()))
    expect(await sorted()).toEqual([second])
    expect(await sorted([one.id])).toEqual([{ ...first, stored: 2, left: 0 }, second])
  })

  it('is told again with every picture, and with a round that begins anew', { timeout: PATIENT }, async () => {
    const library = await newLibrary()
    const { id, job } = await save(library, 1, 2)
    const seen: (PictureWork | undefined)[] = []
    const stop = watch(() => pictureWork(library, [id])).subscribe(([work]) => seen.push(work))
    const latest = () => expect.poll(() => seen.at(-1), { timeout: PATIENT })
    await latest().toMatchObject({ stored: 0, left: 2 })
    const { hanging, fetchPicture } = hangingAfter(1)
    const run = runPictureJob(library, job, fetchPicture)
    await hanging
    await latest().toMatchObject({ stored: 1, left: 1 })
    await stopPictures(library, id)
    await run
    await latest().toEqual({ articleId: id, wanted: 2, stored: 1, left: 0 })
    await retryPictures(library, id)
    await latest().toMatchObject({ stored: 1, left: 1 })
    await runPictureJob(library, job, picture)
    await latest().toEqual({ articleId: id, wanted: 2, stored: 2, left: 0 })
    stop()
  })

  it('tells of a round that begins by itself after a pause', { timeout: PATIENT }, async () => {
    const { library, clock } = await openWith(new IDBFactory())
    const { id, job } = await save(library, 1, 2)
    await runPictureJob(library, job, async () => ({ failed: 'blocked' }))
    const seen: PictureWork[][] = []
    const stop = watch(() => pictureWork(library)).subscribe(work => seen.push(work))
    await expect.poll(() => seen, { timeout: PATIENT }).toEqual([[]])
    clock.time += 60_000
    const { hanging, fetchPicture } = hangingAfter(0)
    const run = runPictureJob(library, job, fetchPicture)
    await hanging
    await expect
      .poll(() => seen.at(-1), { timeout: PATIENT })
      .toEqual([{ articleId: id, wanted: 2, stored: 0, left: 2 }])
    await stopPictures(library)
    await run
    stop()
  })
})

describe('stopPictures', () => {
  it('keeps what is stored, ends the requests, asks for no more, and leaves the rest to the reader', {
    timeout: PATIENT,
  }, async () => {
    const library = await newLibrary()
    const { id, job } = await save(library, 1, 10)
    const { asked, ended, hanging, fetchPicture } = hangingAfter(4)
    const run = runPictureJob(library, job, fetchPicture)
    await hanging
    await expect.poll(() => asked.length, { timeout: PATIENT }).toBe(7)
    expect(await stopPictures(library, id)).toEqual([{ articleId: id, wanted: 10, stored: 4, left: 0 }])
    expect(ended).toEqual(asked.slice(4))
    expect(await run).toEqual({ status: 'done', pictures: { wanted: 10, stored: 4, failed: 6 } })
    expect(asked).toHaveLength(7)
    expect((await readArticle(library, id))?.record.pictures).toEqual({ wanted: 10, stored: 4, failed: 6 })
    expect(await pendingJobs(library)).toEqual([])
    expect(await nextJobAt(library)).toBeUndefined()
    expect(await retryPictures(library, id)).toBe(job)
    expect(await runPictureJob(library, job, picture)).toMatchObject({ pictures: { stored: 10, failed: 0 } })
  })

  it('holds for a worker that is started after it, whatever failed before', { timeout: PATIENT }, async () => {
    const factory = new IDBFactory()
    const { library } = await openWith(factory)
    const { id, job } = await save(library, 1, 3)
    const { asked, fetchPicture } = hangingAfter(0)
    // That worker is killed: nothing of it runs on.
    void runPictureJob(library, job, async (url, options) =>
      asked.length === 0 && asked.push(url) ? { failed: 'timeout' } : fetchPicture(url, options),
    )
    await expect.poll(async () => (await library.db.jobs.get(job))?.failed.length, { timeout: PATIENT }).toBe(1)
    const { library: next } = await openWith(factory)
    expect((await pendingJobs(next)).map(pending => pending.id)).toEqual([job])
    await stopPictures(next, id)
    expect(await pendingJobs(next)).toEqual([])
    expect(await nextJobAt(next)).toBeUndefined()
    expect((await readArticle(next, id))?.record.pictures).toEqual({ wanted: 3, stored: 0, failed: 3 })
  })

  it('stops one article alone, or all', { timeout: PATIENT }, async () => {
    const library = await newLibrary()
    const all = [await save(library, 1, 2), await save(library, 2, 2), await save(library, 3, 2)]
    const [one, ...others] = all.map(({ id }) => id)
    await stopPictures(library, one)
    expect((await pictureWork(library)).map(({ articleId }) => articleId).sort()).toEqual(others.sort())
    expect((await stopPictures(library)).map(({ articleId }) => articleId).sort()).toEqual(others)
    expect(await pictureWork(library)).toEqual([])
  })

  it('does not keep one that is asked for again at once from being fetched', { timeout: PATIENT }, async () => {
    const library = await newLibrary()
    const { id, job } = await save(library, 1, 4)
    const { hanging, fetchPicture } = hangingAfter(1)
    const stopped = runPictureJob(library, job, fetchPicture)
    await hanging
    await stopPictures(library, id)
    await retryPictures(library, id)
    await expect(runPictureJob(library, job, picture)).resolves.toMatchObject({ pictures: { stored: 4, failed: 0 } })
    await stopped
  })
})
