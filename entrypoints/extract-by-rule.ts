import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { extractByRule, type SiteRule } from '../utils/extract/site-rule.ts'

declare global {
  /** Set just before this script or extract-next.ts is injected: what the reader chose on this site. */
  var kaifongRule: SiteRule | undefined
}

// Injected instead of extract.ts on sites where the reader said what the text is.
export default defineUnlistedScript(() => {
  const rule = globalThis.kaifongRule
  return rule && document.contentType.includes('html') ? extractByRule(document, location.href, rule) : null
})
