import type { Article, ArticleImage } from '../article/article.ts'
import { gunzip, gzip } from './gzip.ts'
import { MAX_BODY_BYTES } from './limits.ts'

/** What is read only when an article is opened. */
export type Body = Pick<Article, 'html' | 'text' | 'images' | 'nextPageUrl'>

/** A body as it is stored: one gzip, in which the text costs little because the HTML before it has the same words. */
export function packBody({ html, text, images, nextPageUrl }: Body): Promise<Uint8Array<ArrayBuffer>> {
  return gzip(JSON.stringify({ html, text, images, ...(nextPageUrl !== undefined && { nextPageUrl }) }))
}

/** The body again, or undefined where the bytes are damaged. */
export async function unpackBody(bytes: Uint8Array<ArrayBuffer>): Promise<Body | undefined> {
  try {
    return bodyOf(JSON.parse(await gunzip(bytes, MAX_BODY_BYTES)))
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof RangeError) return undefined
    throw error
  }
}

// A damaged or altered body is data like any other: take what has the right shape, into a fresh object.
function bodyOf(value: unknown): Body | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { html, text, images, nextPageUrl } = value as Record<string, unknown>
  if (typeof html !== 'string' || typeof text !== 'string' || !Array.isArray(images)) return undefined
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
