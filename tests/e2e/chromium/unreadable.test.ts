import { describe } from 'vitest'
import { launchChromium } from '../drivers/chromium.ts'
import { testUnreadable } from '../unreadable.ts'

describe('Chromium', () => testUnreadable(launchChromium))
