import { describe } from 'vitest'
import { launchFirefox } from '../drivers/firefox.ts'
import { testPicking } from '../picking.ts'

describe('Firefox', () => testPicking(launchFirefox))
