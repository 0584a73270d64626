import { describe } from 'vitest'
import { launchFirefox } from '../drivers/firefox.ts'
import { testHighlights } from '../highlights.ts'

describe('Firefox', () => testHighlights(launchFirefox))
