import type { LibraryDatabase } from './database.ts'
import type { ArticleId } from './record.ts'

/**
 * The articles on hosts that have `labels` among theirs, one after the other: `163`, `163.com` and `news.163` are all of
 * news.163.com. Goes from host to host through the index of addresses, not from article to article. Call inside a
 * transaction over `articles`.
 */
export async function idsOnHost(db: LibraryDatabase, labels: string): Promise<ReadonlySet<ArticleId>> {
  const wanted = labels.toLowerCase()
  const ids: ArticleId[] = []
  for (let after = ''; ; ) {
    const [address] = await db.articles.where('canonicalUrl').above(after).limit(1).keys()
    if (typeof address !== 'string') return new Set(ids)
    const [start, host] = hostIn(address)
    if (hasLabels(host, wanted)) ids.push(...(await db.articles.where('canonicalUrl').startsWith(start).primaryKeys()))
    after = host === '' ? address : `${start}\uffff`
  }
}

/** `https://news.163.com/` of an address there, and the host in it; none in what is no address of a page. */
function hostIn(address: string): [start: string, host: string] {
  const [start = address, host = ''] = /^https?:\/\/([^/:?#]+)(?::\d+)?\//.exec(address) ?? []
  return [start, host]
}

function hasLabels(host: string, wanted: string): boolean {
  return wanted !== '' && `.${host}.`.includes(`.${wanted}.`)
}
