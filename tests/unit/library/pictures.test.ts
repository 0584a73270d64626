import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import {
  hasPicturesToCome,
  nextJobAt,
  pendingJobs,
  purgeTrash,
  readArticle,
  removeArticles,
  retryPictures,
  runPictureJob,
  saveArticle,
} from '../../../utils/library/index.ts'
import { pictureType } from '../../../utils/library/media-type.ts'
import { makeArticle, openWith, PNG } from './factory.ts'
import { PATIENT } from './patience.ts'

async function savedWith(urls: string[]) {
  const factory = new IDBFactory()
  const { library, clock } = await openWith(factory)
  const images = urls.map(url => ({ url: `https://p.example/${url}`, caption: url }))
  const saved = await saveArticle(library, { article: makeArticle(1, { images }), tags: [] })
  if (saved.status !== 'saved') throw new Error('not saved')
  return { library, factory, clock, id: saved.id, job: `pictures:${saved.id}` }
}

describe('runPictureJob', () => {
  it('stores the pictures with their captions, and ends the job', async () => {
    const { library, id, job } = await savedWith(['a', 'b'])
    const result = await runPictureJob(library, job, async () => ({ bytes: PNG, type: 'text/html' }))
    expect(result).toEqual({ status: 'done', pictures: { wanted: 2, stored: 2, failed: 0 } })
    const read = await readArticle(library, id)
    expect(read?.images.map(({ caption, type, bytes }) => [caption, type, [...bytes]])).toEqual([
      ['a', 'image/png', [...PNG]],
      ['b', 'image/png', [...PNG]],
    ])
    expect(await pendingJobs(library)).toEqual([])
    expect(await runPictureJob(library, job, async () => ({ failed: 'never asked' }))).toEqual({ status: 'gone' })
  })

  it('finishes what a worker left that was killed after the last picture', async () => {
    const { library, id, job } = await savedWith(['a'])
    await library.db.images.put({ articleId: id, url: 'https://p.example/a', type: 'image/png', bytes: PNG })
    await library.db.jobs.update(job, { todo: [], attempts: 1 })
    expect((await pendingJobs(library)).map(pending => pending.id)).toEqual([job])
    const never = async () => ({ failed: 'asked again' })
    const pictures = { wanted: 1, stored: 1, failed: 0 }
    expect(await runPictureJob(library, job, never)).toEqual({ status: 'done', pictures })
    expect((await readArticle(library, id))?.record.pictures).toEqual(pictures)
    expect(await pendingJobs(library)).toEqual([])
  })

  it('tells of each missing picture why it is, and whether its page would help', async () => {
    const { library, id, job } = await savedWith(['closed', 'gone', 'good'])
    expect(await hasPicturesToCome(library, id)).toBe(true)
    const failures: Record<string, string> = { closed: 'closed', gone: 'not-found' }
    const fetchPicture = async (url: string) => {
      const failed = failures[url.split('/').at(-1) ?? '']
      return failed === undefined ? { bytes: PNG, type: 'image/png' } : { failed }
    }
    await runPictureJob(library, job, fetchPicture)
    expect((await readArticle(library, id))?.missing).toEqual([
      { url: 'https://p.example/closed', reason: 'closed' },
      { url: 'https://p.example/gone', reason: 'not-found' },
    ])
    expect(await hasPicturesToCome(library, id)).toBe(true)
    delete failures.closed
    await runPictureJob(library, job, fetchPicture)
    expect((await readArticle(library, id))?.missing).toEqual([{ url: 'https://p.example/gone', reason: 'not-found' }])
    expect(await hasPicturesToCome(library, id)).toBe(false)
    expect(await hasPicturesToCome(library, 'nowhere' as typeof id)).toBe(false)
  })

  it('tries again by itself what may pass, and leaves to the reader what will not', async () => {
    const { library, clock, job } = await savedWith(['blocked', 'gone'])
    const fetchPicture = async (url: string) => ({ failed: url.endsWith('gone') ? 'http-404' : 'blocked' })
    for (const pause of [60, 30 * 60]) {
      const { pictures } = (await runPictureJob(library, job, fetchPicture)) as { pictures: object }
      expect(pictures).toEqual({ wanted: 2, stored: 0, failed: 2 })
      expect(await pendingJobs(library)).toEqual([])
      expect(await nextJobAt(library)).toBe(clock.time + pause * 1000)
      clock.time += pause * 1000
      expect(await pendingJobs(library)).toHaveLength(1)
    }
    const asked: string[] = []
    await runPictureJob(library, job, async url => {
      asked.push(url)
      return { failed: 'blocked' }
    })
    expect(asked).toEqual(['https://p.example/blocked'])
    expect(await nextJobAt(library)).toBeUndefined()
  })

  it('keeps what worked, counts what failed, and tries only that again', async () => {
    const { library, job, id } = await savedWith(['good', 'gone', 'page', 'huge', 'hang', 'throws'])
    const asked: string[] = []
    const fetchPicture = async (url: string, { signal, maxBytes }: { signal: AbortSignal; maxBytes: number }) => {
      asked.push(url.slice(18))
      if (url.endsWith('good')) return { bytes: PNG, type: 'image/png' }
      if (url.endsWith('page')) return { bytes: new TextEncoder().encode('<svg onload=alert(1)>'), type: 'image/png' }
      if (url.endsWith('huge')) return { bytes: new Uint8Array(maxBytes + 1), type: 'image/png' }
      if (url.endsWith('hang'))
        return new Promise<never>((_, no) => signal.addEventListener('abort', () => no(signal.reason)))
      if (url.endsWith('throws')) throw new Error('no')
      return { failed: 'http-404' }
    }
    const result = await runPictureJob(library, job, fetchPicture, { timeout: 1, maxBytes: 100 })
    expect(result).toEqual({ status: 'done', pictures: { wanted: 6, stored: 1, failed: 5 } })
    const failed = (await library.db.jobs.get(job))?.failed.map(({ url, reason }) => [url.slice(18), reason])
    expect(Object.fromEntries(failed ?? [])).toEqual({
      gone: 'http-404',
      page: 'wrong-type',
      huge: 'too-large',
      hang: 'timeout',
      throws: 'threw: Error: no',
    })
    expect(await pendingJobs(library)).toEqual([])
    asked.length = 0
    expect(await retryPictures(library, id)).toBe(job)
    await runPictureJob(library, job, fetchPicture, { timeout: 1, maxBytes: 100 })
    expect(asked).not.toContain('good')
    expect(asked).toHaveLength(5)
  })

  it('goes on where a killed worker was, with at most N at a time', { timeout: PATIENT }, async () => {
    const { library, factory, job } = await savedWith(['1', '2', '3', '4', '5', '6'])
    let [running, most] = [0, 0]
    const counting = async (url: string) => {
      most = Math.max(most, ++running)
      await Promise.resolve()
      running--
      return url.endsWith('6') ? new Promise<never>(() => {}) : { bytes: PNG, type: 'image/png' }
    }
    void runPictureJob(library, job, counting, { parallel: 2 })
    await expect.poll(async () => (await library.db.jobs.get(job))?.todo.length, { timeout: PATIENT }).toBe(1)
    expect(most).toBe(2)
    const asked: string[] = []
    const result = await runPictureJob((await openWith(factory)).library, job, async url => {
      asked.push(url)
      return { bytes: PNG, type: 'image/png' }
    })
    expect(asked).toEqual(['https://p.example/6'])
    expect(result).toMatchObject({ pictures: { stored: 6, failed: 0 } })
  })

  it('fetches once when it is asked twice', async () => {
    const { library, job } = await savedWith(['a'])
    let asked = 0
    const fetchPicture = async () => {
      asked++
      return { bytes: PNG, type: 'image/png' }
    }
    await Promise.all([runPictureJob(library, job, fetchPicture), runPictureJob(library, job, fetchPicture)])
    expect(asked).toBe(1)
  })

  it('fetches again what was lost', async () => {
    const { library, job, id } = await savedWith(['a', 'b'])
    const fetchPicture = async () => ({ bytes: PNG, type: 'image/png' })
    await runPictureJob(library, job, fetchPicture)
    expect(await retryPictures(library, id)).toBeUndefined()
    await library.db.images.delete([id, 'https://p.example/a'])
    expect(await retryPictures(library, id)).toBe(job)
    expect(await runPictureJob(library, job, fetchPicture)).toMatchObject({ pictures: { wanted: 2, stored: 2 } })
  })

  it('says when the disk is full and leaves the rest for later', async () => {
    const { library, clock, id, job } = await savedWith(['a', 'b'])
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    library.db.images.hook('creating', full)
    const fetchPicture = async () => ({ bytes: PNG, type: 'image/png' })
    expect(await runPictureJob(library, job, fetchPicture)).toMatchObject({ status: 'full' })
    expect((await readArticle(library, id))?.damaged).toBe(false)
    expect(await pendingJobs(library)).toEqual([])
    library.db.images.hook('creating').unsubscribe(full)
    clock.time += 2 * 60 * 60 * 1000
    expect((await pendingJobs(library))[0]?.todo).toHaveLength(2)
    expect(await runPictureJob(library, job, fetchPicture)).toMatchObject({ status: 'done', pictures: { stored: 2 } })
  })

  it('leaves nothing of an article that was deleted meanwhile', async () => {
    const { library, clock, id, job } = await savedWith(['a'])
    const result = runPictureJob(library, job, async () => {
      await removeArticles(library, [id])
      clock.time += 31 * 24 * 60 * 60 * 1000
      await purgeTrash(library)
      return { bytes: PNG, type: 'image/png' }
    })
    expect(await result).toEqual({ status: 'gone' })
    expect(await library.db.images.count()).toBe(0)
    expect(await library.db.bodies.count()).toBe(0)
    expect(await library.db.tombstones.count()).toBe(1)
  })
})

describe('pictureType', () => {
  const cases: [string, number[] | string, string | undefined][] = [
    ['jpeg', [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    ['gif', 'GIF89a', 'image/gif'],
    ['webp', 'RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
    ['avif', '\0\0\0 ftypavif', 'image/avif'],
    ['a wave file', 'RIFF\0\0\0\0WAVEfmt ', undefined],
    ['svg', '<svg xmlns="http://www.w3.org/2000/svg">', undefined],
    ['html', '<!doctype html>', undefined],
    ['nothing', '', undefined],
  ]
  it.each(cases)('%s', (_, bytes, type) => {
    const all = typeof bytes === 'string' ? Array.from(bytes, letter => letter.charCodeAt(0)) : bytes
    expect(pictureType(new Uint8Array(all))).toBe(type)
  })
})
