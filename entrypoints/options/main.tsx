import { t } from '../../utils/browser/i18n.ts'
import { showPage } from '../wiring/show-page.tsx'
import { OptionsPage } from './OptionsPage.tsx'
import { OptionsState } from './state.ts'
import '../../components/styles/base.css'
import './options.css'

const state = new OptionsState()
void state.open()
showPage(<OptionsPage state={state} />, t('settings'))
