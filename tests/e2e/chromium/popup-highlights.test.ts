import { describe } from 'vitest'
import { launchChromium } from '../drivers/chromium.ts'
import { testHighlights } from '../highlights.ts'

describe('Chromium', () => testHighlights(launchChromium))
