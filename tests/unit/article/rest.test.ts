import { expect, test } from 'vitest'
import { inOneGo, inTurns } from '../../../utils/article/rest.ts'

function* counting(done: number[]): Generator<void, string> {
  for (const turn of [1, 2, 3]) {
    done.push(turn)
    yield
  }
  return 'counted'
}

test('work in turns lets others go on in between, and comes to what it comes to in one go', async () => {
  const [done, seen]: [number[], number[]] = [[], []]
  const watch = setInterval(() => seen.push(done.length))
  expect(await inTurns(counting(done))).toBe('counted')
  clearInterval(watch)
  expect(seen[0]).toBeLessThan(3)
  expect(inOneGo(counting(done))).toBe('counted')
  expect(done).toEqual([1, 2, 3, 1, 2, 3])
})

test('what goes wrong in a turn is told', async () => {
  function* failing(): Generator<void, never> {
    yield
    throw new Error('no such place')
  }
  await expect(inTurns(failing())).rejects.toThrow('no such place')
  expect(() => inOneGo(failing())).toThrow('no such place')
})
