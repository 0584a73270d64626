import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
// @ts-expect-error jsdom ships no types, and those of DefinitelyTyped are written for older releases
import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { finishArticle, type Reading } from '../../utils/extract/finish.ts'
import { extractArticle } from '../../utils/extract/index.ts'
import { builtExtension } from './drivers/built.ts'

const FOLDER = new URL('../fixtures/portal/', import.meta.url)
const PAGES = readdirSync(FOLDER).filter(name => name.endsWith('.html'))
const ADDRESS = 'https://news.example/2021/06/11/1.html'

const open = (name: string): Document =>
  new JSDOM(readFileSync(new URL(name, FOLDER), 'utf8'), { url: ADDRESS }).window.document

// Its names are shortened by a list of ours (tighten.ts), where a slip would change what it finds.
test.each(['chrome-mv3', 'firefox-mv3'] as const)(
  'the script that %s injects finds what its source does',
  async target => {
    const script = readFileSync(join(builtExtension(target), 'extract.js'), 'utf8')
    const run = new Function('document', 'location', `return ${script}`) as (
      page: Document,
      at: { href: string },
    ) => Promise<Reading | false>
    for (const name of PAGES) {
      const found = await run(open(name), { href: ADDRESS })
      const article = found && finishArticle(found)
      expect(article, name).toEqual(extractArticle(open(name), ADDRESS) ?? false)
    }
  },
)
