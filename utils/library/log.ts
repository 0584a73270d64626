const PASSING = 'kaifong-passing'

/**
 * Has the browser put the log of its database away and begin a new one. To be called once after every start of the
 * browser, before anything is written.
 *
 * A crash can cut off what Chromium was just writing to its log. The next start reads it up to the cut and writes on
 * behind that (LevelDB's `reuse_logs`); the start after finds that what stands there fails its checksum, and deletes the
 * whole database with all that was ever in it ("IndexedDB recovering from a corrupted (and deleted) database",
 * content/browser/indexed_db/instance/leveldb/backing_store.cc; seen with Chromium 156). Deleting a database, however
 * small, has what was read from the log written to a table of its own, and the log itself deleted.
 * @throws DOMException where nothing can be stored
 */
export async function beginNewLog(factory: IDBFactory): Promise<void> {
  const making = factory.open(PASSING)
  making.onupgradeneeded = () => making.result.createObjectStore('nothing')
  const made = await settled(making)
  made.close()
  await settled(factory.deleteDatabase(PASSING))
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
