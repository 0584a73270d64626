import { fromBase64, toBase64 } from '../../../utils/library/backup/base64.ts'

/** A database as it lies on a disk, in JSON: what a released version left behind. */
export interface StoredDatabase {
  name: string
  version: number
  stores: {
    name: string
    keyPath: string | string[]
    autoIncrement: boolean
    indexes: { name: string; keyPath: string | string[]; unique: boolean; multiEntry: boolean }[]
    rows: unknown[]
  }[]
}

/** Everything in the database `name`, to be kept as a fixture. */
export async function dumpDatabase(factory: IDBFactory, name: string): Promise<StoredDatabase> {
  const database = await settled(factory.open(name))
  const stores: StoredDatabase['stores'] = []
  for (const store of database.objectStoreNames) {
    const table = database.transaction(store).objectStore(store)
    const indexes = Array.from(table.indexNames, index => {
      const { name, keyPath, unique, multiEntry } = table.index(index)
      return { name, keyPath, unique, multiEntry }
    })
    const rows = (await settled(table.getAll())).map(packed)
    stores.push({ name: store, keyPath: table.keyPath as string, autoIncrement: table.autoIncrement, indexes, rows })
  }
  database.close()
  return { name, version: database.version, stores }
}

/** Makes the database anew, exactly as it was. */
export async function restoreDatabase(factory: IDBFactory, { name, version, stores }: StoredDatabase): Promise<void> {
  const request = factory.open(name, version)
  request.onupgradeneeded = () => {
    for (const { name, keyPath, autoIncrement, indexes, rows } of stores) {
      const table = request.result.createObjectStore(name, { keyPath, autoIncrement })
      for (const index of indexes) table.createIndex(index.name, index.keyPath, index)
      for (const row of rows) table.put(unpacked(row))
    }
  }
  const database = await settled(request)
  database.close()
}

function packed(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: toBase64(value) }
  if (Array.isArray(value)) return value.map(packed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, packed(part)]))
}

function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked)
  if (typeof value !== 'object' || value === null) return value
  if ('$bytes' in value && typeof value.$bytes === 'string') return fromBase64(value.$bytes)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unpacked(part)]))
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
