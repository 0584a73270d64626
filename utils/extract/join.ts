import type { Article } from '../article/article.ts'

/**
 * One article out of the pages a portal cut it into, in order. Head, title and credits are those of the first page; a
 * paragraph with which a page repeats the end of the one before, and a picture shown before, are not repeated.
 * @param pages at least one; each as `extractArticle` gives it
 */
export function joinPages(pages: readonly [Article, ...Article[]]): Article {
  const [first, ...rest] = pages
  const joined: Article = { ...first, images: [...first.images], credits: [...first.credits] }
  for (const page of rest) append(joined, page)
  const last = pages[pages.length - 1] as Article
  if (last.nextPageUrl) joined.nextPageUrl = last.nextPageUrl
  else delete joined.nextPageUrl
  return joined
}

function append(joined: Article, page: Article): void {
  const lines = page.text.split('\n')
  const before = new Set(joined.text.split('\n').slice(-3).concat(joined.title))
  let repeated = 0
  while (repeated < lines.length && repeated < 3 && before.has(lines[repeated] as string)) repeated++
  joined.text = [joined.text, ...lines.slice(repeated)].filter(line => line !== '').join('\n')
  const known = new Set(joined.images.map(image => image.url))
  joined.html += withoutRepeated(dropParagraphs(page.html, repeated), known)
  joined.images.push(...page.images.filter(image => !known.has(image.url)))
  for (const credit of page.credits) {
    if (!joined.credits.some(({ role, name }) => role === credit.role && name === credit.name))
      joined.credits.push(credit)
  }
}

/** `html` without its first `count` paragraphs or headings. Our own output: no attributes, no nesting of `p`. */
function dropParagraphs(html: string, count: number): string {
  let rest = html
  for (let i = 0; i < count; i++) {
    const open = /<(?:p|h[234])>/.exec(rest)
    const close = open ? open[0].replace('<', '</') : ''
    const end = open ? rest.indexOf(close, open.index) : -1
    if (!open || end < 0) break
    rest = rest.slice(0, open.index) + rest.slice(end + close.length)
  }
  return rest
}

const FIGURE_END = '</figure>'

function withoutRepeated(html: string, known: ReadonlySet<string>): string {
  const parts = html.split(/(?=<figure>)/).map(part => {
    const src = /^<figure><img src="([^"]*)"/.exec(part)?.[1]
    const isKnown = src !== undefined && known.has(src.replaceAll('&amp;', '&'))
    return isKnown ? part.slice(part.indexOf(FIGURE_END) + FIGURE_END.length) : part
  })
  return parts.join('')
}
