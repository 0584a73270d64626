/** Bytes, as the browser reckons them for all that this extension stores; undefined where it does not say. */
export interface StorageUsed {
  used?: number
  available?: number
  /** The browser promised not to clear it on its own. */
  persistent: boolean
}

/** How much space is used and left. */
export async function storageUsed(): Promise<StorageUsed> {
  const manager: StorageManager | undefined = globalThis.navigator?.storage
  if (!manager) return { persistent: false }
  const [{ usage, quota }, persistent] = await Promise.all([manager.estimate(), manager.persisted()])
  return {
    ...(usage !== undefined && { used: usage }),
    ...(usage !== undefined && quota !== undefined && { available: Math.max(0, quota - usage) }),
    persistent,
  }
}
