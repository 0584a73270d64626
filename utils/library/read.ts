import type { ArticleImage } from '../article/article.ts'
import { unpackBody } from './body.ts'
import { imagesOf, jobId, pictureAddresses } from './jobs.ts'
import type { Library } from './open.ts'
import type { PictureFailure } from './pictures.ts'
import type { ArticleId, ArticleRecord } from './record.ts'
import { recordOf } from './rows.ts'

/** A picture of an article, with its bytes: give them to a page as a `blob:` of exactly `type`. */
export interface StoredImage extends ArticleImage {
  /** By content: image/jpeg, image/png, image/gif, image/webp or image/avif. */
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

/** A picture that is not stored: it failed for a reason, or is still to be tried. */
export interface MissingPicture {
  url: string
  reason?: PictureFailure
}

/** A saved article as it is opened. */
export interface StoredArticle {
  record: ArticleRecord
  html: string
  text: string
  /** Those stored, in the order of their addresses. */
  images: StoredImage[]
  missing: MissingPicture[]
  /** The body's bytes no longer add up: what is shown is the excerpt, and a backup may have the rest. */
  damaged: boolean
}

/** The article with its body and pictures, from the trash too; undefined where there is none. */
export async function readArticle({ db }: Library, id: ArticleId): Promise<StoredArticle | undefined> {
  const tables = [db.articles, db.bodies, db.images, db.jobs]
  const [row, body, images, job] = await db.transaction('r', tables, async () =>
    Promise.all([db.articles.get(id), db.bodies.get(id), imagesOf(db, id).toArray(), db.jobs.get(jobId(id))]),
  )
  if (!row) return undefined
  const record = recordOf(row)
  const unpacked = body && (await unpackBody(body.bytes))
  if (!unpacked) return { record, html: '', text: record.excerpt, images: [], missing: [], damaged: true }
  const facts = new Map(unpacked.images.map(image => [image.url, image]))
  const stored = new Set(images.map(({ url }) => url))
  return {
    record,
    html: unpacked.html,
    text: unpacked.text,
    images: images.map(({ url, type, bytes }) => ({ ...facts.get(url), url, type, bytes })),
    missing: pictureAddresses(unpacked.images)
      .filter(url => !stored.has(url))
      .map(url => ({ url, ...job?.failed.find(failed => failed.url === url) })),
    damaged: false,
  }
}
