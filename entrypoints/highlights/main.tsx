import { t } from '../../utils/browser/i18n.ts'
import { showPage } from '../wiring/show-page.tsx'
import { HighlightsPage } from './HighlightsPage.tsx'
import '../../components/styles/base.css'
import './highlights-page.css'

showPage(<HighlightsPage />, t('highlights'))
