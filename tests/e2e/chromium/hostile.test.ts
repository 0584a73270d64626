import { describe } from 'vitest'
import { launchChromium } from '../drivers/chromium.ts'
import { testHostile } from '../hostile/hostile.ts'

// A small part of the corpus; `npm run soak` takes all of it.
describe('Chromium', () => testHostile(launchChromium, 40))
