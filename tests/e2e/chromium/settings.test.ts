import { describe } from 'vitest'
import { launchChromium } from '../drivers/chromium.ts'
import { testSettings } from '../settings.ts'

describe('Chromium', () => testSettings(launchChromium))
