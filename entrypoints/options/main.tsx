import { render } from 'preact'
import { StringsContext } from '../../components/strings.ts'
import * as i18n from '../../utils/browser/i18n.ts'
import { startReading } from '../wiring/reading.ts'
import { OptionsPage } from './OptionsPage.tsx'
import { OptionsState } from './state.ts'
import '../../components/styles/base.css'
import './options.css'

const state = new OptionsState()
void state.open()
void startReading()

document.documentElement.lang = i18n.uiLanguage()
document.title = `${i18n.t('settings')} · ${i18n.t('shortName')}`
const root = document.querySelector('#root')
if (root) {
  render(
    <StringsContext.Provider value={i18n}>
      <OptionsPage state={state} />
    </StringsContext.Provider>,
    root,
  )
}
