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

/**
 * Asks the browser not to clear what is stored on its own: beside the permission `unlimitedStorage`, which says as much
 * already and for which Chromium answers no. Pages can ask, workers cannot.
 */
export async function keepForGood(): Promise<void> {
  const manager: Partial<StorageManager> | undefined = globalThis.navigator?.storage
  if (!(await manager?.persisted?.())) await manager?.persist?.()
}
