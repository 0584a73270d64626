import type { Surface } from './surface.ts'

export interface LaunchOptions {
  /** What the browser speaks: "en-US" or "zh-CN". */
  language?: 'en-US' | 'zh-CN' | 'zh-TW'
  /** A profile folder to keep between launches. */
  profile?: string
  /** Another build than the one that ships. */
  extension?: string
  /** A host name of the wide world that leads to this machine instead. */
  hostHere?: string
  /** A port of this machine that stands for every other host: whatever is asked of them goes there. */
  world?: number
  /** Firefox's private windows: Kaifong allowed in them, or nothing but them, in which nothing is kept. */
  privateMode?: 'allowed' | 'permanent'
  /** Where downloads go. Chromium only. */
  downloads?: string
  /** How large the screen and the window on it are, CSS pixels: popups have to fit. Chromium only. */
  window?: readonly [width: number, height: number]
  /** Shows the browser on the screen. */
  visible?: boolean
}

/** A web page in a tab, and the requests it has made. */
export interface Tab extends Surface {
  /** Addresses asked for over the network since the tab was opened. */
  requests: string[]
  /** Boxes that scripts put up: alert, confirm, prompt. Each is put away at once. */
  dialogs: string[]
}

/** A real browser with the built extension in it. */
export interface Driver {
  /** Opens a web page in a tab of its own, in front, and waits for its load. */
  open(address: string): Promise<Tab>
  /** Opens one of Kaifong's own pages in a tab of its own. */
  openOwn(path: string): Promise<Tab>
  /** The tab that shows one of Kaifong's own pages, however it came to be open. */
  findOwn(path: string): Promise<Tab>
  /** Clicks Kaifong's real button in the toolbar, on the tab in front, and gives the popup that opens. */
  clickToolbarButton(): Promise<Surface>
  /** What stands on the toolbar button for the tab in front. */
  badge(): Promise<string>
  close(): Promise<void>
}

export type Launch = (options?: LaunchOptions) => Promise<Driver>
