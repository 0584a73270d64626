import type { Library } from './open.ts'
import { write } from './room.ts'
import { nextStamp } from './write.ts'

/**
 * Keeps what a reader said about the districts of a page, by its canonical address: it outlives the article and is
 * there when the page is extracted again.
 * @param value plain JSON, of a shape only the caller knows
 */
export async function setCorrection({ db, now }: Library, canonicalUrl: string, value: unknown): Promise<void> {
  await write(db, 'change', [db.corrections, db.meta], async () => {
    await db.corrections.put({ canonicalUrl, value, updatedAt: await nextStamp(db, now()) })
  })
}

/** What was last kept for the page; undefined where nothing was. Check its shape: it may come from a backup. */
export async function getCorrection({ db }: Library, canonicalUrl: string): Promise<unknown> {
  return (await db.corrections.get(canonicalUrl))?.value
}

/** Keeps what was learnt about a site, such as where its news is mostly about. Plain JSON. */
export async function setSiteNotes({ db, now }: Library, site: string, value: unknown): Promise<void> {
  await write(db, 'change', [db.sites, db.meta], async () => {
    await db.sites.put({ site, value, updatedAt: await nextStamp(db, now()) })
  })
}

/** What was last kept for the site; undefined where nothing was. */
export async function getSiteNotes({ db }: Library, site: string): Promise<unknown> {
  return (await db.sites.get(site))?.value
}

/** All sites that something was kept for, with it. */
export async function allSiteNotes({ db }: Library): Promise<{ site: string; value: unknown }[]> {
  return (await db.sites.toArray()).map(({ site, value }) => ({ site, value }))
}
