import { describe } from 'vitest'
import { launchChromium } from '../drivers/chromium.ts'
import { testHostile } from '../hostile/hostile.ts'

describe('Chromium', () => testHostile(launchChromium, 1))
