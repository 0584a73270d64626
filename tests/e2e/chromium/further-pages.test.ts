import { describe } from 'vitest'
import { launchChromium } from '../drivers/chromium.ts'
import { testFurtherPages } from '../further-pages.ts'

describe('Chromium', () => testFurtherPages(launchChromium))
