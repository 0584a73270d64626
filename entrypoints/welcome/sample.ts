import type { Article, DistrictTag } from '../../utils/article/article.ts'
import { extractArticle } from '../../utils/extract/index.ts'
import { tagsFor } from '../wiring/tagging.ts'

const ADDRESS = 'https://news.example/pingshan/202509/17.html'

/** The packaged page that stands for a cluttered portal. */
export function loadSample(): Promise<Document> {
  // Not by DOMParser: the pages' policy lets no text become markup, while this file is our own.
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('GET', '/sample/portal.html')
    request.responseType = 'document'
    request.onload = () =>
      request.responseXML ? resolve(request.responseXML) : reject(new Error('The sample page is missing'))
    request.onerror = () => reject(new Error('The sample page could not be loaded'))
    request.send()
  })
}

/** What Kaifong makes of the sample: the same code that reads a page of the web. */
export async function readSample(page: Document): Promise<{ article: Article; tags: DistrictTag[] } | undefined> {
  const article = extractArticle(page, ADDRESS)
  return article ? { article, tags: await tagsFor(article) } : undefined
}
