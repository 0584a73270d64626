import type { Article } from '../article/article.ts'
import { canonicalAddress } from '../article/url.ts'
import { findCredits, peopleOf } from './credits.ts'
import { findDateline } from './dateline.ts'
import { findLanguage } from './language.ts'

/** An article as far as its page is needed for it. The rest is made of these strings, wherever there is time and room. */
export interface Reading extends Omit<Article, 'canonicalUrl' | 'credits' | 'dateline' | 'language'> {
  readonly declared: {
    /** What the page calls its address, as written. */
    readonly address?: string | undefined
    /** What it calls its language; empty where it does not say. */
    readonly language: string
  }
  readonly people: {
    /** Whether they are written as on Chinese pages. */
    readonly isChinese: boolean
    /** Of a Chinese page, the lines around its headline and its end. */
    readonly lines: readonly string[]
    /** What it shows as its authors: names on a Chinese page, the bylines on others. */
    readonly shown: readonly (readonly string[])[]
    /** What its data and its head name as its authors. */
    readonly inData: readonly string[]
    readonly inHead: readonly string[]
  }
}

/** The article of a reading: with its people, language, dateline and canonical address. */
export function finishArticle({ declared, people, source, ...read }: Reading): Article {
  const { isChinese, lines, shown, inData, inHead } = people
  const dateline = findDateline(read.text)
  const credits = findCredits(
    isChinese ? [...lines, ...edgeLines(read.text)] : [],
    isChinese ? read.images.map(({ caption = '' }) => caption) : [],
    isChinese ? [...shown, inData, inHead] : [inData, peopleOf(shown), inHead],
    [read.site ?? '', source?.name ?? ''],
  )
  // A name beside the day may be that of who wrote it.
  const isPerson = credits.some(({ name }) => name === source?.name)
  return {
    ...read,
    ...(source && !isPerson && { source }),
    canonicalUrl: canonicalAddress(read.url, declared.address),
    credits,
    ...(dateline && { dateline }),
    language: findLanguage(declared.language, read.text),
  }
}

/** The first and last paragraphs of a body, which often name its authors. */
function edgeLines(text: string): string[] {
  const lines = text.split('\n')
  return [...new Set([...lines.slice(0, 2), ...lines.slice(-3)])].map(line =>
    line.length > 160 ? line.slice(0, 60) : line,
  )
}
