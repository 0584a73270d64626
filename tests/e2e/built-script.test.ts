import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { finishArticle, receiveReading, type SentReading } from '../../utils/extract/finish.ts'
import { extractArticle } from '../../utils/extract/index.ts'
import { addressOf, CORPUS_NAMES, openPage, readGold, readHtml } from '../bench/corpus.ts'
import { builtExtension } from './drivers/built.ts'

type Run = (page: Document, at: { href: string }) => Promise<string | false>

const ADDRESS = 'https://news.example/2021/06/11/1.html'

/** One of each element that an article may hold. */
const MANUAL = `<html lang="en"><title>How to count boats</title><body><article><h1>How to count boats</h1>
  <p>Counting boats in a harbour takes a notebook, a clock and, if there are many of them, a short program.</p>
  <pre><code>boats = harbour.list()\n  print(len(boats))</code></pre>
  <h2>What to do with it</h2>
  <p>Run it at <em>high</em> and at <strong>low</strong> tide,<br>and compare what it says with your notebook:</p>
  <table><tr><th>Tide</th><th>Boats</th></tr><tr><td>High</td><td>41</td></tr><tr><td>Low</td><td>38</td></tr></table>
  <iframe src="https://www.youtube.com/embed/boats" title="Boats"></iframe>
  <ul><li>Boats under covers count as boats.</li><li>Rafts do not, whatever their owners say of them.</li></ul>
  <blockquote><p>A boat is what its owner would save from a fire, said the harbour master of forty years.</p></blockquote>
  <figure><img src="/boats.jpg" width="800"><figcaption>Boats at low tide.</figcaption></figure>
  <p>Send the numbers to the harbour office, which keeps them in a book of its own.</p>
  </article></body></html>`

/** Of each corpus, where they are, one page of so many. */
const ONE_OF = 25

const PAGES: readonly { name: string; url: string; html: string }[] = [
  { name: 'manual', url: ADDRESS, html: MANUAL },
  ...globSync('tests/fixtures/portal/*.html').map(name => ({ name, url: ADDRESS, html: readFileSync(name, 'utf8') })),
  ...CORPUS_NAMES.flatMap(corpus =>
    (readGold(corpus) ?? [])
      .filter((_, i) => i % ONE_OF === 0)
      .map(page => ({ name: page.id, url: addressOf(page), html: readHtml(corpus, page.id) })),
  ),
]

let scripts: readonly Run[]
beforeAll(() => {
  scripts = (['chrome-mv3', 'firefox-mv3'] as const).map(target => {
    const script = readFileSync(join(builtExtension(target), 'extract.js'), 'utf8')
    return new Function('document', 'location', `return ${script}`) as Run
  })
})

// It is minified, and its names are shortened by a list of ours (tighten.ts), where a slip would change what it finds.
test.each(PAGES)('the scripts that are injected find in $name what their source does', async ({ url, html }) => {
  const page = openPage(html, url)
  const article = extractArticle(page, url) ?? false
  for (const run of scripts) {
    const found = await run(page, { href: url })
    expect(found && finishArticle(receiveReading(JSON.parse(found) as SentReading))).toEqual(article)
  }
})

test('the page of all elements is read whole', () => {
  const article = extractArticle(openPage(MANUAL, ADDRESS), ADDRESS)
  for (const tag of ['pre', 'code', 'em', 'strong', 'br', 'table', 'ul', 'blockquote', 'figcaption', 'h2'])
    expect(article?.html).toContain(`<${tag}>`)
  expect(article?.html).toContain('▶ Boats')
})
