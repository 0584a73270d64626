import { Readability } from '@mozilla/readability'
import type { Article } from '../article/article.ts'
import { cleanLine } from '../article/text.ts'
import { extractWhole } from './index.ts'
import { LIMITS, readPage } from './page-tree.ts'

/**
 * What Readability takes for the text of a page on which `extractArticle` finds no article, for readers who see one: the
 * same steps follow, so what comes out is as clean and as safe. Null where Readability finds nothing either, or the page is
 * too large to copy.
 * @param document it is copied, never changed
 * @param url where it was visited, absolute
 */
export function extractAnyway(document: Document, url: string): Article | null {
  const page = readPage(document, url)
  if (!page || page.truncated) return null
  const copy = document.cloneNode(true) as Document
  const options = { charThreshold: 0, maxElemsToParse: LIMITS.nodes, serializer: (content: Node) => content }
  const found = new Readability<Node>(copy, options).parse()
  if (!found?.content) return null
  copy.body.replaceChildren(found.content)
  const content = readPage(copy, url, true)
  const article = content && extractWhole({ ...content, head: page.head }, url)
  return article && { ...article, title: article.title || cleanLine(found.title ?? '') || new URL(url).hostname }
}
