import { Dexie } from 'dexie'
import type { LibraryDatabase } from './database.ts'
import type { ArticleId } from './record.ts'

/**
 * The articles on hosts that have `labels` among theirs, one after the other: `163`, `163.com` and `news.163` are all of
 * news.163.com. Goes from host to host through the index of addresses, not from article to article. Call inside a
 * transaction over `articles`.
 */
export async function idsOnHost(db: LibraryDatabase, labels: string): Promise<ReadonlySet<ArticleId>> {
  const wanted = labels.toLowerCase()
  const starts = (await hostsIn(db)).flatMap(({ start, host }) => (hasLabels(host, wanted) ? start : []))
  const found = starts.map(start => db.articles.where('canonicalUrl').startsWith(start).primaryKeys())
  return new Set((await Promise.all(found)).flat())
}

/** With what the addresses of a host begin: `https://news.163.com/`. */
interface HostStart {
  start: string
  host: string
}

/** Every host, by one cursor that leaps from each to the next: a request of Dexie's for each takes three times as long. */
function hostsIn(db: LibraryDatabase): PromiseLike<HostStart[]> {
  const { idbtrans } = Dexie.currentTransaction
  const request = idbtrans.objectStore(db.articles.name).index('canonicalUrl').openKeyCursor()
  return new Dexie.Promise((resolve, reject) => {
    const hosts: HostStart[] = []
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const cursor = request.result
      if (!cursor) return resolve(hosts)
      // What was read and saved from a file has no host.
      const [start, host = ''] = /^https?:\/\/([^/:?#]+)(?::\d+)?\//.exec(String(cursor.key)) ?? []
      if (start !== undefined) hosts.push({ start, host })
      cursor.continue(start && `${start}\uffff`)
    }
  })
}

function hasLabels(host: string, wanted: string): boolean {
  return wanted !== '' && `.${host}.`.includes(`.${wanted}.`)
}
