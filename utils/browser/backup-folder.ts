// A handle can be kept in IndexedDB only: in a database of its own, so that damage to the library leaves it alone.
const [DATABASE, STORE, KEY] = ['kaifong-folder', 'handles', 'backups']

/** Whether this browser lets a reader choose a folder. */
export const canChooseFolder = (): boolean => typeof window !== 'undefined' && 'showDirectoryPicker' in window

/** Lets the reader choose a folder, and keeps it. Only from a click. Undefined where they chose none. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    const folder = await window.showDirectoryPicker?.({ mode: 'readwrite', id: 'kaifong' })
    if (folder) await inStore('readwrite', store => store.put(folder, KEY))
    return folder
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined
    throw error
  }
}

/** The folder chosen before. */
export async function chosenFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  return (await inStore('readonly', store => store.get(KEY))) as FileSystemDirectoryHandle | undefined
}

export async function forgetFolder(): Promise<void> {
  await inStore('readwrite', store => store.delete(KEY))
}

/**
 * Whether the folder may be written. Browsers forget a permission when they are closed, unless the reader told them to
 * keep it.
 * @param ask only from a click: the browser asks the reader
 */
export async function mayWrite(folder: FileSystemDirectoryHandle, ask: boolean): Promise<boolean> {
  if ((await folder.queryPermission?.({ mode: 'readwrite' })) === 'granted') return true
  return ask && (await folder.requestPermission?.({ mode: 'readwrite' })) === 'granted'
}

function inStore(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const request = act(opening.result.transaction(STORE, mode).objectStore(STORE))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
      request.transaction?.addEventListener('complete', () => opening.result.close())
    }
  })
}
