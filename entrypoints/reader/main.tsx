import { showPage } from '../wiring/show-page.tsx'
import { ReaderPage } from './ReaderPage.tsx'
import { Walk } from './walk.ts'
import { ReaderWindow } from './window.ts'
import '../../components/styles/base.css'
import './reader.css'

const walk = new Walk(location.search)
const readerWindow = new ReaderWindow()
walk.start()
showPage(<Page />)

function Page() {
  return <ReaderPage state={walk.reader.value} walk={walk} window={readerWindow} />
}
