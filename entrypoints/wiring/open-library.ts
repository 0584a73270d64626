import { browser } from '../../utils/browser/api.ts'
import { libraryFactory } from '../../utils/browser/library-place.ts'
import { beginNewLog, isOpen, type Library, type OpenResult, openLibrary } from '../../utils/library/index.ts'
import { bringBack } from './journal.ts'

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
  const openNow = () =>
    openLibrary({
      ...(indexedDB && { indexedDB, IDBKeyRange }),
      onOutdated: () => {
        opening = undefined
        dispatchEvent(new Event(OUTDATED))
      },
    })
  if (import.meta.env.FIREFOX) return openNow()
  return navigator.locks.request('kaifong:opening', () => openMended(indexedDB ?? globalThis.indexedDB, openNow))
}

/** Kept by the browser until it ends: that the library was opened since it started, and how many articles that brought back. */
const [OPENED, BROUGHT_BACK] = ['opened', 'broughtBack']

// Whoever is first after a start of the browser, page or worker, sees to what a crash may have left.
async function openMended(factory: IDBFactory, openNow: () => Promise<OpenResult>): Promise<OpenResult> {
  if (await wasOpened()) return openNow()
  await beginNewLog(factory).catch(error => console.info('The database goes on with its old log:', error))
  const opened = await openNow()
  if (opened.status === 'failed') return opened
  const brought = await bringBack(opened.library).catch(error => {
    console.info('There is no journal to bring anything back from:', error)
    return 0
  })
  await browser.storage.session.set({ [BROUGHT_BACK]: brought, [OPENED]: true })
  return opened
}

async function wasOpened(): Promise<boolean> {
  try {
    return (await browser.storage.session.get(OPENED))[OPENED] === true
  } catch (error) {
    console.info('Whether the browser has just started cannot be known:', error)
    return true
  }
}

/** How many articles the browser had lost and the journal brought back, once: 0 when asked again. */
export async function takeBroughtBack(): Promise<number> {
  const brought = (await browser.storage.session.get(BROUGHT_BACK))[BROUGHT_BACK]
  await browser.storage.session.remove(BROUGHT_BACK)
  return typeof brought === 'number' ? brought : 0
}

/** The open library. @throws where there is none to be had: see `OpenResult` for why. */
export async function libraryOrThrow(): Promise<Library> {
  const opened = await ownLibrary()
  if (opened.status === 'failed') throw new Error(`The library is not open: ${opened.reason}, ${opened.detail}`)
  return opened.library
}
