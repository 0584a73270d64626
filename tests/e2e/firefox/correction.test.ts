import { describe } from 'vitest'
import { testCorrection } from '../correction.ts'
import { launchFirefox } from '../drivers/firefox.ts'

describe('Firefox', () => testCorrection(launchFirefox))
