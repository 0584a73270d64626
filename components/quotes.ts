import type { DistrictTag, Evidence } from '../utils/article/article.ts'

/** A sentence with the name in it that made a tag. */
export interface Quote {
  where: Evidence['where']
  offset: number
  before: string
  name: string
  after: string
}

const MOST_QUOTES = 6
const MOST_AROUND = 80
const SENTENCE_END = /[。！？!?；;\n]/u

/**
 * The sentences that speak for a tag, a sentence once. Evidence that is in no sentence (the breadcrumb, the source) is
 * quoted as it stands.
 */
export function quotesOf(tag: Pick<DistrictTag, 'evidence'>, article: { title: string; text: string }): Quote[] {
  const quotes = new Map<string, Quote>()
  for (const evidence of tag.evidence) {
    const quote = quoteOf(evidence, article)
    const sentence = quote.before || quote.after ? `${evidence.offset - quote.before.length}` : quote.name
    const key = `${quote.where === 'lead' ? 'body' : quote.where} ${sentence}`
    if (!quotes.has(key)) quotes.set(key, quote)
  }
  return [...quotes.values()].slice(0, MOST_QUOTES)
}

function quoteOf({ text: name, where, offset }: Evidence, article: { title: string; text: string }): Quote {
  const field = where === 'title' ? article.title : where === 'lead' || where === 'body' ? article.text : ''
  // Text that was re-extracted otherwise may have something else there by now.
  if (field.slice(offset, offset + name.length) !== name) return { where, offset, before: '', name, after: '' }
  const head = field.slice(Math.max(0, offset - MOST_AROUND), offset)
  const tail = field.slice(offset + name.length, offset + name.length + MOST_AROUND)
  const end = tail.search(SENTENCE_END)
  return {
    where,
    offset,
    before: head.slice(lastBreak(head)).replace(/^[”’」』）)\s]+/u, ''),
    name,
    after: end < 0 ? `${tail}${tail.length === MOST_AROUND ? '…' : ''}` : tail.slice(0, end + 1).trimEnd(),
  }
}

function lastBreak(head: string): number {
  for (let index = head.length - 1; index >= 0; index--) {
    if (SENTENCE_END.test(head[index] ?? '')) return index + 1
  }
  return 0
}
