import { describe } from 'vitest'
import { testCorePath } from '../core-path.ts'
import { launchFirefox } from '../drivers/firefox.ts'

describe('Firefox', () => testCorePath(launchFirefox, 'addons.mozilla.org'))
