import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { extractAnyway } from '../utils/extract/anyway.ts'

// Injected where extract.ts found no article and the reader asks for the text all the same.
export default defineUnlistedScript(() =>
  document.contentType.includes('html') ? extractAnyway(document, location.href) : null,
)
