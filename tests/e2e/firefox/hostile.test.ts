import { describe } from 'vitest'
import { launchFirefox } from '../drivers/firefox.ts'
import { testHostile } from '../hostile/hostile.ts'

// A small part of the corpus; `npm run soak` takes all of it.
describe('Firefox', () => testHostile(launchFirefox, 40))
