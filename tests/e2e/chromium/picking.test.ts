import { describe } from 'vitest'
import { launchChromium } from '../drivers/chromium.ts'
import { testPicking } from '../picking.ts'

describe('Chromium', () => testPicking(launchChromium))
