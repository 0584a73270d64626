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

/**
 * Puts `file` into Downloads/Kaifong, in place of one of its name.
 * @returns whether all of it is there now
 */
export async function putInDownloads(file: File): Promise<boolean> {
  const url = URL.createObjectURL(file)
  try {
    const filename = `Kaifong/${file.name}`
    return await isComplete(await browser.downloads.download({ url, filename, conflictAction: 'overwrite' }))
  } finally {
    URL.revokeObjectURL(url)
  }
}

// Looks at once too: a small file may be there before anybody listens.
function isComplete(id: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const look = async () => {
      const [item] = await browser.downloads.search({ id })
      if (item?.state === 'in_progress') return
      browser.downloads.onChanged.removeListener(onChanged)
      resolve(item?.state === 'complete')
    }
    const onChanged = () => void look().catch(reject)
    browser.downloads.onChanged.addListener(onChanged)
    onChanged()
  })
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
