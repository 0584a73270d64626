import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { Picker } from './picker.ts'

declare global {
  var kaifongPicking: boolean | undefined
}

// Injected when a reader wants to say themselves what the text of a page is. Nothing waits for it: the popup that asked
// closes with the first click on the page.
export default defineUnlistedScript(() => {
  if (globalThis.kaifongPicking) return
  globalThis.kaifongPicking = true
  new Picker(() => {
    globalThis.kaifongPicking = false
  }).start()
})
