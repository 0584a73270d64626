import { describe } from 'vitest'
import { launchChromium } from '../drivers/chromium.ts'
import { testPictures } from '../pictures.ts'

describe('Chromium', () => testPictures(launchChromium))
