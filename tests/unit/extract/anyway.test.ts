import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { extractAnyway } from '../../../utils/extract/anyway.ts'
import { extractArticle } from '../../../utils/extract/index.ts'
import { LIMITS } from '../../../utils/extract/page-tree.ts'
import { openPage } from './open-page.ts'

const URL_OF_FRONT = 'https://news.example/front.html'
const front = () =>
  openPage(readFileSync(new URL('../../fixtures/portal/front.html', import.meta.url), 'utf8'), URL_OF_FRONT)

it('reads what extractArticle takes for no article', () => {
  expect(extractArticle(front(), URL_OF_FRONT)).toBeNull()
  const article = extractAnyway(front(), URL_OF_FRONT)
  expect(article?.text).toContain('南山一小区试点自动驾驶接驳')
  expect(article?.title).toContain('南岭新闻网')
})

it('leaves the page as it was', () => {
  const document = front()
  const before = document.documentElement.outerHTML
  extractAnyway(document, URL_OF_FRONT)
  expect(document.documentElement.outerHTML).toBe(before)
})

it('gives up on an empty page, and on one too large to copy', () => {
  expect(extractAnyway(openPage('<body></body>', URL_OF_FRONT), URL_OF_FRONT)).toBeNull()
  const long = openPage(`<body>${'<p>一行</p>'.repeat(LIMITS.nodes)}</body>`, URL_OF_FRONT)
  expect(extractAnyway(long, URL_OF_FRONT)).toBeNull()
}, 60_000)

it('renders nothing that runs', () => {
  const document = openPage(
    '<body><ul><li onclick="x()"><a href="javascript:x()">一行字写在这里</a><script>x()</script></li></ul></body>',
    URL_OF_FRONT,
  )
  expect(extractAnyway(document, URL_OF_FRONT)?.html ?? '').not.toMatch(/onclick|javascript:|<script/)
})
