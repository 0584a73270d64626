/**
 * Prints how well and how fast articles are found on the corpora, beside Readability and Defuddle, all in one Chromium:
 * `tsx tests/bench/extract.ts [corpus…]`.
 */

import { type Bench, openBench } from './chromium.ts'
import { addressOf, CORPUS_NAMES, type GoldPage, isHeldOut, openPage, readGold, readHtml } from './corpus.ts'
import { type DayDoubt, DOUBTS, doubtDay, doubtTitle, type TitleDoubt } from './gold-doubts.ts'
import type { Found, Outcome } from './in-page.ts'
import { compareBodies, squeeze } from './shingles.ts'

const NAMES = ['kaifong', 'readability', 'defuddle'] as const
const WARM_UP = 15
/** On the pages of these, taken together, 95 of 100 are to take no more than 1.5 times as long as with Readability. */
const HELD_TO_READABILITY = ['chinese', 'trafilatura']
/** How often a page is read by each, each time anew: what else the browser does meanwhile falls on single readings. */
const ROUNDS = 3

/** Sums of one extractor over the pages of one part of a corpus. */
class Tally {
  private pages = 0
  private nothing = 0
  private exact = 0
  private readonly precision: number[] = []
  private readonly recall: number[] = []
  private readonly snippets = { wanted: 0, found: 0, intruders: 0 }
  private readonly fields = { title: [0, 0], date: [0, 0], source: [0, 0] }

  add(gold: GoldPage, found: Found | null): void {
    this.pages++
    if (!found) this.nothing++
    this.addField('title', squeeze(gold.title), squeeze(found?.title))
    this.addField('date', gold.publishedAt?.slice(0, 10), found?.publishedAt?.slice(0, 10))
    this.addField('source', squeeze(gold.source), squeeze(found?.source))
    if (gold.text !== undefined) this.addBody(gold.text, found)
    else this.addSnippets(gold, squeeze(found?.text))
  }

  private addField(name: 'title' | 'date' | 'source', wanted: string | undefined, found: string | undefined): void {
    if (!wanted) return
    const field = this.fields[name]
    field[0] = (field[0] ?? 0) + Number(wanted === found)
    field[1] = (field[1] ?? 0) + 1
  }

  private addBody(gold: string, found: Found | null): void {
    const captions = new Set((found?.captions ?? []).map(squeeze).filter(caption => caption.length <= 200))
    const wanted = gold.split('\n').filter(line => !captions.has(squeeze(line)))
    const score = compareBodies(wanted.join('\n'), found?.text ?? '')
    if (score.precision !== null) this.precision.push(score.precision)
    if (score.recall !== null) this.recall.push(score.recall)
    if (score.exact) this.exact++
  }

  private addSnippets(gold: GoldPage, text: string): void {
    const count = (list: readonly string[] = []) => list.filter(snippet => text.includes(squeeze(snippet))).length
    this.snippets.wanted += gold.with?.length ?? 0
    this.snippets.found += count(gold.with)
    this.snippets.intruders += count(gold.without)
  }

  toString(): string {
    const { wanted, found, intruders } = this.snippets
    const [p, r] =
      wanted > 0 ? [found / (found + intruders), found / wanted] : [mean(this.precision), mean(this.recall)]
    const shares = Object.values(this.fields).map(([right = 0, all = 0]) => (all > 0 ? show(right / all) : '    -'))
    return [
      String(this.pages).padStart(5),
      ...[(2 * p * r) / (p + r), p, r].map(show),
      wanted > 0 ? '    -' : show(this.exact / this.pages),
      ...shares,
      String(this.nothing).padStart(7),
    ].join('  ')
  }
}

const HEADER = 'pages     F1      P      R  exact  title   date source nothing'
const show = (figure: number): string => figure.toFixed(3)
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

/** Prints how many of the gold's titles and days are not to be had (see DOUBTS), and what share of the others was found. */
function printDoubts(corpus: string, outcomes: readonly { page: GoldPage; found: Found | null }[]): void {
  const titles: (TitleDoubt | 'right' | 'wrong')[] = []
  const days: (DayDoubt | 'right' | 'wrong')[] = []
  for (const { page, found } of outcomes) {
    const { title, publishedAt } = page
    const [shown, day] = [found?.title ?? '', found?.publishedAt?.slice(0, 10) ?? '']
    if (title) {
      const isRight = squeeze(title) === squeeze(shown)
      const open = () => openPage(readHtml(corpus, page.id), addressOf(page))
      titles.push(isRight ? 'right' : (doubtTitle(title, shown, open()) ?? 'wrong'))
    }
    if (publishedAt) {
      const isRight = publishedAt.slice(0, 10) === day
      days.push(isRight ? 'right' : (doubtDay(publishedAt, day, readHtml(corpus, page.id)) ?? 'wrong'))
    }
  }
  for (const [name, list] of Object.entries({ titles, dates: days })) {
    const count = (kind: string) => list.filter(each => each === kind).length
    const doubted = Object.entries(DOUBTS).flatMap(([kind, says]) => (count(kind) > 0 ? `${count(kind)} ${says}` : []))
    if (doubted.length === 0) continue
    console.log(`  of the gold's ${list.length} ${name} ${doubted.join(', ')};`)
    console.log(`    of the others kaifong has ${show(count('right') / (count('right') + count('wrong')))}`)
  }
}

async function run(bench: Bench, corpus: string, gold: readonly GoldPage[]): Promise<Ratios[]> {
  const rows = NAMES.flatMap(name => ['learned', 'held out'].map(part => ({ name, part, tally: new Tally() })))
  const first = timesOf()
  const ratios: Ratios[] = []
  const own: { page: GoldPage; found: Found | null }[] = []
  for (const page of gold.slice(0, WARM_UP)) await open(bench, corpus, page, 0)
  for (const [turn, page] of gold.entries()) {
    const rounds: Record<string, Outcome>[] = []
    for (let round = 0; round < ROUNDS; round++) rounds.push(await open(bench, corpus, page, turn + round))
    const [outcomes = {}] = rounds
    own.push({ page, found: outcomes.kaifong?.found ?? null })
    const part = isHeldOut(page.id) ? 'held out' : 'learned'
    for (const row of rows) if (row.part === part) row.tally.add(page, outcomes[row.name]?.found ?? null)
    for (const name of NAMES) {
      first[name].push(outcomes[name]?.milliseconds ?? 0)
    }
    const times = rounds.map(
      each => (each.kaifong?.milliseconds ?? 0) / Math.max(0.1, each.readability?.milliseconds ?? 0),
    )
    ratios.push({ first: times[0] ?? 0, middle: quantile(times, 0.5) })
  }
  console.log(`\n${corpus.padEnd(23)} ${HEADER}`)
  for (const { name, part, tally } of rows) console.log(`  ${name.padEnd(12)} ${part.padEnd(8)} ${tally}`)
  printDoubts(corpus, own)
  for (const name of NAMES) console.log(`  ${name.padEnd(12)} ${speed(first[name])}`)
  showRatios('  ', ratios)
  return ratios
}

type Times = Record<(typeof NAMES)[number], number[]>

const timesOf = (): Times => ({ kaifong: [], readability: [], defuddle: [] })

/** How many times as long as Readability Kaifong took for a page, in its first reading and in the middle one of all. */
interface Ratios {
  readonly first: number
  readonly middle: number
}

function showRatios(label: string, ratios: readonly Ratios[]): void {
  const of = (name: keyof Ratios) =>
    speed(
      ratios.map(each => each[name]),
      '×',
    )
  console.log(
    `${label}kaifong over readability, page by page: first reading ${of('first')}; middle of ${ROUNDS} ${of('middle')}`,
  )
}

const speed = (values: readonly number[], unit = 'ms'): string =>
  `median ${quantile(values, 0.5).toFixed(2)} ${unit}, p95 ${quantile(values, 0.95).toFixed(2)} ${unit}`

const open = (bench: Bench, corpus: string, page: GoldPage, turn: number): Promise<Record<string, Outcome>> =>
  bench.extractWithAll(readHtml(corpus, page.id), addressOf(page), turn)

async function runGiants(bench: Bench): Promise<void> {
  console.log('\npages made to be slow')
  for (const [name, { milliseconds, characters }] of Object.entries(await bench.timeGiants())) {
    console.log(`  ${name.padEnd(32)} ${milliseconds.toFixed(0).padStart(6)} ms, ${characters} characters found`)
  }
}

console.log(
  'Held out is every third page. The weights that ship have seen all pages: for honest held-out figures, first run\n' +
    'tsx tests/bench/train-chooser.ts tuned',
)
const wanted = process.argv.slice(2)
const bench = await openBench()
try {
  const all: Ratios[] = []
  const held: Ratios[] = []
  for (const corpus of wanted.length > 0 ? wanted : CORPUS_NAMES) {
    const gold = readGold(corpus)
    if (!gold) {
      console.log(`\n${corpus}: not beside this repository, skipped`)
      continue
    }
    const found = await run(bench, corpus, gold)
    all.push(...found)
    if (HELD_TO_READABILITY.includes(corpus)) held.push(...found)
  }
  console.log()
  showRatios(`${HELD_TO_READABILITY.join(' and ')}: `, held)
  showRatios('all pages: ', all)
  await runGiants(bench)
} finally {
  await bench.close()
}
