import { signal } from '@preact/signals'
import { watchPanel } from '../../utils/browser/panel.ts'
import { showPage } from '../wiring/show-page.tsx'
import { Panel } from './Panel.tsx'
import '../../components/styles/base.css'
import '../reader/reader.css'

const article = signal<string | undefined>(undefined)
void watchPanel(id => {
  article.value = id
})
showPage(<Panel article={article} />)
