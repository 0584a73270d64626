import { render } from 'preact'
import { StringsContext } from '../../components/strings.ts'
import * as i18n from '../../utils/browser/i18n.ts'
import { startReading } from '../wiring/reading.ts'
import { LibraryPage } from './LibraryPage.tsx'
import { LibraryState } from './state.ts'
import '../../components/styles/base.css'
import './library.css'

const state = new LibraryState()
void state.open()
void startReading()

document.documentElement.lang = i18n.uiLanguage()
document.title = `${i18n.t('library')} · ${i18n.t('shortName')}`
const root = document.querySelector('#root')
if (root) {
  render(
    <StringsContext.Provider value={i18n}>
      <LibraryPage state={state} />
    </StringsContext.Provider>,
    root,
  )
}
