import { describe } from 'vitest'
import { launchFirefox } from '../drivers/firefox.ts'
import { testTypography } from '../typography.ts'

describe('Firefox', () => testTypography(launchFirefox))
