/** Prints how well bodies and titles are found on the corpora, beside Readability and Defuddle: `tsx tests/bench/extract.ts [corpus…]`. */
import { Readability } from '@mozilla/readability'
import Defuddle from 'defuddle'
import { extractArticle } from '../../utils/extract/index.ts'
import { addressOf, CORPUS_NAMES, type GoldPage, isHeldOut, openPage, readGold, readHtml } from './corpus.ts'
import { compareBodies, squeeze } from './shingles.ts'

interface Found {
  readonly title: string
  readonly text: string
  readonly captions?: readonly string[]
}

const EXTRACTORS: Readonly<Record<string, (document: Document, url: string) => Found | null>> = {
  kaifong(document, url) {
    const article = extractArticle(document, url)
    return article && { ...article, captions: article.images.flatMap(image => image.caption ?? []) }
  },
  readability(document) {
    const article = new Readability(document).parse()
    return article && { title: article.title ?? '', text: blockText(article.content ?? '', document) }
  },
  defuddle(document, url) {
    const article = new Defuddle(document, { url }).parse()
    return { title: article.title, text: blockText(article.content, document) }
  },
}

function blockText(html: string, document: Document): string {
  const holder = document.createElement('div')
  holder.innerHTML = html.replace(
    /<\/(?:p|div|li|h[1-6]|td|tr|blockquote|pre|figcaption|section|article)>|<br[^>]*>/gi,
    '\n$&',
  )
  return holder.textContent ?? ''
}

/** Sums over the pages of one part of a corpus. */
class Tally {
  private pages = 0
  private titles = 0
  private titled = 0
  private exact = 0
  private precision: number[] = []
  private recall: number[] = []
  private readonly snippets = { wanted: 0, found: 0, intruders: 0 }
  private readonly times: number[] = []

  add(gold: GoldPage, found: Found | null, milliseconds: number): void {
    this.pages++
    this.times.push(milliseconds)
    if (gold.title) {
      this.titled++
      if (squeeze(found?.title) === squeeze(gold.title)) this.titles++
    }
    if (gold.text !== undefined) this.addBody(gold.text, found)
    else this.addSnippets(gold, squeeze(found?.text))
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
    const exact = wanted > 0 ? '    -' : (this.exact / this.pages).toFixed(3)
    const median = this.times.sort((a, b) => a - b)[this.times.length >> 1] ?? 0
    const figures = [(2 * p * r) / (p + r), p, r].map(figure => figure.toFixed(3)).join('  ')
    return `${String(this.pages).padStart(4)} pages  F1, P, R ${figures}  exact ${exact}  title ${(this.titles / this.titled).toFixed(3)}  ${median.toFixed(1)} ms`
  }
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

function run(corpus: string, gold: readonly GoldPage[]): void {
  console.log(corpus)
  for (const [name, extract] of Object.entries(EXTRACTORS)) {
    const tallies = { tuned: new Tally(), 'held out': new Tally() }
    for (const page of gold) {
      const document = openPage(readHtml(corpus, page.id), addressOf(page))
      const start = performance.now()
      let found: Found | null = null
      try {
        found = extract(document, addressOf(page))
      } catch {
        // An extractor that throws has found nothing.
      }
      tallies[isHeldOut(page.id) ? 'held out' : 'tuned'].add(page, found, performance.now() - start)
      document.defaultView?.close()
    }
    for (const [part, tally] of Object.entries(tallies)) console.log(`  ${name.padEnd(12)} ${part.padEnd(9)} ${tally}`)
  }
}

const wanted = process.argv.slice(2)
console.log('Weights that ship are trained on all pages: for honest held-out figures run train-chooser.ts tuned first.')
for (const corpus of wanted.length > 0 ? wanted : CORPUS_NAMES) {
  const gold = readGold(corpus)
  if (gold) run(corpus, gold)
  else console.log(`${corpus}: not beside this repository, skipped`)
}
