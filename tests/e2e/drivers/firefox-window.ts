import type { RunInChrome } from './firefox-popup.ts'

/** The parts of Firefox's own window that an extension has a share in. */
export interface FirefoxWindow {
  /** The title of what the sidebar shows, while it is open. */
  sidebarTitle(): Promise<string | undefined>
  /** Types into the address bar. */
  typeAddress(text: string): Promise<void>
  /** What the address bar suggests, as it reads. */
  suggestions(): Promise<string[]>
  /** Chooses the suggestion that has these words. */
  pickSuggestion(words: string): Promise<void>
}

export function firefoxWindow(runInChrome: RunInChrome): FirefoxWindow {
  return {
    sidebarTitle: () => runInChrome(readSidebar).then(title => title ?? undefined),
    typeAddress: text => runInChrome(typeAddress, text).then(() => undefined),
    suggestions: () => runInChrome(readSuggestions),
    pickSuggestion: words => runInChrome(pickSuggestion, words).then(() => undefined),
  }
}

function readSidebar(): string | null {
  const sidebar = document.getElementById('sidebar') as HTMLIFrameElement | null
  const shown = sidebar?.contentDocument?.getElementById('webext-panels-browser') as { contentTitle?: string } | null
  return shown?.contentTitle ?? null
}

function typeAddress(text: string): boolean {
  const { gURLBar } = globalThis as unknown as { gURLBar: { focus(): void; search(text: string): void } }
  gURLBar.focus()
  gURLBar.search(text)
  return true
}

function readSuggestions(): string[] {
  return [...document.querySelectorAll('.urlbarView-row')].map(row => row.textContent ?? '')
}

function pickSuggestion(words: string): boolean {
  const rows = [...document.querySelectorAll('.urlbarView-row')]
  const row = rows.find(found => found.textContent?.includes(words))
  if (!row) throw new Error(`No suggestion has ${words}`)
  const { x, y, width, height } = row.getBoundingClientRect()
  const mouse = globalThis as unknown as {
    synthesizeMouseEvent(type: string, x: number, y: number, data: object, options: object): void
  }
  for (const type of ['mousemove', 'mousedown', 'mouseup'])
    mouse.synthesizeMouseEvent(type, x + width / 2, y + height / 2, { button: 0, clickCount: 1, pressure: 0.5 }, {})
  return true
}
