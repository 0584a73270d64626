import { globSync, readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { CORPUS_NAMES, readGold, readHtml } from '../../bench/corpus.ts'
import { fuzz } from '../../unit/extract/fuzzed.ts'

// `npm run soak -- fuzz`: PAGES broken pages, numbered from SEED; each can be made again by its number.
const PAGES = Number(process.env.PAGES ?? 5_000)
const SEED = Number(process.env.SEED ?? 1)
const SECOND = 1_000
const CAP = 10 * SECOND

test(`${PAGES} broken pages: none throws, hangs or lets anything through`, async () => {
  const corpus = CORPUS_NAMES.flatMap(name =>
    (readGold(name) ?? []).map(
      ({ id }) =>
        () =>
          readHtml(name, id),
    ),
  )
  const own = globSync('tests/fixtures/portal/*.html').map(path => () => readFileSync(path, 'utf8'))
  const sources = [...own, ...corpus]
  const wrong: string[] = []
  let [articles, slowest] = [0, 0]
  for (let number = 0; number < PAGES; number++) {
    const seed = SEED + number
    const { article, faults, took } = fuzz(sources[seed % sources.length]?.() ?? '', seed)
    // What weak references point to is let go only between two tasks: thousands of documents do not fit in memory.
    await setImmediate()
    if (article) articles++
    slowest = Math.max(slowest, took)
    if (faults.length > 0 || took > CAP) wrong.push(`${seed}: ${faults.slice(0, 3)} ${Math.round(took)} ms`)
    if (number % 500 === 499) console.log(`  ${number + 1} pages, slowest ${Math.round(slowest)} ms`)
  }
  console.log(`  ${PAGES} pages: ${articles} articles, slowest ${Math.round(slowest)} ms`)
  expect(wrong).toEqual([])
})
