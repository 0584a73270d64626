import { browser } from '../../utils/browser/api.ts'
import { libraryFactory } from '../../utils/browser/library-place.ts'
import { beginNewLog, isOpen, type Library, type OpenResult, openLibrary } from '../../utils/library/index.ts'

/** Sent on the global object when a newer version of Kaifong took the library over: the page should be loaded again. */
export const OUTDATED = 'kaifong:outdated'

let opening: Promise<OpenResult> | undefined

/** The library as this worker or page holds it: opened once, again only where opening failed or was taken away. */
export async function ownLibrary(): Promise<OpenResult> {
  opening ??= open()
  const opened = await opening
  if (opened.status === 'failed') opening = undefined
  else if (!isOpen(opened.library)) {
    opening = undefined
    return ownLibrary()
  }
  return opened
}

async function open(): Promise<OpenResult> {
  const indexedDB = await libraryFactory()
  if (!import.meta.env.FIREFOX) await beginNewLogOnce(indexedDB ?? globalThis.indexedDB)
  return openLibrary({
    ...(indexedDB && { indexedDB, IDBKeyRange }),
    onOutdated: () => {
      opening = undefined
      dispatchEvent(new Event(OUTDATED))
    },
  })
}

/** Kept by the browser until it ends. */
const NEW_LOG = 'newLog'

// Whoever is first after a start of the browser, page or worker. Without it the library opens all the same.
async function beginNewLogOnce(factory: IDBFactory): Promise<void> {
  try {
    if ((await browser.storage.session.get(NEW_LOG))[NEW_LOG]) return
    await beginNewLog(factory)
    await browser.storage.session.set({ [NEW_LOG]: true })
  } catch (error) {
    console.info('The database goes on with its old log:', error)
  }
}

/** The open library. @throws where there is none to be had: see `OpenResult` for why. */
export async function libraryOrThrow(): Promise<Library> {
  const opened = await ownLibrary()
  if (opened.status === 'failed') throw new Error(`The library is not open: ${opened.reason}, ${opened.detail}`)
  return opened.library
}
