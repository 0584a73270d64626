import { render } from 'preact'
import { StringsContext } from '../../components/strings.ts'
import * as i18n from '../../utils/browser/i18n.ts'
import { startReading } from '../wiring/reading.ts'
import { Popup } from './Popup.tsx'
import { PopupState } from './state.ts'
import '../../components/styles/base.css'
import './popup.css'

const state = new PopupState()
void state.read()
void startReading()

document.documentElement.lang = i18n.uiLanguage()
const root = document.querySelector('#root')
if (root) {
  render(
    <StringsContext.Provider value={i18n}>
      <Popup state={state} />
    </StringsContext.Provider>,
    root,
  )
}
