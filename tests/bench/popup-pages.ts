import { existsSync, readFileSync } from 'node:fs'
import { readGold, readHtml } from './corpus.ts'

export interface BenchPage {
  name: string
  body: string | Buffer
}

const REFERENCE = new URL('../../../shared/pages/longgang.html', import.meta.url)
const SAMPLE = new URL('../fixtures/portal/english.html', import.meta.url)

/** The reference page and the corpus's page of median size; where they are not there, a sample page of our own. */
export function benchPages(): BenchPage[] {
  const gold = readGold('trafilatura')
  if (!gold || !existsSync(REFERENCE)) return [{ name: 'sample page', body: readFileSync(SAMPLE) }]
  const sizes = gold.map(({ id }) => ({ id, size: readHtml('trafilatura', id).length }))
  const median = sizes.toSorted((a, b) => a.size - b.size)[Math.floor(sizes.length / 2)]
  return [
    { name: 'reference page', body: readFileSync(REFERENCE) },
    ...(median
      ? [{ name: `median page (${median.id}, ${median.size} characters)`, body: readHtml('trafilatura', median.id) }]
      : []),
  ]
}
