import { showPage } from '../wiring/show-page.tsx'
import { Popup } from './Popup.tsx'
import { PopupState } from './state.ts'
import '../../components/styles/base.css'
import './popup.css'

const state = new PopupState()
void state.read()
showPage(<Popup state={state} />)
