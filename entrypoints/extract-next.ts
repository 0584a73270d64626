import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { parsePage } from '../utils/extract/decode.ts'
import { extractFurtherPage } from '../utils/extract/index.ts'
import { extractByRule } from '../utils/extract/site-rule.ts'

const PATIENCE = 15_000
const MOST_BYTES = 8_000_000

declare global {
  /** Set just before this script is injected: the address of the page to read. */
  var kaifongNext: string | undefined
}

// Injected into the tab of an article's first page, so that the site sees one of its own pages asking for the next, with
// nothing more granted. Never from another origin, whatever the address says.
export default defineUnlistedScript(async () => {
  const address = globalThis.kaifongNext
  if (!address || new URL(address).origin !== location.origin) return null
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) })
    if (!response.ok || new URL(response.url).origin !== location.origin) return null
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (bytes.length > MOST_BYTES) return null
    const page = parsePage(bytes, response.headers.get('content-type') ?? '')
    const rule = globalThis.kaifongRule
    return (rule && extractByRule(page, response.url, rule)) ?? extractFurtherPage(page, response.url)
  } catch (error) {
    console.info('A further page could not be had:', error)
    return null
  }
})
