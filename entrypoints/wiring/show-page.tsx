import { type ComponentChild, render } from 'preact'
import { StringsContext } from '../../components/strings.ts'
import * as i18n from '../../utils/browser/i18n.ts'
import { startReading } from './reading.ts'

/** Shows one of Kaifong's pages in the reader's language and type. */
export function showPage(page: ComponentChild, title?: string): void {
  void startReading()
  document.documentElement.lang = i18n.uiLanguage()
  if (title) document.title = `${title} · ${i18n.t('shortName')}`
  const root = document.querySelector('#root')
  if (root) render(<StringsContext.Provider value={i18n}>{page}</StringsContext.Provider>, root)
}
