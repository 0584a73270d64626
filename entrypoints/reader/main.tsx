import { showPage } from '../wiring/show-page.tsx'
import { ReaderPage } from './ReaderPage.tsx'
import { ReaderState } from './state.ts'
import '../../components/styles/base.css'
import './reader.css'

const state = new ReaderState(new URLSearchParams(location.search).get('id') ?? '')
void state.open()
showPage(<ReaderPage state={state} />)
