import { describe } from 'vitest'
import { launchFirefox } from '../drivers/firefox.ts'
import { testFurtherPages } from '../further-pages.ts'

describe('Firefox', () => testFurtherPages(launchFirefox))
