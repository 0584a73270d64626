import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { TaggableArticle } from '../../utils/article/article.ts'

/** A labelled article: codes of districts, names of subdistricts. */
export interface Item extends TaggableArticle {
  gold: { main: string[]; mentioned: string[]; subdistricts: string[] }
}

const FOLDERS = ['../../../shared/corpus/districts/', '../fixtures/districts/']

/** Paths of all files of items: our own, and those that lie beside the repository. */
export function districtFiles(): string[] {
  return FOLDERS.map(folder => fileURLToPath(new URL(folder, import.meta.url))).flatMap(listFiles)
}

export function readItems(path: string): Item[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Item)
}

/** A county-level code, neither a city's nor a province's. */
export function isDistrict(code: string): boolean {
  return /^\d{6}$/.test(code) && !code.endsWith('00')
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter(name => name.endsWith('.jsonl'))
  return names.map(name => `${folder}${name}`)
}
