import type { Article, ArticleImage } from '../article/article.ts'
import { gunzip, gzip } from './gzip.ts'
import { MAX_BODY_BYTES } from './limits.ts'

/** What is read only when an article is opened. */
export type Body = Pick<Article, 'html' | 'text' | 'images' | 'nextPageUrl'>

/** A body as it is stored: one gzip, with the text as a way to find it in the HTML. */
export function packBody({ html, text, images, nextPageUrl }: Body): Promise<Uint8Array<ArrayBuffer>> {
  const paragraphs = packText(text, html)
  return gzip(JSON.stringify({ html, paragraphs, images, ...(nextPageUrl !== undefined && { nextPageUrl }) }))
}

/** A paragraph that stands in the HTML as it is, by where it starts after the last one and its length; or its words. */
type Paragraph = [skip: number, length: number] | string

// Most paragraphs stand in the HTML letter by letter: saying where costs a tenth of compressing them again.
function packText(text: string, html: string): Paragraph[] {
  let end = 0
  return text.split('\n').map(paragraph => {
    const at = paragraph === '' ? -1 : html.indexOf(paragraph, end)
    if (at < 0) return paragraph
    const skip = at - end
    end = at + paragraph.length
    return [skip, paragraph.length]
  })
}

function unpackText(paragraphs: readonly unknown[], html: string): string | undefined {
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
    return bodyOf(JSON.parse(await gunzip(bytes, MAX_BODY_BYTES)))
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof RangeError) return undefined
    throw error
  }
}

// A damaged or altered body is data like any other: take what has the right shape, into a fresh object.
function bodyOf(value: unknown): Body | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { html, paragraphs, images, nextPageUrl } = value as Record<string, unknown>
  if (typeof html !== 'string' || !Array.isArray(paragraphs) || !Array.isArray(images)) return undefined
  const text = unpackText(paragraphs, html)
  if (text === undefined) return undefined
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
