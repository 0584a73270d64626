import { render } from 'preact'
import { StringsContext } from '../../components/strings.ts'
import * as i18n from '../../utils/browser/i18n.ts'
import { startReading } from '../wiring/reading.ts'
import { ReaderPage } from './ReaderPage.tsx'
import { ReaderState } from './state.ts'
import '../../components/styles/base.css'
import './reader.css'

const state = new ReaderState(new URLSearchParams(location.search).get('id') ?? '')
void state.open()
void startReading()

document.documentElement.lang = i18n.uiLanguage()
const root = document.querySelector('#root')
if (root) {
  render(
    <StringsContext.Provider value={i18n}>
      <ReaderPage state={state} />
    </StringsContext.Provider>,
    root,
  )
}
