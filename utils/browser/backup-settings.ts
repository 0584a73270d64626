import { browser } from './api.ts'

const BACKUP = 'backup'

/** Where automatic backups go beside this browser's own copies, and how far they are. */
export interface BackupSettings {
  to: 'browser' | 'folder' | 'downloads'
  /** When the last was made, milliseconds since 1970. */
  lastAt: number
  /** What the library was like then. */
  lastChange: string
  /** The name of one that is made but not where it should go: the browser wants the reader to be there. */
  waiting?: string
}

const NONE: BackupSettings = { to: 'browser', lastAt: 0, lastChange: '' }

export async function backupSettings(): Promise<BackupSettings> {
  const stored: unknown = (await browser.storage.local.get(BACKUP))[BACKUP]
  return typeof stored === 'object' && stored !== null ? { ...NONE, ...stored } : NONE
}

export async function changeBackupSettings(change: { [K in keyof BackupSettings]?: BackupSettings[K] | undefined }) {
  const merged = Object.entries({ ...(await backupSettings()), ...change }).filter(([, value]) => value !== undefined)
  await browser.storage.local.set({ [BACKUP]: Object.fromEntries(merged) })
}
