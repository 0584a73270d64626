import { describe } from 'vitest'
import { testCorePath } from '../core-path.ts'
import { launchChromium } from '../drivers/chromium.ts'

describe('Chromium', () => testCorePath(launchChromium, 'chromewebstore.google.com'))
