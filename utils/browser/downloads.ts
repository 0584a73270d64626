import { browser } from './api.ts'

const PERMISSION = { permissions: ['downloads'] as ['downloads'] }

/** Asks the reader to let Kaifong put files among the downloads. Only from a click. */
export function requestDownloads(): Promise<boolean> {
  return browser.permissions.request(PERMISSION)
}

export async function giveUpDownloads(): Promise<void> {
  await browser.permissions.remove(PERMISSION)
}

/** Whether files can be put there from here: the reader allowed it, and this is no worker, which can offer no file. */
export async function canDownload(): Promise<boolean> {
  return 'createObjectURL' in URL && (await browser.permissions.contains(PERMISSION))
}

/** Puts `file` into Downloads/Kaifong, in place of one of its name. */
export async function putInDownloads(file: File): Promise<void> {
  const url = URL.createObjectURL(file)
  const id = await browser.downloads.download({ url, filename: `Kaifong/${file.name}`, conflictAction: 'overwrite' })
  const done = ({ id: changed, state }: { id: number; state?: { current?: string } }) => {
    if (changed !== id || state?.current === undefined || state.current === 'in_progress') return
    browser.downloads.onChanged.removeListener(done)
    URL.revokeObjectURL(url)
  }
  browser.downloads.onChanged.addListener(done)
}

/** The names of the files that Kaifong put there, and that are still there. */
export async function namesInDownloads(): Promise<string[]> {
  return (await ownDownloads()).map(({ filename }) => baseName(filename))
}

export async function removeFromDownloads(names: readonly string[]): Promise<void> {
  for (const { id, filename } of await ownDownloads()) {
    if (!names.includes(baseName(filename))) continue
    await browser.downloads.removeFile(id)
    await browser.downloads.erase({ id })
  }
}

async function ownDownloads() {
  const found = await browser.downloads.search({ query: ['kaifong-'], exists: true, state: 'complete' })
  return found.filter(({ byExtensionId }) => byExtensionId === browser.runtime.id)
}

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path
