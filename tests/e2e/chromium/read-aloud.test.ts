import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChromiumDriver, launchChromium } from '../drivers/chromium.ts'
import type { Tab } from '../drivers/driver.ts'
import { click, find, look, until } from '../drivers/surface.ts'
import { Library } from '../pages/library.ts'
import { Popup } from '../pages/popup.ts'
import { PORTAL } from '../site/sample-pages.ts'
import { openSite, type Site } from '../site/server.ts'

let driver: ChromiumDriver
let site: Site
let reader: Tab

beforeAll(async () => {
  site = await openSite()
  driver = await launchChromium()
  await driver.open(site.origin + PORTAL.path)
  const popup = new Popup(await driver.clickToolbarButton())
  await popup.save()
  await popup.surface.close()
  const library = new Library(await driver.openOwn('library.html'))
  await library.openArticle(PORTAL.headline)
  reader = await driver.findOwn('reader.html')
  await find(reader, { role: 'article' })
})
afterAll(async () => {
  await driver?.close()
  await site?.close()
})

// A browser without a screen has no voices.
test('where the system has no voice it says so, and what to do', async () => {
  await click(reader, { role: 'button', name: 'Read aloud' })
  expect((await find(reader, { role: 'alert' })).text).toContain('no voice')
  await click(reader, { role: 'button', name: 'Close' })
  expect(await look(reader, { role: 'alert' })).toEqual([])
})

test('with a voice it reads sentence by sentence, shows each, and stops where it is told to', async () => {
  await reader.run(installVoice)
  await click(reader, { role: 'button', name: 'Read aloud' })
  const shown = () => reader.run(() => [...(CSS.highlights.get('kaifong-aloud') ?? [])].join())
  await until('the first sentence', async () => (await shown()).startsWith('停了三年的老墟市夜市'))
  const first = await shown()
  await reader.run(() => (globalThis as unknown as { finish(): void }).finish())
  await until('the next sentence', async () => (await shown()) !== first)
  await click(reader, { role: 'button', name: 'Previous sentence' })
  await until('the first sentence again', async () => (await shown()) === first)
  await click(reader, { role: 'button', name: 'Pause' })
  await find(reader, { role: 'button', name: 'Play' })
  await click(reader, { role: 'button', name: 'Close' })
  await until('nothing to be shown', async () => (await shown()) === '')
})

test('speed and voice are kept for the next article that is read aloud', async () => {
  await click(reader, { role: 'button', name: 'Read aloud' })
  await until('the voices', () => reader.run(choose))
  const address = await reader.run(() => location.pathname.slice(1) + location.search)
  await reader.close()
  reader = await driver.openOwn(address)
  await find(reader, { role: 'article' })
  await reader.run(installVoice)
  await click(reader, { role: 'button', name: 'Read aloud' })
  await until('what was chosen', async () => (await reader.run(chosen)) === '1.5 other')
})

test('media keys pause and go on', async () => {
  const state = () => reader.run(() => navigator.mediaSession.playbackState)
  await until('to be playing', async () => (await state()) === 'playing')
  expect(await reader.run(() => navigator.mediaSession.metadata?.title)).toBe(PORTAL.headline)
  await click(reader, { role: 'button', name: 'Pause' })
  await until('to be paused', async () => (await state()) === 'paused')
})

function choose(): boolean {
  const [rate, voice] = [document.querySelector('input[type=range]'), document.querySelector('.aloud select')]
  if (!(rate instanceof HTMLInputElement) || !(voice instanceof HTMLSelectElement)) return false
  rate.value = '1.5'
  voice.value = 'other'
  for (const control of [rate, voice]) control.dispatchEvent(new Event('change', { bubbles: true }))
  return true
}

function chosen(): string {
  const controls = ['input[type=range]', '.aloud select'].map(selector => document.querySelector(selector))
  return controls.map(control => (control as HTMLInputElement | null)?.value).join(' ')
}

/** Voices that say nothing, and end a sentence when they are told to. */
function installVoice(): void {
  const said: SpeechSynthesisUtterance[] = []
  const voiceOf = (name: string) => ({ lang: 'zh-CN', name, voiceURI: name, default: true, localService: true })
  const [voice, other] = [voiceOf('test'), voiceOf('other')]
  speechSynthesis.getVoices = () => [voice, other] as SpeechSynthesisVoice[]
  speechSynthesis.speak = utterance => said.push(utterance)
  Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { set() {}, get: () => voice })
  Object.assign(globalThis, { finish: () => said.at(-1)?.onend?.(new Event('end') as SpeechSynthesisEvent) })
}
