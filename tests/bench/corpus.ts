import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
// @ts-expect-error jsdom ships no types
import { JSDOM, VirtualConsole } from 'jsdom'

/** What a reader should get from a page. */
export interface GoldPage {
  readonly id: string
  readonly url: string
  readonly text?: string
  readonly with?: readonly string[]
  readonly without?: readonly string[]
  readonly title?: string
  readonly publishedAt?: string
  readonly source?: string
}

const CORPORA = new URL('../../../shared/corpus/', import.meta.url)

export const CORPUS_NAMES = ['chinese', 'wcxb', 'trafilatura'] as const

/** The gold of one corpus, or undefined where the corpora are not beside the repository. */
export function readGold(corpus: string): GoldPage[] | undefined {
  const file = new URL(`${corpus}/gold.jsonl`, CORPORA)
  if (!existsSync(file)) return undefined
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as GoldPage)
}

export function readHtml(corpus: string, id: string): string {
  return gunzipSync(readFileSync(new URL(`${corpus}/pages/${encodeURIComponent(id)}.html.gz`, CORPORA))).toString(
    'utf8',
  )
}

export const addressOf = (page: GoldPage): string => (URL.canParse(page.url) ? page.url : 'https://example.org/')

/** Every third page, by its id: never looked at while rules and weights are made. */
export function isHeldOut(id: string): boolean {
  let hash = 0
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return hash % 3 === 0
}

/** Parses a page as the scoring does: without scripts, and without its styles where jsdom cannot read them. */
export function openPage(html: string, url: string): Document {
  const open = (markup: string) =>
    (new JSDOM(markup, { url, virtualConsole: new VirtualConsole() }) as { window: { document: Document } }).window
      .document
  try {
    return open(html)
  } catch {
    const bare = html.replace(/<style\b[\s\S]*?<\/style>/gi, '')
    return open(bare.replace(/\sstyle=("[^"]*\$[^"]*"|'[^']*\$[^']*')/gi, ''))
  }
}
