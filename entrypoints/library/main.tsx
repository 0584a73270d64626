import { t } from '../../utils/browser/i18n.ts'
import { showPage } from '../wiring/show-page.tsx'
import { LibraryPage } from './LibraryPage.tsx'
import { LibraryState } from './state.ts'
import '../../components/styles/base.css'
import './library.css'

const state = new LibraryState()
void state.open()
showPage(<LibraryPage state={state} />, t('library'))
