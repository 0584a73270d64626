/** What tests/bench/extract.ts runs inside Chromium: every extractor on a document of its own, as some take theirs apart. */
import { Readability } from '@mozilla/readability'
import Defuddle from 'defuddle'
import { extractArticle } from '../../utils/extract/index.ts'

export interface Found {
  readonly title: string
  readonly text: string
  readonly captions?: readonly string[]
  readonly publishedAt?: string | undefined
  readonly source?: string | undefined
}

export interface Outcome {
  readonly found: Found | null
  readonly milliseconds: number
}

type Extract = (document: Document, url: string) => (() => Found) | null

/** Each does its work at once, and gives what it found in a form to compare when asked, which is not timed. */
const EXTRACTORS: Readonly<Record<string, Extract>> = {
  kaifong(document, url) {
    const article = extractArticle(document, url)
    return (
      article &&
      (() => ({
        title: article.title,
        text: article.text,
        captions: article.images.flatMap(image => image.caption ?? []),
        publishedAt: article.publishedAt,
        source: article.source?.name,
      }))
    )
  },
  readability(document) {
    const article = new Readability(document).parse()
    return (
      article &&
      (() => ({
        title: article.title ?? '',
        text: blockText(article.content ?? ''),
        publishedAt: article.publishedTime ?? undefined,
      }))
    )
  },
  defuddle(document, url) {
    const article = new Defuddle(document, { url }).parse()
    return () => ({ title: article.title, text: blockText(article.content), publishedAt: article.published })
  },
}

/** Text with a line break after every block, so that words of neighbours do not run together. */
function blockText(html: string): string {
  const lines = html.replace(
    /<\/(?:p|div|li|h[1-6]|td|tr|blockquote|pre|figcaption|section|article)>|<br[^>]*>/gi,
    '\n$&',
  )
  return new DOMParser().parseFromString(lines, 'text/html').body.textContent ?? ''
}

/** Documents made so run no scripts and fetch nothing. `turn` says who goes first. */
export function extractWithAll(html: string, url: string, turn: number): Record<string, Outcome> {
  const names = Object.keys(EXTRACTORS)
  const order = names.map((_, i) => names[(i + turn) % names.length] as string)
  return Object.fromEntries(
    order.map(name => [name, runOne(EXTRACTORS[name] as Extract, openDocument(html, url), url)]),
  )
}

function openDocument(html: string, url: string): Document {
  const document = new DOMParser().parseFromString(html, 'text/html')
  if (document.querySelector('base[href]')) return document
  document.head.prepend(Object.assign(document.createElement('base'), { href: url }))
  return document
}

/** Of V8, as openBench starts it: https://chromium.googlesource.com/v8/v8/+/main/src/extensions/gc-extension.cc */
const collectYoung = (): void =>
  (globalThis as unknown as { gc: (how: { type: 'minor' }) => void }).gc({ type: 'minor' })

function runOne(extract: Extract, document: Document, url: string): Outcome {
  // What others left behind is not to be cleared away in its time.
  collectYoung()
  const start = performance.now()
  let read: ReturnType<Extract> = null
  try {
    read = extract(document, url)
  } catch {
    // An extractor that throws has found nothing.
  }
  const milliseconds = performance.now() - start
  return { found: read?.() ?? null, milliseconds }
}

/** Pages made to be slow, each with the paragraphs of an article. */
const GIANTS: Readonly<Record<string, (document: Document) => void>> = {
  '200,000 paragraphs': document => append(document.body, 200_000),
  '100,000 elements in each other': document => {
    let inner: Element = document.body
    for (let i = 0; i < 100_000; i++) inner = inner.appendChild(document.createElement('div'))
    append(inner, 20)
  },
  'a gallery of 20,000 pictures': document => {
    append(document.body, 20)
    for (let i = 0; i < 20_000; i++) {
      const box = document.body.appendChild(document.createElement('div'))
      box.appendChild(document.createElement('img')).setAttribute('src', `/${i}.jpg`)
    }
    append(document.body, 20)
  },
  'an element of 50,000 attributes': document => {
    const box = document.body.appendChild(document.createElement('div'))
    for (let i = 0; i < 50_000; i++) box.setAttribute(`data-a${i}`, 'x')
    append(box, 20)
  },
}

function append(box: Element, count: number): void {
  for (let i = 0; i < count; i++) {
    const paragraph = box.ownerDocument.createElement('p')
    paragraph.textContent = `Neighbours of number ${i} brought soup, blankets and two umbrellas to the school hall.`
    box.append(paragraph)
  }
}

/** Milliseconds that `extractArticle` takes for each of the giants, and how many characters it gives. */
export function timeGiants(): Record<string, { milliseconds: number; characters: number }> {
  return Object.fromEntries(
    Object.entries(GIANTS).map(([name, fill]) => {
      const document = new DOMParser().parseFromString('<title>Soup for all</title>', 'text/html')
      fill(document)
      const start = performance.now()
      const article = extractArticle(document, 'https://example.org/soup')
      return [name, { milliseconds: performance.now() - start, characters: article?.text.length ?? 0 }]
    }),
  )
}

export interface InPage {
  readonly extractWithAll: typeof extractWithAll
  readonly timeGiants: typeof timeGiants
}
