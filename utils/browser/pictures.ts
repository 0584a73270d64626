import { hasAccess } from './permissions.ts'
import { callInTab } from './tabs.ts'

/** A picture's bytes as a `data:` address, or why there are none. Plain JSON: it crosses extension messages. */
export type CapturedPicture = { status: 'ready'; dataUrl: string } | { status: 'failed'; reason: PictureRefusal }

/**
 * `closed`: no page is open that would give it out, and its host did not grant access; `blocked`: the page that is open may
 * not have it either; `unreachable`: with access, its host did not answer.
 */
export type PictureRefusal = 'closed' | 'blocked' | 'unreachable' | 'not-found' | 'too-large' | 'timeout' | 'stopped'

const SECOND = 1000
const MEGABYTE = 1024 * 1024
const TIMEOUT = 20 * SECOND
const MAX_BYTES = 12 * MEGABYTE

/**
 * A picture of the article, as the page that shows it has it (its cache first), else fetched with the access that the
 * reader granted for its host.
 * @param tabId the tab with the article, if it is still open
 * @param version 'shown': the size that the page shows already, so that nothing is asked for that it did not ask for
 *   itself; 'best': the one at `address`
 * @param stop ends the request, wherever it is made
 */
export async function capturePicture(
  address: string,
  tabId?: number,
  version: 'shown' | 'best' = 'best',
  stop?: AbortSignal,
): Promise<CapturedPicture> {
  const captured = tabId === undefined ? undefined : await fromTab(tabId, address, version, stop)
  if (captured?.status === 'ready') return captured
  if (stop?.aborted) return { status: 'failed', reason: 'stopped' }
  if (!(await hasAccess(address))) return captured ?? { status: 'failed', reason: 'closed' }
  const fetched = await fetchPicture(address, TIMEOUT, MAX_BYTES, 'default', crypto.randomUUID(), stop)
  const isRefused = fetched.status === 'failed' && fetched.reason === 'blocked'
  return isRefused ? { status: 'failed', reason: 'unreachable' } : fetched
}

async function fromTab(
  tabId: number,
  best: string,
  version: 'shown' | 'best',
  stop: AbortSignal | undefined,
): Promise<CapturedPicture | undefined> {
  // No signal crosses to a page: the request there goes by a name.
  const name = crypto.randomUUID()
  const onStop = () => void callInTab(tabId, stopFetching, [name]).catch(sayPageIsGone)
  try {
    const address = version === 'shown' ? await callInTab(tabId, shownVersion, [best]) : best
    if (stop?.aborted) return undefined
    stop?.addEventListener('abort', onStop)
    return (await callInTab(tabId, fetchPicture, [address, TIMEOUT, MAX_BYTES, 'force-cache', name])) ?? undefined
  } catch (error) {
    sayPageIsGone(error)
    return undefined
  } finally {
    stop?.removeEventListener('abort', onStop)
  }
}

const sayPageIsGone = (error: unknown) => console.info('The page is no longer there to take pictures from:', error)

/** Ends a request that `fetchPicture` made in a page. Injected into pages: it must not use anything from outside its own body. */
async function stopFetching(name: string): Promise<void> {
  ;(globalThis as { kaifongFetches?: Map<string, AbortController> }).kaifongFetches?.get(name)?.abort()
}

/**
 * The version of a picture that a page has loaded, where one of its `<img>` names `address` in whatever attribute;
 * `address` itself where none is loaded. Injected into pages: it must not use anything from outside its own body.
 */
async function shownVersion(address: string): Promise<string> {
  const names = (element: Element | null) =>
    [...(element?.attributes ?? [])].flatMap(({ value }) => value.split(/[\s,]+/))
  for (const image of document.images) {
    if (!image.complete || image.naturalWidth < 2 || !/^https?:/.test(image.currentSrc)) continue
    const sources = image.parentElement?.localName === 'picture' ? [...image.parentElement.children] : [image]
    const own = sources.flatMap(names).filter(name => name !== '' && URL.canParse(name, document.baseURI))
    if (own.some(name => new URL(name, document.baseURI).href === address)) return image.currentSrc
  }
  return address
}

/**
 * Fetches a picture. Also injected into pages, where it has their cache and their rights: it must not use anything from
 * outside its own body.
 * @param timeout milliseconds for the whole picture
 * @param cache 'force-cache' in the page that shows the picture; elsewhere that would give a stored "not found" for ever
 * @param name by which `stopFetching` ends it
 */
async function fetchPicture(
  address: string,
  timeout: number,
  maxBytes: number,
  cache: RequestCache,
  name: string,
  stop?: AbortSignal,
): Promise<CapturedPicture> {
  const room = globalThis as { kaifongFetches?: Map<string, AbortController> }
  room.kaifongFetches ??= new Map()
  const named = new AbortController()
  room.kaifongFetches.set(name, named)
  try {
    const signals = [AbortSignal.timeout(timeout), named.signal]
    const response = await fetch(address, { cache, signal: AbortSignal.any(stop ? [...signals, stop] : signals) })
    if (!response.ok || !response.body) return { status: 'failed', reason: 'not-found' }
    const chunks: Uint8Array<ArrayBuffer>[] = []
    let size = 0
    const reader = response.body.getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength
      if (size > maxBytes) {
        await reader.cancel()
        return { status: 'failed', reason: 'too-large' }
      }
      chunks.push(part.value)
    }
    const type = response.headers.get('content-type')?.split(';')[0]?.trim() || 'application/octet-stream'
    // Not by hand with `subarray`: Firefox keeps scripts in pages from taking pieces of what a page's stream gave.
    const encoder = new FileReader()
    const encoded = new Promise((resolve, reject) => {
      encoder.onload = resolve
      encoder.onerror = () => reject(encoder.error)
    })
    encoder.readAsDataURL(new Blob(chunks, { type }))
    await encoded
    return { status: 'ready', dataUrl: String(encoder.result) }
  } catch (error) {
    const timedOut = error instanceof DOMException && error.name === 'TimeoutError'
    return { status: 'failed', reason: timedOut ? 'timeout' : 'blocked' }
  } finally {
    room.kaifongFetches.delete(name)
  }
}
