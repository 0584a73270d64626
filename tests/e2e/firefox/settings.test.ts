import { describe, expect, test } from 'vitest'
import { launchFirefox } from '../drivers/firefox.ts'
import { click, standStill, until } from '../drivers/surface.ts'
import { testSettings } from '../settings.ts'

describe('Firefox', () => {
  testSettings(launchFirefox)

  // Chromium asks for access in a bubble of its own that nothing but a person can click.
  test('access to a site is shown with what it is for, and taken back at a click', async () => {
    const driver = await launchFirefox()
    try {
      await driver.grantAccess('https://pictures.example/*')
      const options = await driver.openOwn('options.html')
      const words = () => options.run(() => document.querySelector('main')?.textContent ?? '')
      await until('the site', async () => (await words()).includes('https://pictures.example/*'))
      expect(await words()).toContain('Pictures from there will no longer be stored')
      await standStill(options)
      await click(options, { role: 'button', name: 'Take back' })
      await until('it to be gone', async () => !(await words()).includes('pictures.example'))
      expect(await options.run(() => browser.permissions.getAll())).toMatchObject({ origins: [] })
    } finally {
      await driver.close()
    }
  })
})

/** Stands for the extension API of the page that is looked at. */
declare const browser: { permissions: { getAll(): Promise<{ origins: string[] }> } }
