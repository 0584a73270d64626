import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import { click, find, until } from '../drivers/surface.ts'
import { damageProfile, type Prepared, prepareLibrary, START_AFRESH, seeDamage } from '../soak/damage.ts'
import { killBrowsers, killWorkers } from '../soak/kills.ts'

// A sample of what `npm run soak` does hundreds of times.

let folder: string
let prepared: Prepared
let backup: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaifong-e2e-'))
  prepared = await prepareLibrary(join(folder, 'library'), 20)
  backup = await saveBackup(join(folder, 'downloads'))
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

test.each([
  ['the worker', killWorkers, 8],
  ['the browser', killBrowsers, 2],
] as const)(
  '%s killed at random moments of saving: nothing acknowledged is lost, nothing is half there',
  async (_, kill, kills) => {
    const figures = await kill({ kills, seed: 3, pictures: 0, folder: join(folder, kill.name) })
    expect(figures).toMatchObject({ lost: [], half: [] })
    expect(figures.acknowledged).toBeGreaterThan(0)
  },
)

test.each(['the log cut in half', 'an older copy put back'])('%s is noticed, and a backup offered', async name => {
  const { words, offersRestore } = await seeDamage(prepared, name, folder)
  expect(words).toContain(`There should be ${prepared.articles} articles here`)
  expect(offersRestore).toBe(true)
})

test('a backup brings back what was lost, a loss can be accepted, and a library beyond opening is begun anew', async () => {
  const driver = await openDamaged('the folder deleted', 'lost')
  const library = await driver.openOwn('library.html')
  await click(library, { role: 'button', name: 'Go on with what is left' })
  await until('the warning to go', () => library.run(() => !document.querySelector('.notice')))
  const again = await driver.openOwn('library.html')
  await find(again, { role: 'heading', name: 'Nothing saved yet' })
  expect(await again.run(() => document.querySelector('.notice')?.textContent)).toBeUndefined()
  await driver.close()

  const broken = await openDamaged('the manifest deleted', 'broken')
  await click(await broken.openOwn('library.html'), { role: 'button', name: START_AFRESH })
  const options = await broken.findOwn('options.html')
  await broken.chooseFile('input[type=file]', backup)
  await until('the backup to be restored', () =>
    options.run(count => document.body.textContent.includes(`${count} articles were restored`), prepared.articles),
  )
  const mended = await broken.openOwn('library.html')
  await find(mended, { role: 'list', name: 'Articles' })
  expect(await mended.run(() => document.querySelector('.notice')?.textContent)).toBeUndefined()
  await broken.close()
})

async function saveBackup(downloads: string): Promise<string> {
  await mkdir(downloads)
  const driver = await launchChromium({ profile: prepared.profile, downloads })
  const options = await driver.openOwn('options.html')
  await until('the figures, which push the button down', () =>
    options.run(() => document.querySelector('.options__figures') !== null),
  )
  await click(options, { role: 'button', name: 'Save a backup' })
  const name = await until('the backup', async () =>
    (await readdir(downloads)).find(file => file.endsWith('.backup.gz')),
  )
  await driver.close()
  return join(downloads, name)
}

async function openDamaged(damage: string, name: string): Promise<ChromiumDriver> {
  const profile = join(folder, name)
  await cp(prepared.profile, profile, { recursive: true })
  await damageProfile(prepared, damage, profile)
  return launchChromium({ profile })
}
