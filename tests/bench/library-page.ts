// Runs in the browser: fills libraries and times the calls that the library page and the background make.
import { packBody } from '../../utils/library/body.ts'
import {
  countDistricts,
  type Library,
  listArticles,
  openLibrary,
  saveArticle,
  updateSearch,
} from '../../utils/library/index.ts'
import { shinglesOf, sketchOf } from '../../utils/library/likeness.ts'
import { beginNewLog } from '../../utils/library/log.ts'
import { rowOf } from '../../utils/library/rows.ts'
import { newRecord } from '../../utils/library/save.ts'
import { tablesOfRows, writeRows } from '../../utils/library/write.ts'
import { generateArticle, randomFrom } from './library-articles.ts'

const libraries = new Map<string, Library>()

async function library(name: string): Promise<Library> {
  const known = libraries.get(name)
  if (known) return known
  const opened = await openLibrary({ name })
  if (opened.status !== 'open') throw new Error(opened.detail)
  libraries.set(name, opened.library)
  return opened.library
}

/** A place is found by the ranges of its reading states, so each has some. */
const STATES = ['to-read', 'read', 'to-read', 'reading', 'read'] as const

/**
 * Writes articles `from`..`to` in bulk, as saving one by one would have left them.
 * @param packEach of each thousand, how many get a body of their own; the others share those
 * @param searchable 1 to have them in the search index too
 * @returns bytes of their own HTML, gzipped
 */
async function fill(name: string, from: number, to: number, packEach = 0, searchable = 0): Promise<number> {
  const { db } = await library(name)
  const BATCH = 1000
  let gzipped = 0
  for (let start = from; start < to; start += BATCH) {
    const tagged = Array.from({ length: Math.min(BATCH, to - start) }, (_, index) => generateArticle(start + index))
    const records = tagged.map((each, index) => ({
      ...newRecord(each, 1_700_000_000_000 + (start + index) * 60_000),
      state: STATES[(start + index) % STATES.length] ?? 'to-read',
    }))
    // Packing is the slow part of filling a big library, and no query reads bodies: a few serve for all.
    const packed = await Promise.all(tagged.slice(0, packEach || 20).map(({ article }) => packBody(article)))
    const bodies = records.map(({ id }, index) => ({
      articleId: id,
      bytes: packed[index % packed.length] as Uint8Array<ArrayBuffer>,
    }))
    await db.transaction('rw', [...tablesOfRows(db), db.bodies], async () => {
      await writeRows(
        db,
        records.map((record, index) => ({
          after: rowOf(record, {}, sketchOf(shinglesOf(tagged[index]?.article.text ?? ''))),
          wordsAreNew: searchable === 1,
        })),
      )
      await db.unlinked.clear()
      await db.bodies.bulkPut(bodies)
    })
    gzipped += (await Promise.all(tagged.slice(0, packEach).map(({ article }) => gzippedBytes(article.html)))).reduce(
      (sum, bytes) => sum + bytes,
      0,
    )
  }
  return gzipped
}

/** Brings the search index up to date. */
async function index(name: string): Promise<number[]> {
  const opened = await library(name)
  const taken: number[] = []
  for (let more = true; more; ) {
    taken.push(
      ...(await timed(1, async () => {
        more = await updateSearch(opened)
      })),
    )
  }
  return taken
}

/** Words of two to four characters, and pairs of them, as they stand in the articles. */
function queries(count: number, size: number): string[] {
  const random = randomFrom(42)
  const word = () => {
    const { text } = generateArticle(Math.floor(random() * size)).article
    const at = Math.floor(random() * (text.length - 5))
    return text.slice(at, at + 2 + Math.floor(random() * 3))
  }
  return Array.from({ length: count }, () => (random() < 0.3 ? `${word()} ${word()}` : word()))
}

async function gzippedBytes(html: string): Promise<number> {
  const stream = new Blob([html]).stream().pipeThrough(new CompressionStream('gzip'))
  return (await new Response(stream).arrayBuffer()).byteLength
}

async function timed(times: number, act: (round: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let round = 0; round < times; round++) {
    const start = performance.now()
    await act(round)
    taken.push(performance.now() - start)
  }
  return taken
}

const bench = {
  fill,
  index,
  /**
   * The first rows of what a reader typed, and their number.
   * @param quoted 1 to have it found as it stands, which reads the texts that have its words
   */
  async search(name: string, size: number, times: number, quoted = 0): Promise<number[]> {
    const opened = await library(name)
    const texts = queries(times, size).map(text => (quoted ? `"${text}"` : text))
    await listArticles(opened, { text: texts[0] ?? '' }, { offset: 0, limit: 60 })
    return timed(times, round => listArticles(opened, { text: texts[round] ?? '' }, { offset: 0, limit: 60 }))
  },
  /** A click on a district: the rows of the first screen and their number. */
  async filter(name: string, times: number): Promise<number[]> {
    const opened = await library(name)
    return timed(times, () => listArticles(opened, { district: '440307' }, { offset: 0, limit: 60 }))
  },
  /** A district and a reading state. */
  async filterState(name: string, times: number): Promise<number[]> {
    const opened = await library(name)
    const query = { district: '440307', state: 'to-read' as const }
    return timed(times, () => listArticles(opened, query, { offset: 0, limit: 60 }))
  },
  /** A district and a source: two key lists intersected. */
  async filterSource(name: string, times: number): Promise<number[]> {
    const opened = await library(name)
    return timed(times, () => listArticles(opened, { district: '440307', source: '晶报' }, { offset: 0, limit: 60 }))
  },
  async readAllAndFilter(name: string, times: number): Promise<number[]> {
    const { db } = await library(name)
    return timed(times, async () => {
      const rows = (await db.articles.toArray()).filter(row => row.tags.some(tag => tag.code === '440307'))
      return rows.sort((a, b) => b.savedAt - a.savedAt).slice(0, 60)
    })
  },
  async counts(name: string, times: number): Promise<number[]> {
    const opened = await library(name)
    return timed(times, () => countDistricts(opened, {}))
  },
  /** The middle of the whole list, as after a jump with the scroll bar. */
  async middle(name: string, size: number, times: number): Promise<number[]> {
    const opened = await library(name)
    return timed(times, () => listArticles(opened, {}, { offset: Math.floor(size / 2), limit: 60 }))
  },
  async open(name: string): Promise<number> {
    libraries.get(name)?.db.close()
    libraries.delete(name)
    const [taken] = await timed(1, async () => {
      const opened = await library(name)
      await Promise.all([listArticles(opened, {}, { offset: 0, limit: 60 }), countDistricts(opened, {})])
    })
    return taken ?? 0
  },
  async save(name: string, from: number, times: number): Promise<number[]> {
    const opened = await library(name)
    const articles = Array.from({ length: times }, (_, index) => generateArticle(from + index))
    return timed(times, async round => {
      const result = await saveArticle(opened, articles[round] as (typeof articles)[number])
      if (result.status !== 'saved') throw new Error(JSON.stringify(result))
    })
  },
  /** Bytes of the search index as it is now, without what the browser still keeps of what it was. */
  async indexBytes(name: string): Promise<number> {
    const { db } = await library(name)
    let bytes = 0
    await db.postings.each(({ first, bytes: own }) => {
      bytes += own.byteLength + 4 * first.length
    })
    return bytes
  },
  /** As the background does at every start of the browser. */
  async start(): Promise<void> {
    await beginNewLog(indexedDB)
  },
  async usage(): Promise<number> {
    return (await navigator.storage.estimate()).usage ?? 0
  },
}

export type Bench = typeof bench
Object.assign(globalThis, { bench })
