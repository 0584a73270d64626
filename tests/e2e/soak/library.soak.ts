import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAMAGES, type Prepared, prepareLibrary, seeDamage } from './damage.ts'
import { type KillFigures, killBrowsers, killWorkers } from './kills.ts'

// `npm run soak`, with how often and by which numbers in the environment: WORKER_KILLS, BROWSER_KILLS, SEED.
const WORKER_KILLS = Number(process.env.WORKER_KILLS ?? 500)
const BROWSER_KILLS = Number(process.env.BROWSER_KILLS ?? 50)
const SEED = Number(process.env.SEED ?? 1)

let folder: string
let prepared: Prepared

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaifong-soak-'))
  prepared = await prepareLibrary(join(folder, 'damage'))
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

test(`${WORKER_KILLS} kills of the worker`, async () => {
  check(await killWorkers({ kills: WORKER_KILLS, seed: SEED, pictures: 2, folder: join(folder, 'workers'), onKill }))
})

test(`${BROWSER_KILLS} kills of the browser`, async () => {
  check(await killBrowsers({ kills: BROWSER_KILLS, seed: SEED, pictures: 2, folder: join(folder, 'browsers'), onKill }))
})

test.each(Object.keys(DAMAGES))('%s is noticed', async name => {
  const { words, offersRestore } = await seeDamage(prepared, name, join(folder, 'damage'))
  console.log(`  ${name}: ${words}`)
  expect(words).not.toBe('')
  expect(offersRestore).toBe(true)
})

function check({ kills, midway, acknowledged, lost, half, stored }: KillFigures): void {
  console.log(
    `  ${kills} kills, ${midway} of them midway: ${acknowledged} articles acknowledged, ${stored} stored, ` +
      `${lost.length} acknowledged ones lost, ${half.length} half`,
  )
  expect(lost).toEqual([])
  expect(half).toEqual([])
  expect(acknowledged).toBeGreaterThanOrEqual(kills)
}

function onKill(done: number): void {
  if (done % 50 === 0) console.log(`  ${done} kills`)
}
