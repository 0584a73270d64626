import { describe } from 'vitest'
import { testCorrection } from '../correction.ts'
import { launchChromium } from '../drivers/chromium.ts'

describe('Chromium', () => testCorrection(launchChromium))
