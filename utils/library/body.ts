import type { Article, ArticleImage } from '../article/article.ts'
import { followPlan, planText } from './body-text.ts'
import { gunzip, gzip } from './gzip.ts'
import { decodeJson, encodeJson } from './json-bytes.ts'
import { MAX_BODY_BYTES } from './limits.ts'

/** What is read only when an article is opened. */
export type Body = Pick<Article, 'html' | 'text' | 'images' | 'nextPageUrl'>

/** A body as it is stored: one gzip, with the text as a plan to find it in the HTML. */
export function packBody({ html, text, images, nextPageUrl }: Body): Promise<Uint8Array<ArrayBuffer>> {
  const body = { html, plan: planText(text, html), images, ...(nextPageUrl !== undefined && { nextPageUrl }) }
  return gzip(encodeJson(JSON.stringify(body)))
}

// As texts were stored up to version 5 of the library: paragraphs that stand in the HTML letter by letter by where they
// start after the last one and their length, others by their words.
function oldText(paragraphs: readonly unknown[], html: string): string | undefined {
  let end = 0
  const text = paragraphs.map(paragraph => {
    if (typeof paragraph === 'string') return paragraph
    const [skip, length] = Array.isArray(paragraph) ? paragraph : []
    if (typeof skip !== 'number' || typeof length !== 'number') return undefined
    const start = end + skip
    end = start + length
    return html.slice(start, end)
  })
  return text.includes(undefined) ? undefined : text.join('\n')
}

/** The body again, or undefined where the bytes are damaged. */
export async function unpackBody(bytes: Uint8Array<ArrayBuffer>): Promise<Body | undefined> {
  try {
    return bodyOf(JSON.parse(decodeJson(await gunzip(bytes, MAX_BODY_BYTES))))
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof RangeError) return undefined
    throw error
  }
}

// A damaged or altered body is data like any other: take what has the right shape, into a fresh object.
function bodyOf(value: unknown): Body | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { html, plan, paragraphs, images, nextPageUrl } = value as Record<string, unknown>
  if (typeof html !== 'string' || !Array.isArray(images)) return undefined
  const text = Array.isArray(plan) ? followPlan(plan, html) : Array.isArray(paragraphs) && oldText(paragraphs, html)
  if (typeof text !== 'string') return undefined
  return {
    html,
    text,
    images: images.flatMap(image => imageOf(image) ?? []),
    ...(typeof nextPageUrl === 'string' && { nextPageUrl }),
  }
}

function imageOf(value: unknown): ArticleImage | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { url, alt, caption, width, height } = value as Record<string, unknown>
  if (typeof url !== 'string') return undefined
  return {
    url,
    ...(typeof alt === 'string' && { alt }),
    ...(typeof caption === 'string' && { caption }),
    ...(typeof width === 'number' && { width }),
    ...(typeof height === 'number' && { height }),
  }
}
