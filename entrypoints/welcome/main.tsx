import { t } from '../../utils/browser/i18n.ts'
import { showPage } from '../wiring/show-page.tsx'
import { WelcomePage } from './WelcomePage.tsx'
import '../../components/styles/base.css'
import './welcome.css'

showPage(<WelcomePage />, t('welcome'))
