import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ArticleId, PictureWork } from '../../../utils/library/index.ts'

const asked = vi.hoisted(() => ({ ask: vi.fn() }))
vi.mock('../../../entrypoints/wiring/client.ts', () => asked)

const { followAllByAsking, followByAsking, PictureProgress, PictureRound } = await import(
  '../../../entrypoints/wiring/picture-progress.ts'
)

const work = (stored: number, left: number, articleId = 'a'): PictureWork => ({
  articleId: articleId as ArticleId,
  wanted: 9,
  stored,
  left,
})

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  asked.ask.mockReset()
})

test('work that is soon done is not told', () => {
  const progress = new PictureProgress()
  progress.see([work(1, 8)])
  vi.advanceTimersByTime(400)
  progress.see([work(9, 0)])
  vi.advanceTimersByTime(10_000)
  expect(progress.shown.value).toBeUndefined()
})

test('longer work is told as far as it is, of all articles together, until none is left', () => {
  const progress = new PictureProgress()
  progress.see([work(1, 8), work(0, 9, 'b')])
  progress.see([work(2, 7), work(3, 6, 'b')])
  expect(progress.shown.value).toBeUndefined()
  vi.advanceTimersByTime(500)
  expect(progress.shown.value).toEqual({ stored: 5, wanted: 18 })
  progress.see([work(8, 0), work(4, 5, 'b')])
  expect(progress.shown.value).toEqual({ stored: 12, wanted: 18 })
  progress.see([work(8, 0), work(9, 0, 'b')])
  expect(progress.shown.value).toBeUndefined()
})

test('what is done counts on without being looked at again, until the round is over', () => {
  const round = new PictureRound()
  expect(round.see([work(0, 9), work(0, 9, 'b')])).toHaveLength(2)
  expect(round.unfinished).toEqual(['a', 'b'])
  expect(round.see([work(9, 0), work(1, 8, 'b'), work(0, 9, 'c')])).toEqual([
    work(9, 0),
    work(1, 8, 'b'),
    work(0, 9, 'c'),
  ])
  expect(round.unfinished).toEqual(['b', 'c'])
  // One was deleted, and another's failed pictures are tried again.
  expect(round.see([work(2, 7, 'b'), work(8, 1)])).toEqual([work(8, 1), work(2, 7, 'b')])
  expect(round.see([work(9, 0), work(9, 0, 'b')])).toHaveLength(2)
  expect(round.see([work(0, 9, 'd')])).toEqual([work(0, 9, 'd')])
})

test('where only the background can look it is asked for what comes next, until the article is gone', async () => {
  asked.ask.mockResolvedValueOnce(work(1, 8)).mockResolvedValueOnce(work(9, 0)).mockResolvedValueOnce(null)
  const seen: (readonly PictureWork[])[] = []
  followByAsking('a', works => seen.push(works))
  await vi.waitFor(() => expect(seen).toEqual([[work(1, 8)], [work(9, 0)], []]))
  expect(asked.ask.mock.calls.map(([, request]) => request)).toEqual([
    { id: 'a', left: null },
    { id: 'a', left: 8 },
    { id: 'a', left: 0 },
  ])
})

test('of all articles it is asked as long as some are at work, and again when the reader comes back', async () => {
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  const answers = [[work(1, 8)], [work(3, 6), work(0, 9, 'b')], [work(9, 0), work(9, 0, 'b')], [], [work(0, 9, 'c')]]
  for (const answer of answers) asked.ask.mockResolvedValueOnce(answer)
  asked.ask.mockReturnValue(new Promise(() => {}))
  const seen: (readonly PictureWork[])[] = []
  const stop = followAllByAsking(works => seen.push(works))
  const questions = () => asked.ask.mock.calls.map(([, request]) => request)
  await vi.waitFor(() => expect(seen).toEqual(answers.slice(0, 3)))
  expect(questions()).toEqual([
    { known: [], left: null },
    { known: ['a'], left: 8 },
    { known: ['a', 'b'], left: 15 },
  ])
  // Nothing was begun meanwhile; then something was.
  page.dispatchEvent(new Event('focus'))
  await vi.waitFor(() => expect(seen).toHaveLength(4))
  await vi.waitFor(() => {
    page.dispatchEvent(new Event('kaifong:changed'))
    expect(seen).toHaveLength(5)
  })
  expect(questions().at(-1)).toEqual({ known: ['c'], left: 9 })
  stop()
  page.dispatchEvent(new Event('focus'))
  expect(questions()).toHaveLength(6)
  vi.unstubAllGlobals()
})

test('a background that is stopped leaves nothing on the screen that would never move', async () => {
  vi.spyOn(console, 'info').mockImplementation(() => {})
  asked.ask.mockResolvedValueOnce(work(1, 8)).mockRejectedValueOnce(new Error('no answer'))
  const seen: (readonly PictureWork[])[] = []
  followByAsking('a', works => seen.push(works))
  await vi.waitFor(() => expect(seen.at(-1)).toEqual([]))
})
