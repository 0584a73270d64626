import type { KaifongContract } from '../wiring/contract.ts'

export type Listed = KaifongContract['listHighlights']['response'][number]

export interface Group {
  canonicalUrl: string
  article: Listed['article']
  highlights: Listed['highlight'][]
}

/**
 * The highlights whose words, note or headline have every word typed, by article, the last marked first.
 * @param fold makes letters alike that are to be taken for the same
 */
export function findHighlights(all: readonly Listed[], typed: string, fold: (letter: string) => string): Group[] {
  const words = folded(typed, fold).split(/\s+/u).filter(Boolean)
  const groups = new Map<string, Group>()
  for (const { highlight, article } of all.toReversed()) {
    const text = folded(`${highlight.quote.exact}\n${highlight.note}\n${article?.title ?? ''}`, fold)
    if (!words.every(word => text.includes(word))) continue
    const { canonicalUrl } = highlight
    const group = groups.get(canonicalUrl) ?? { canonicalUrl, article, highlights: [] }
    group.highlights.push(highlight)
    groups.set(canonicalUrl, group)
  }
  return [...groups.values()]
}

function folded(text: string, fold: (letter: string) => string): string {
  return Array.from(text.normalize('NFKC').toLowerCase(), fold).join('')
}
