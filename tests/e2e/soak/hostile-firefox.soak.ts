import { describe } from 'vitest'
import { launchFirefox } from '../drivers/firefox.ts'
import { testHostile } from '../hostile/hostile.ts'

describe('Firefox', () => testHostile(launchFirefox, 1))
