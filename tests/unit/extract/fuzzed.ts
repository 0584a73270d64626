// @ts-expect-error jsdom ships no types
import { JSDOM } from 'jsdom'
import { sanitise } from '../../../utils/article/sanitise.ts'
import { extractArticle } from '../../../utils/extract/index.ts'
import { openPage } from '../../bench/corpus.ts'
import { mutate, random } from './mutate.ts'

const { window } = new JSDOM('') as { window: Window & typeof globalThis }
const URL = 'https://news.example/2021/06/11/1.html'
const BAD_TAG = /^(script|style|link|meta|base|iframe|object|embed|form|input|svg|math|template|video|audio)$/
const BAD_ATTRIBUTE = /^on|^style$|^id$|^name$|^class$|^srcset$|^background$/

export interface Fuzzed {
  article: boolean
  /** What was wrong with the outcome; empty where all was in order. */
  faults: string[]
  /** Milliseconds that reading took. */
  took: number
}

/** Breaks a page by a seed, reads it and looks at what comes out. */
export function fuzz(html: string, seed: number): Fuzzed {
  const document = openPage(mutate(html, random(seed)), URL)
  const start = performance.now()
  try {
    const article = extractArticle(document, URL)
    const took = performance.now() - start
    return { article: article !== null, faults: article ? faultsOf(article.html) : [], took }
  } catch (error) {
    return { article: false, faults: [`threw ${error}`], took: performance.now() - start }
  }
}

function faultsOf(html: string): string[] {
  const faults: string[] = []
  const raw = window.document.implementation.createHTMLDocument('').body
  raw.innerHTML = html
  for (const element of raw.querySelectorAll('*')) {
    if (BAD_TAG.test(element.localName)) faults.push(element.localName)
    for (const { name, value } of element.attributes) {
      if (BAD_ATTRIBUTE.test(name)) faults.push(name)
      if (['href', 'src'].includes(name) && !/^(https?|mailto):/i.test(value)) faults.push(`${name}=${value}`)
    }
  }
  const once = serialise(html)
  if (serialise(once) !== once.replaceAll(/<img [^>]*>/g, '')) faults.push('not idempotent')
  return faults
}

// Shown pictures have given up their address: a second time there is none to be shown.
function serialise(html: string): string {
  const holder = window.document.createElement('div')
  holder.append(sanitise(html, window))
  return holder.innerHTML
}
