import { describe } from 'vitest'
import { launchFirefox } from '../drivers/firefox.ts'
import { testPictures } from '../pictures.ts'

describe('Firefox', () => testPictures(launchFirefox))
