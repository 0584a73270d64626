import { describe } from 'vitest'
import { launchFirefox } from '../drivers/firefox.ts'
import { testUnreadable } from '../unreadable.ts'

describe('Firefox', () => testUnreadable(launchFirefox))
