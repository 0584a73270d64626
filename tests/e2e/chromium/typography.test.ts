import { describe } from 'vitest'
import { launchChromium } from '../drivers/chromium.ts'
import { testTypography } from '../typography.ts'

describe('Chromium', () => testTypography(launchChromium))
