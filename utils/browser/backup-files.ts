// Backups as files: in the browser's own file system, or in a folder that the reader chose.

// What the File System Access standard has and TypeScript does not know yet.
declare global {
  interface FileSystemHandle {
    queryPermission?(wanted: { mode: 'readwrite' }): Promise<PermissionState>
    requestPermission?(wanted: { mode: 'readwrite' }): Promise<PermissionState>
  }
  interface Window {
    showDirectoryPicker?(options: { mode: 'readwrite'; id: string }): Promise<FileSystemDirectoryHandle>
  }
}

/**
 * The folder of this browser's own copies, which lies apart from the database's files.
 * @throws where the browser has none: in private windows
 */
export function ownFolder(): Promise<FileSystemDirectoryHandle> {
  return folderNamed('backups')
}

/**
 * The folder of what was saved since the last of them, a file for each article.
 * @throws as `ownFolder`
 */
export function journalFolder(): Promise<FileSystemDirectoryHandle> {
  return folderNamed('journal')
}

async function folderNamed(name: string): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true })
}

/** Writes a file as it comes, whatever its size. It appears under its name only once it is whole. */
export async function writeFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  content: ReadableStream<Uint8Array>,
  signal?: AbortSignal,
): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true })
  await content.pipeTo(await file.createWritable(), signal ? { signal } : {})
}

/** The backups in a folder, newest name first. Empty ones are left over from a write that broke off. */
export async function filesIn(folder: FileSystemDirectoryHandle): Promise<File[]> {
  const files: File[] = []
  for await (const handle of folder.values()) {
    if (isBackup(handle)) files.push(await handle.getFile())
  }
  return files.filter(({ size }) => size > 0).sort((a, b) => (a.name < b.name ? 1 : -1))
}

function isBackup(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file' && handle.name.endsWith('.backup.gz')
}

/** Removes what writes that broke off left beside their files; Chromium writes into "NAME.crswap" first. */
export async function removeLeftovers(folder: FileSystemDirectoryHandle): Promise<void> {
  for await (const { name } of folder.values()) {
    if (!name.endsWith('.crswap')) continue
    await folder.removeEntry(name).catch(error => console.info(`${name} is still being written:`, error))
  }
}

export async function removeFiles(folder: FileSystemDirectoryHandle, names: readonly string[]): Promise<void> {
  for (const name of names) await folder.removeEntry(name)
}
